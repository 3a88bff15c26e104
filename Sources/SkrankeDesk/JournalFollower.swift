import SkrankeConsole
import SkrankeDomain
import SkrankeJournal

/// Keeps the console's rows equal to the store's: what is most urgent first, the rest behind it, then
/// every change by cursor, on a hint or once a second (law 1).
public struct JournalFollower: Sendable {
    private let store: any JournalStore
    private let deliver: @Sendable (Action) async -> Void
    /// Rows of the first page: what a screen can show.
    public static let firstPage = 200
    private static let page = 2_000

    public init(store: any JournalStore, deliver: @escaping @Sendable (Action) async -> Void) {
        self.store = store
        self.deliver = deliver
    }

    /// Where a console begins: the cursor to follow from, and the most urgent rows.
    public struct Start: Sendable {
        public var cursor: Int64
        public var heads: [InquiryHead]
    }

    /// The cursor is read first, so that what changes meanwhile is read again rather than missed.
    public func start() async throws(StoreFault) -> Start {
        let cursor = try await store.headSequence()
        let heads = try await store.openHeads(after: nil, limit: JournalFollower.firstPage)
        return Start(cursor: cursor, heads: heads)
    }

    /// Why to look.
    public enum Reason: Sendable { case hint, second }

    /// Streams the rest in, then follows `reasons` until they end.
    public func follow(from start: Start, reasons: AsyncStream<Reason>) async {
        await streamRest(after: start.heads)
        var cursor = start.cursor
        var isAway = false
        var told: [AgentState] = []
        var away: [AbsenceRow]?
        for await reason in reasons {
            do throws(StoreFault) {
                cursor = try await catchUp(from: cursor)
                if reason == .second {
                    await deliver(.sessions(try await store.sessions()))
                    let agents = try await store.agents()
                    if agents != told { await deliver(.agents(agents)) }
                    told = agents
                    let absences = try await store.absences()
                    if absences != away { await deliver(.absences(absences)) }
                    away = absences
                }
                if isAway { await deliver(.storeFault(nil)) }
                isAway = false
            } catch {
                isAway = true
                await deliver(.storeFault(error))
            }
        }
    }

    private func streamRest(after first: [InquiryHead]) async {
        var last = first.last
        var isFull = first.count >= JournalFollower.firstPage
        while isFull, let from = last {
            do throws(StoreFault) {
                let heads = try await store.openHeads(after: Urgency(from), limit: JournalFollower.page)
                if !heads.isEmpty { await deliver(.heads(heads)) }
                isFull = heads.count >= JournalFollower.page
                last = heads.last
            } catch {
                return await deliver(.storeFault(error))
            }
        }
        await deliver(.loaded)
    }

    private func catchUp(from cursor: Int64) async throws(StoreFault) -> Int64 {
        var cursor = cursor
        while true {
            let changes = try await store.heads(changedAfter: cursor, limit: 500)
            if !changes.heads.isEmpty { await deliver(.heads(changes.heads)) }
            cursor = changes.through
            if changes.isComplete { return cursor }
        }
    }
}
