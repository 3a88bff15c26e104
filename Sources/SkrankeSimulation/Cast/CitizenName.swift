/// A fictional name: an adjective and a noun, as in Tenor, the national registry's test people
/// (reference data §6): «Blid Tranebær» can be nobody.
public struct CitizenName: Equatable, Sendable {
    /// What about a name may be hard for a program.
    public enum Kind: String, CaseIterable, Sendable {
        case ordinary
        /// Sorts as `å` (Aas as Ås).
        case doubleA
        case apostrophe
        case hyphen
        /// More than 33 characters.
        case long
        /// A mark that no precomposed letter takes in.
        case combining
        /// `å` and `ö` written as a letter and a mark, as some machines send them.
        case decomposed
        case rightToLeft
        /// No name was told.
        case anonymous
    }

    public var kind: Kind
    public var text: String

    /// A name of `kind`; the empty text for an anonymous citizen.
    static func make(_ kind: Kind, _ random: inout SeededRandom) -> CitizenName {
        let first = random.pick(adjectives) ?? "Blid"
        let last = random.pick(nouns) ?? "Tranebær"
        let text: String =
            switch kind {
            case .ordinary: "\(first) \(last)"
            case .doubleA: "\(first) \(random.pick(doubleANouns) ?? "Aaregress")"
            case .apostrophe: "\(first) \(random.pick(apostropheNouns) ?? "D'Lyngmo")"
            case .hyphen:
                "\(first)-\(random.pick(adjectives) ?? "Lun") \(last)-\(random.pick(nouns) ?? "Multe")"
            case .long: "\(first) \(random.pick(longNouns) ?? "Tyttebærkrattskogsholmen")-\(last)"
            case .combining: "\(first) \(random.pick(combiningNouns) ?? "Jern\u{308}bær")"
            case .decomposed: "\(first) \(random.pick(decomposedNouns) ?? "Gra\u{30A}stein")"
            case .rightToLeft: random.pick(rightToLeftNames) ?? "مرح عنب"
            case .anonymous: ""
            }
        return CitizenName(kind: kind, text: text)
    }

    private static let adjectives = [
        "Blid", "Rask", "Snill", "Lun", "Klok", "Våken", "Glad", "Stø", "Ærlig", "Øm", "Åpen", "Tålmodig",
        "Kvikk", "Sindig", "Varm", "Trygg", "Nysgjerrig", "Høflig", "Fri", "Modig", "Munter", "Rolig",
        "Spøkefull",
        "Årvåken", "Ærgjerrig", "Ørliten", "Stille", "Gjev", "Jamn", "Hjelpsom",
    ]

    private static let nouns = [
        "Tranebær", "Blåbær", "Multe", "Elgtråkk", "Skogsti", "Åkerrikse", "Øyenstikker", "Ærfugl",
        "Løvetann",
        "Granbar", "Bekkefar", "Lyng", "Svale", "Ekorn", "Bringebær", "Tyttebær", "Rødstrupe", "Måltrost",
        "Gråstein", "Sivkrans", "Bjørkelauv", "Snøklokke", "Ugletuft", "Kongle", "Rognebær", "Kvistholt",
        "Østavind", "Årringen", "Nattsvermer", "Hestehov",
    ]

    private static let doubleANouns = ["Aaregress", "Aabakketrost", "Graagaas", "Blaaveis"]
    private static let apostropheNouns = ["D'Lyngmo", "O'Kvistås", "L'Østavind"]
    private static let longNouns = [
        "Tyttebærkrattskogsholmen", "Åkerbringebærlundsbråten", "Østre-Øyenstikkertjernsåsen",
    ]
    private static let combiningNouns = ["Jern\u{308}bær", "Lyn\u{308}gmo", "Kvist\u{32C}holt"]
    private static let decomposedNouns = ["Gra\u{30A}stein", "Bla\u{30A}bær", "Bjo\u{308}rkelauv"]
    private static let rightToLeftNames = ["مرح عنب", "هادئ توت", "שמח דובדבן"]
}

extension CitizenName {
    /// An address in the reserved domain, from what Latin letters the name has; nil where it has none.
    var email: String? {
        var local = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z": local.unicodeScalars.append(scalar)
            case "æ": local += "ae"
            case "ø", "ö": local += "o"
            case "å": local += "a"
            case " ", "-": local += "."
            default: break
            }
        }
        let parts = local.split(separator: ".")
        return parts.isEmpty ? nil : parts.joined(separator: ".") + "@epost.example"
    }
}
