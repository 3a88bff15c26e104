import SkrankeDomain

@testable import SkrankeSimulation

/// Plays a citizen against a script with time in the hand, and writes down what he does.
struct Stage {
    var behaviour: CitizenBehaviour
    private(set) var lines: [String] = []
    private var agenda = Agenda()
    private var now: Int64 = 0
    private(set) var isGone = false

    init(_ citizen: Citizen) { behaviour = CitizenBehaviour(citizen) }

    /// Something happens now.
    mutating func happens(_ event: CitizenEvent) {
        agenda.take(behaviour.react(to: event), now: now) { $0 }
        run(until: now)
    }

    /// Time passes, and he does what he had planned.
    mutating func waits(_ span: Span) {
        run(until: now + span.milliseconds)
    }

    private mutating func run(until end: Int64) {
        while let due = agenda.nextDue, due <= end, !isGone {
            now = max(now, due)
            while let action = agenda.pop(now: now) { does(action) }
        }
        now = end
    }

    private mutating func does(_ action: CitizenAction) {
        switch action {
        case .ask(let text): note("spør «\(text)»")
        case .write(let text): note("skriver «\(text)»")
        case .typing: break
        case .end: note("avslutter")
        case .leave:
            note("går")
            isGone = true
        case .think(let thought): agenda.take(behaviour.react(to: .thought(thought)), now: now) { $0 }
        }
    }

    private mutating func note(_ text: String) {
        lines.append("\(now / 60_000):\(now / 1_000 % 60 < 10 ? "0" : "")\(now / 1_000 % 60) \(text)")
    }
}

extension Citizen {
    /// A citizen of our own making.
    static func made(
        _ trait: Trait, language: Language = .nb, patience: Span = .minutes(5), nudge: Span? = nil,
        contact: ContactDetails? = ContactDetails(name: "Blid Tranebær"), followUp: String? = nil,
        additions: [String] = [], seed: UInt64 = 1
    ) -> Citizen {
        let script = Script("gatelys", language, "Tre gatelys er mørke", followUp, "Utenfor nummer 4")
        return Citizen(
            index: 3, trait: trait, name: CitizenName(kind: .ordinary, text: "Blid Tranebær"),
            language: language,
            contact: contact, script: script, question: script.question, additions: additions,
            patience: patience,
            nudge: nudge, millisecondsPerLetter: 80, random: SeededRandom(seed: seed))
    }
}
