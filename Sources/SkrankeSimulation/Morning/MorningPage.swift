import SkrankeDomain

/// The desk's book of one morning while it is written: persons, times and identifiers by seed.
struct MorningPage {
    let origin: Moment
    let zone: TimeZoneRules
    private(set) var steps: [MorningStep] = []
    private var random: SeededRandom
    private var people: SeededRandom
    private var kinds: [CitizenName.Kind]
    private var used: Set<String> = []

    init(seed: UInt64, origin: Moment, zone: TimeZoneRules) {
        self.origin = origin
        self.zone = zone
        random = SeededRandom(seed: seed, stream: 0x3017_2119)
        people = SeededRandom(seed: seed, stream: 0x3017_2120)
        let hard: [CitizenName.Kind] = [
            .doubleA, .apostrophe, .hyphen, .long, .combining, .decomposed, .rightToLeft,
        ]
        kinds = people.shuffled(hard + Array(repeating: .ordinary, count: 17))
    }

    /// A wall clock's time `days` after the origin's day.
    func time(_ hour: Int, _ minute: Int, days: Int = 0) -> Moment {
        let date = zone.date(at: origin).adding(days: days)
        return zone.moment(of: WallTime(date: date, time: ClockTime(hour, minute)))
    }

    /// Somebody new, with the ways to reach him that the channel needs.
    mutating func person(email: Bool = false, phone: Bool = false) -> ContactDetails {
        var name = CitizenName.make(.ordinary, &people)
        let kind = kinds.popLast() ?? .ordinary
        repeat { name = CitizenName.make(kind, &people) } while used.contains(name.text) && used.count < 500
        used.insert(name.text)
        let number = "59 00 00 \(people.within(50...99))"
        let address = name.email ?? "innbygger\(used.count)@epost.example"
        return ContactDetails(name: name.text, email: email ? address : nil, phone: phone ? number : nil)
    }

    /// Begins an inquiry; the answer is its name for what follows.
    @discardableResult
    mutating func register(_ registration: Registration, at: Moment, by agent: Colleague) -> InquiryID {
        let id = newID(at)
        steps.append(MorningStep(at: at, inquiry: id, agent: agent.id, act: .register(registration)))
        return id
    }

    /// What happens to it, a minute or so after the other.
    mutating func follow(_ id: InquiryID, by agent: Colleague, from start: Moment, _ acts: [MorningStep.Act])
    {
        var at = start
        for act in acts {
            steps.append(MorningStep(at: at, inquiry: id, agent: agent.id, act: act))
            at = at + .seconds(Int64(random.within(20...75)))
        }
    }

    /// Steps in the order of their time; those of one moment stay in the order in which they were written.
    func ordered() -> [MorningStep] {
        steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    /// Begins with the time, as all identifiers do, so that indexes stay compact.
    private mutating func newID(_ at: Moment) -> InquiryID {
        let high = UInt64(max(0, at.milliseconds)) << 16 | random.next() & 0xFFFF
        return InquiryID(Identifier(high: high, low: random.next() & ~0xFFFF | 1))
    }
}

/// Those who are at work beside whoever tries the demonstration (`directory.toml`).
enum Colleague: String, CaseIterable {
    case odd, tuva, samir, eli, halvor

    var id: AgentID { AgentID(rawValue) }
}
