import SkrankeDomain

/// The municipality's telephone exchange at work: keeps the switchboard's clock, and posts what it says.
public actor Exchange {
    private var board: Switchboard
    private let clock: any Clock
    private let wait: @Sendable (Moment) async throws -> Void
    private let outgoing: AsyncStream<CallPost>.Continuation
    /// What is to be posted, in its order.
    public nonisolated let posts: AsyncStream<CallPost>
    private var alarm: Task<Void, Never>?
    private var alarmAt: Moment?

    /// - Parameter wait: returns when the clock shows the moment; throws when it never will.
    public init(
        _ board: Switchboard, clock: any Clock, wait: @escaping @Sendable (Moment) async throws -> Void
    ) {
        self.board = board
        self.clock = clock
        self.wait = wait
        (posts, outgoing) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(100_000))
    }

    public func ring(_ call: PlannedCall) {
        catchUp()
        say(board.ring(call, at: clock.now))
        setAlarm()
    }

    /// An agent lifts the receiver; nothing where the call is no longer waiting.
    public func lift(_ callID: String, by agent: AgentID, user: String) {
        catchUp()
        say(board.lift(callID, by: agent, user: user, at: clock.now))
        setAlarm()
    }

    /// No more is posted.
    public func close() {
        alarm?.cancel()
        outgoing.finish()
    }

    public var callsWaiting: Int { board.callsWaiting }
    public var isQuiet: Bool { board.callsWaiting + board.callsTalking == 0 }

    private func say(_ posts: [CallPost]) { for post in posts { outgoing.yield(post) } }

    private func catchUp() { say(board.advance(to: clock.now).map(\.post)) }

    private func setAlarm() {
        guard board.nextDue != alarmAt else { return }
        alarm?.cancel()
        alarmAt = board.nextDue
        guard let due = alarmAt else { return }
        alarm = Task { [wait] in
            guard (try? await wait(due)) != nil else { return }
            self.wake()
        }
    }

    /// Looks at the clock: also where calls were under way when it was taken over.
    public func wake() {
        alarmAt = nil
        catchUp()
        setAlarm()
    }
}
