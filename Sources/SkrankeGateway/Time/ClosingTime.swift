import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// Nobody waits in vain: when the desk closes, or when nobody is there any more, chats that wait become left
/// questions with a date, and the citizens are told (K13, R46; model §5.4).
///
/// The rule looks at what is, not at what happened: after downtime it comes to the same.
public actor ClosingTime: Duty {
    public nonisolated let name = "closing"
    private let desk: CommandDesk
    private let clock: any Clock
    private let policy: @Sendable () -> DeskPolicy
    private let waiting: WaitingChats
    private let startedAt: Int64
    private var watch = ClockWatch()

    public init(desk: CommandDesk, clock: any Clock, policy: @escaping @Sendable () -> DeskPolicy) {
        self.desk = desk
        self.clock = clock
        self.policy = policy
        waiting = WaitingChats(store: desk.store)
        startedAt = clock.monotonic
    }

    public func work() async throws(StoreFault) -> DutyResult {
        let isSteady = watch.isSteady(clock)
        let window = ClosingWarning.window(policy().calendar, at: clock.now)
        guard window != nil else {
            try await leaveAll(.closingTime)
            return DutyResult()
        }
        let next = window?.closes
        // After a start, consoles that were killed with us have two heartbeats' time to be back.
        guard isSteady, clock.monotonic - startedAt >= ClockWatch.grace else { return DutyResult(next: next) }
        let sessions = try await desk.store.sessions()
        if !Staffing(sessions: sessions, now: clock.now).isAnyoneThere { try await leaveAll(.lastAgentLeft) }
        return DutyResult(next: next)
    }

    /// Also what a gateway does that was started by a console and goes, because no console is there.
    public func leaveAll(_ cause: LeftCause) async throws(StoreFault) {
        // Who was claimed or went away meanwhile is refused, and that is well.
        let chats = try await waiting.current()
        _ = try await desk.submitAll(chats.map { .leaveQuestion($0, cause) })
    }
}

extension Staffing {
    /// Who is at work by his heartbeat, whatever he holds.
    init(sessions: [SessionRow], now: Moment) {
        var members: [AgentID: Member] = [:]
        for session in sessions where !session.hasLapsed(at: now) {
            if session.presence == .off, members[session.agent] != nil { continue }
            members[session.agent] = Member(presence: session.presence, live: 0)
        }
        self.init(members: members)
    }
}

/// When agents are warned that waiting chats will be left soon.
public enum ClosingWarning {
    /// The closing time that is `policy.channels.closingWarningMinutes` away or nearer; else nil.
    public static func closing(_ policy: DeskPolicy, at now: Moment) -> Moment? {
        guard let closes = window(policy.calendar, at: now)?.closes else { return nil }
        return closes - .minutes(policy.channels.closingWarningMinutes) <= now ? closes : nil
    }

    /// The opening window in which `now` lies.
    static func window(_ calendar: OpeningCalendar, at now: Moment) -> OpeningCalendar.Window? {
        calendar.windows(on: calendar.zone.date(at: now)).first { $0.contains(now) }
    }
}
