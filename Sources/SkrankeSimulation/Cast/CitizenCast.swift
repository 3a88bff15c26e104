import SkrankeDomain

/// The fictional citizens of a seed, each made when he is asked for.
///
/// They come in rounds of `roundLength`, in which every trait, every kind of name and every language
/// occurs: whoever watches for ten minutes has seen all that a desk must be able to bear.
public struct CitizenCast: Equatable, Sendable {
    public static let roundLength = 20

    public let seed: UInt64

    public init(seed: UInt64) { self.seed = seed }

    /// The citizen of that number; negative numbers count as 0.
    public subscript(index: Int) -> Citizen {
        let index = max(0, index)
        let part = part(index)
        var random = SeededRandom(seed: seed, stream: 0x1_0000_0000 &+ UInt64(index))
        let script = CitizenCast.script(part.trait, part.language, &random)
        let name = CitizenCast.name(part, &random)
        var citizen = Citizen(
            index: index, trait: part.trait, name: name, language: script.language,
            contact: CitizenCast.contact(name, part.trait, &random), script: script,
            question: script.question,
            additions: [], patience: CitizenCast.patience(part.trait, &random),
            nudge: CitizenCast.nudge(part.trait, &random),
            millisecondsPerLetter: Int64(random.within(55...120)), random: random)
        citizen.write()
        citizen.random = random
        return citizen
    }

    // MARK: Rounds

    private struct Part {
        var trait: Trait
        var name: CitizenName.Kind
        var language: Language
    }

    private static let traits: [Trait] =
        [
            .plain, .plain, .plain, .plain, .plain, .typos, .typos, .typos, .dialect, .dialect, .impatient,
            .impatient,
        ]
        + [.givesUp, .vanishes, .emoji, .burst, .longText, .reopens, .reopens, .hostile]
    private static let names: [CitizenName.Kind] =
        [
            .doubleA, .apostrophe, .hyphen, .long, .combining, .decomposed, .rightToLeft, .anonymous,
            .anonymous,
        ]
        + [.anonymous] + Array(repeating: .ordinary, count: 10)
    private static let languages: [Language] =
        [.nn, .nn, .nn, .en, .en, .en] + Array(repeating: .nb, count: 14)

    private func part(_ index: Int) -> Part {
        // The first whom a newcomer sees is nothing but himself.
        if index == 0 { return Part(trait: .plain, name: .ordinary, language: .nb) }
        let round = UInt64(index / CitizenCast.roundLength)
        let place = index % CitizenCast.roundLength
        var random = SeededRandom(seed: seed, stream: round)
        var traits = random.shuffled(CitizenCast.traits)
        if round == 0 { CitizenCast.beginGently(&traits) }
        let names = random.shuffled(CitizenCast.names)
        let languages = random.shuffled(CitizenCast.languages)
        return Part(trait: traits[place], name: names[place], language: languages[place])
    }

    /// The hard ones of the first round come after the first few, and nobody is lost to the first place.
    private static func beginGently(_ traits: inout [Trait]) {
        var next = traits.count - 1
        for index in 0..<5 where traits[index] == .hostile || traits[index] == .longText {
            while next > 5, traits[next] == .hostile || traits[next] == .longText { next -= 1 }
            traits.swapAt(index, next)
            next -= 1
        }
        if let plain = traits.firstIndex(of: .plain) { traits.swapAt(0, plain) }
    }

    // MARK: One person

    private static func script(_ trait: Trait, _ language: Language, _ random: inout SeededRandom) -> Script {
        let scripts: [Script] =
            switch trait {
            case .hostile: Scripts.hostile
            case .longText: Scripts.long
            case .dialect: Scripts.dialect
            default: Scripts.all(language)
            }
        return random.pick(scripts) ?? Scripts.bokmal[0]
    }

    private static func name(_ part: Part, _ random: inout SeededRandom) -> CitizenName {
        if part.trait == .hostile {
            return CitizenName(kind: part.name, text: "Hissig\u{1B}]2;x\u{7} Hybenrose\u{202E}\u{9B}31m")
        }
        return CitizenName.make(part.name, &random)
    }

    private static func contact(
        _ name: CitizenName, _ trait: Trait, _ random: inout SeededRandom
    ) -> ContactDetails? {
        let email = random.chance(0.5)
        let phone = random.chance(0.35)
        let number = "59 00 00 \(random.within(50...99))"
        guard name.kind != .anonymous || trait == .hostile else { return nil }
        return ContactDetails(
            name: name.text, email: email && trait != .hostile ? name.email : nil, phone: phone ? number : nil
        )
    }

    private static func patience(_ trait: Trait, _ random: inout SeededRandom) -> Span {
        let drawn =
            trait == .givesUp
            ? random.logNormal(median: .seconds(75), p90: .seconds(120))
            : random.logNormal(median: .minutes(5), p90: .minutes(11))
        return min(max(drawn, .seconds(45)), .minutes(25))
    }

    private static func nudge(_ trait: Trait, _ random: inout SeededRandom) -> Span? {
        let drawn = random.logNormal(median: .seconds(70), p90: .seconds(150))
        let asks = random.chance(0.2)
        switch trait {
        case .impatient: return min(max(drawn, .seconds(25)), .seconds(90))
        case .hostile, .vanishes, .longText: return nil
        default: return asks ? drawn + .seconds(40) : nil
        }
    }
}

extension Citizen {
    /// Puts the question into his own hand.
    fileprivate mutating func write() {
        switch trait {
        case .typos: question = Typist.misspelled(question, every: 14, &random)
        case .impatient: question = Typist.hasty(question)
        case .emoji: question += random.pick([" 🙏", " 😊", " 👨‍👩‍👧‍👦", " 🤷🏽‍♀️", " ❄️🚗"]) ?? " 🙂"
        case .burst:
            let parts = question.split(separator: ".", omittingEmptySubsequences: true)
            if parts.count > 1, let first = parts.first {
                question = String(first)
                additions = parts.dropFirst().map { String($0.drop { $0 == " " }) }
            }
            additions.append(script.detail)
        default: break
        }
    }
}
