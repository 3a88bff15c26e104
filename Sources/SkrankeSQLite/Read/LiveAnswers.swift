import SkrankeDomain
import SkrankeJournal
import Synchronization

/// Answers to what is asked once a second (law 1), good until any process commits: an idle console and
/// gateway look at one number and read nothing (DESIGN §6).
struct LiveAnswers: Sendable {
    /// The data version before which none of the answers was read.
    var version: Int64?
    var sessions: [SessionRow]?
    var agents: [AgentState]?
    var leases: [HeldLease]?
    var unreadOriginals: [OriginalRow]?
    var readyMail: [OutboxRow]?
    var absences: [AbsenceRow]?
    /// The inner nil: there is no timer.
    var nextTimer: Moment??
    /// Rows changed after this: none.
    var through: Int64?
    /// Events after this: none.
    var head: Int64?
}

extension SQLiteStore {
    /// The kept answer, or a new one. The version is read first, so that a commit in between makes the
    /// answer old rather than missed.
    func live<Value: Sendable>(
        _ answer: any WritableKeyPath<LiveAnswers, Value?> & Sendable,
        _ body: @escaping @Sendable (SQL) throws(StoreFault) -> Value
    ) async throws(StoreFault) -> Value {
        let version = try dataVersion()
        if let known = kept(answer, version) { return known }
        let value = try await read(body)
        keep(answer, value, version)
        return value
    }

    func kept<Value: Sendable>(
        _ answer: any WritableKeyPath<LiveAnswers, Value?> & Sendable, _ version: Int64
    ) -> Value? {
        answers.withLock { $0.version == version ? $0[keyPath: answer] : nil }
    }

    func keep<Value: Sendable>(
        _ answer: any WritableKeyPath<LiveAnswers, Value?> & Sendable, _ value: Value, _ version: Int64
    ) {
        answers.withLock {
            if $0.version != version { $0 = LiveAnswers(version: version) }
            $0[keyPath: answer] = value
        }
    }
}
