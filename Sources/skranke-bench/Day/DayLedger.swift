import SkrankeDomain
import SkrankeJournal
import Synchronization

/// What the desk has acknowledged in a day's traffic.
final class DayLedger: Sendable {
    struct Tally: Sendable {
        var calls = 0
        var posts = 0
        var tickets: [Int] = []
        var chats: [String] = []
        var mails = 0
        var failures: [String] = []
        var failed: Int { failures.count }
    }
    private let tally = Mutex(Tally())

    func note(_ change: (inout Tally) -> Void) { tally.withLock { change(&$0) } }
    var now: Tally { tally.withLock { $0 } }
}

/// What the journal says came.
struct DayCount {
    private(set) var calls = 0
    private(set) var hangups = 0
    private(set) var tickets: [Int] = []
    private(set) var chats: Set<String> = []
    private(set) var mails = 0

    init(_ store: any JournalStore) async throws {
        var cursor: Int64 = 0
        while true {
            let page = try await store.events(after: cursor, limit: 5_000)
            for envelope in page { count(envelope.event) }
            guard let last = page.last else { return }
            cursor = last.sequence
        }
    }

    private mutating func count(_ event: Event) {
        switch event {
        case .callOffered: calls += 1
        case .callEnded: hangups += 1
        case .visitorArrived(_, let ticket): tickets.append(ticket)
        case .inquiryReceived(let reference, .chat, _, _, _, _, _, _): chats.insert(reference.text)
        case .mailArrived(_, _, _, _, isAutomatic: _): mails += 1
        default: break
        }
    }

    /// What was acknowledged and is not there once.
    func missing(of ledger: DayLedger.Tally) -> Int {
        let doubled = tickets.count - Set(tickets).count
        return abs(calls - ledger.calls) + abs(hangups - ledger.calls) + doubled
            + Set(ledger.tickets).symmetricDifference(tickets).count
            + Set(ledger.chats).subtracting(chats).count + abs(mails - ledger.mails)
    }

    var summary: String {
        "\(calls) calls, \(tickets.count) tickets, \(chats.count) chats, \(mails) e-mails"
    }
}
