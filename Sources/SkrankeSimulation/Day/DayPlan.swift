import SkrankeDomain

/// All that comes to the desk on one day, by telephone, at the counter, in chat and by e-mail: pure, and the
/// same for the same seed (reference data §6.5).
public struct DayPlan: Sendable, Equatable {
    public enum Arrival: Sendable, Equatable {
        case call(PlannedCall)
        case chat(Citizen)
        case visit(PlannedVisit)
        case mail(PlannedMail)
    }

    public struct Step: Sendable, Equatable {
        public var at: Moment
        public var arrival: Arrival
    }

    public let seed: UInt64
    /// Times as many as on the day of the reference data: 10 and 50 for load.
    public let factor: Int
    /// In the order of their time, from midnight to midnight.
    public let steps: [Step]

    /// - Parameters:
    ///   - day: the local date; the desk is open on it from 08:00 to 15:30.
    ///   - factor: 1 to 100.
    public init(seed: UInt64, day: CivilDate, zone: TimeZoneRules, factor: Int = 1) {
        self.seed = seed
        self.factor = min(max(factor, 1), 100)
        var page = DayPage(seed: seed, day: day, zone: zone, factor: self.factor)
        page.writeCalls()
        page.writeChats()
        page.writeVisits()
        page.writeMails()
        steps = page.steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// What is still to come at `moment`.
    public func after(_ moment: Moment) -> ArraySlice<Step> { steps.drop { $0.at < moment } }
}

/// The day's book while it is written.
struct DayPage {
    let seed: UInt64
    let day: CivilDate
    let zone: TimeZoneRules
    let factor: Int
    private(set) var steps: [DayPlan.Step] = []

    init(seed: UInt64, day: CivilDate, zone: TimeZoneRules, factor: Int) {
        self.seed = seed
        self.day = day
        self.zone = zone
        self.factor = factor
    }

    private func time(_ time: ClockTime) -> Moment { zone.moment(of: WallTime(date: day, time: time)) }

    /// The arrivals of a row of the table, each with its number on this day.
    private func moments(_ row: [Int], _ random: inout SeededRandom) -> [Moment] {
        let opens = time(DayTable.opens)
        return row.enumerated().flatMap { slot, count in
            let start = opens + Span(milliseconds: DayTable.slot.milliseconds * Int64(slot))
            return DayTable.moments(count * factor, from: start, for: DayTable.slot, &random)
        }
    }

    mutating func writeCalls() {
        var random = SeededRandom(seed: seed, stream: 0xDA1_0001)
        let moments = moments(DayTable.calls, &random)
        let lost = random.shuffled(Array(moments.indices)).prefix(DayTable.abandoned * factor)
        let atOnce = Set(lost.prefix(DayTable.abandonedAtOnce * factor))
        let lostAll = Set(lost)
        for (index, at) in moments.enumerated() {
            let patience: PlannedCall.Patience =
                atOnce.contains(index) ? .hangsUpAtOnce : lostAll.contains(index) ? .hangsUp : .waits
            let call = PlannedCall(seed: seed, index: index, patience: patience)
            steps.append(DayPlan.Step(at: at, arrival: .call(call)))
        }
    }

    mutating func writeChats() {
        var random = SeededRandom(seed: seed, stream: 0xDA1_0002)
        let cast = CitizenCast(seed: seed)
        for (index, at) in moments(DayTable.chats, &random).enumerated() {
            steps.append(DayPlan.Step(at: at, arrival: .chat(cast[index])))
        }
    }

    mutating func writeVisits() {
        var random = SeededRandom(seed: seed, stream: 0xDA1_0003)
        for (index, at) in moments(DayTable.visits, &random).enumerated() {
            let visit = PlannedVisit(seed: seed, index: index)
            steps.append(DayPlan.Step(at: at, arrival: .visit(visit)))
        }
    }

    mutating func writeMails() {
        var random = SeededRandom(seed: seed, stream: 0xDA1_0004)
        let midnight = time(ClockTime(0, 0))
        let closes = time(DayTable.closes)
        var all = DayTable.moments(
            DayTable.mailsOvernight * factor, from: midnight, for: time(DayTable.opens) - midnight, &random)
        all += moments(DayTable.mails, &random)
        all += DayTable.moments(
            DayTable.mailsAfterwards * factor, from: closes, for: .hours(8), &random)
        let kinds = random.shuffled(PlannedMail.kinds(factor: factor))
        for (index, at) in all.enumerated() {
            let mail = PlannedMail(seed: seed, index: index, kind: kinds[index % kinds.count])
            steps.append(DayPlan.Step(at: at, arrival: .mail(mail)))
        }
    }
}
