import SkrankeDomain

/// An e-mail that somebody writes to the municipality on this day.
public struct PlannedMail: Sendable, Equatable {
    public enum Kind: String, CaseIterable, Sendable {
        /// A question that the desk answers itself.
        case simple
        case caseWork
        /// Advertising and newsletters, sent by machines.
        case spam
        /// Meant for an employee or for somebody else altogether.
        case personal
        case complaint, praise, fault, elected
        /// His own machine answers our receipt, and would do so for ever (RFC 3834).
        case autoReplies
        /// His address takes no mail: our receipt comes back.
        case unreachable
        /// What must do no harm: names, subjects and bodies.
        case hostile
        /// Written in an older character set, by a program that says so.
        case oldCharset
    }

    public var index: Int
    public var kind: Kind
    public var name: String
    public var address: String
    public var subject: String
    public var text: String
    public var language: Language
    /// Whether, and after what time, he writes once more when he has his answer.
    public var thanks: Span?

    /// The kinds of one day: 70 times `factor`, of which 52 are simple errands in one shape or another, eleven
    /// case work, four spam, three not for us.
    static func kinds(factor: Int) -> [Kind] {
        let special: [Kind] = [
            .complaint, .complaint, .praise, .praise, .praise, .fault, .fault, .fault, .fault, .fault, .elected,
            .autoReplies, .unreachable, .hostile, .oldCharset,
        ]
        let day =
            special + Array(repeating: Kind.simple, count: 52 - special.count)
            + Array(repeating: .caseWork, count: 11) + Array(repeating: .spam, count: 4)
            + Array(repeating: .personal, count: 3)
        return (0..<factor).flatMap { _ in day }
    }

    init(seed: UInt64, index: Int, kind: Kind) {
        var random = SeededRandom(seed: seed, stream: 0xDA4_0000_0000 &+ UInt64(index))
        self.index = index
        self.kind = kind
        let person = PlannedMail.person(index, kind, &random)
        name = person.text
        address = PlannedMail.address(index, kind, person)
        let script = random.pick(Scripts.bokmal) ?? Scripts.bokmal[0]
        language = .nb
        thanks =
            kind == .simple && random.chance(0.4)
            ? min(max(random.exponential(mean: .minutes(12)), .minutes(1)), .minutes(60)) : nil
        (subject, text) = MailWords.letter(kind, script, name, &random)
    }

    private static func person(_ index: Int, _ kind: Kind, _ random: inout SeededRandom) -> CitizenName {
        if kind == .hostile {
            return CitizenName(kind: .ordinary, text: "Hissig \u{1B}]2;x\u{7}\u{202E}Hybenrose\"; <b>")
        }
        let hard: [CitizenName.Kind] = [.doubleA, .apostrophe, .hyphen, .long, .combining, .rightToLeft]
        let kind = index % 5 == 2 ? random.pick(hard) ?? .ordinary : .ordinary
        return CitizenName.make(kind, &random)
    }

    /// Unique on the day: each letter is the only one of its writer.
    private static func address(_ index: Int, _ kind: Kind, _ name: CitizenName) -> String {
        switch kind {
        case .spam: return "nyhetsbrev\(index)@tilbud.example"
        case .unreachable: return "finnes.ikke\(index)@borte.example"
        default:
            let local = name.email?.split(separator: "@").first.map(String.init) ?? "innbygger"
            return "\(local).\(index)@epost.example"
        }
    }
}
