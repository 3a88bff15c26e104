import SkrankeSimulation

/// Words of a made-up municipality's citizens: 4 000 of them, the first ones much more often than the last,
/// so that a search finds much or little as in real text.
struct Wording {
    private static let beginnings = [
        "bygge", "gebyr", "søk", "barne", "skole", "vei", "vann", "avløp", "renovasjon", "skatt", "bolig",
        "parkering", "nabo", "eiendom", "tilskudd", "helse", "pleie", "kultur", "park", "plan",
    ]
    private static let middles = [
        "", "s", "tomt", "plass", "sak", "vedtak", "frist", "tjeneste", "kort", "melding",
    ]
    private static let ends = [
        "", "en", "er", "ene", "et", "nummer", "skjema", "kontor", "ordning", "klage", "søknad", "vilkår",
        "brev", "svar", "avtale", "avgift", "oversikt", "råd", "utvalg", "leder",
    ]
    private static let words: [String] = ends.flatMap { end in
        middles.flatMap { middle in beginnings.map { $0 + middle + end } }
    }

    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// A word of rank r comes about 1/r as often as the first.
    private mutating func word() -> String {
        let share = Double(random.below(1 << 20)) / Double(1 << 20)
        // The product of two even shares leans to the beginning of the list.
        let other = Double(random.below(1 << 20)) / Double(1 << 20)
        return Wording.words[Int(share * share * other * Double(Wording.words.count))]
    }

    /// 20 to 60 words, after `start`.
    mutating func message(_ start: String) -> String {
        var text = start
        for _ in 0..<(20 + random.below(41)) {
            text += " "
            text += word()
        }
        return text
    }

    /// For searching: common, middling and rare words.
    static func sought(_ number: Int) -> String {
        let ranks = [3, 40, 400, 1_200, 2_400, 3_900]
        return words[min(words.count - 1, ranks[number % ranks.count] + number % 7)]
    }
}
