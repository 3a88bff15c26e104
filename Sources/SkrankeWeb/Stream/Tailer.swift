import Logging
import NIOCore
import SkrankeDomain
import SkrankeJournal
import Synchronization

/// The process's one reader of the journal for citizens: woken by a hint, checked once a second, it reads
/// on from its cursor and hands each event to those who listen (law 1).
final class Tailer: Sendable {
    private static let page = 500

    private let store: any JournalStore
    private let hub: Hub
    private let logger: Logger
    /// Of the run under way; a run that was cancelled takes its own along.
    private let signals = Mutex<AsyncStream<Void>.Continuation?>(nil)
    /// Touched by `look` alone, one look after the other; a lock so that the compiler knows.
    private let cursor = Mutex<Int64?>(nil)

    init(store: any JournalStore, hub: Hub, logger: Logger) {
        self.store = store
        self.hub = hub
        self.logger = logger
    }

    /// Looks at the journal soon. Never blocks.
    func wake() { _ = signals.withLock { $0 }?.yield() }

    func receive(_ hint: Hint) {
        switch hint {
        case .moved: wake()
        case .ephemeral(let sign):
            if sign.kind == .typing, case .agent = sign.who { hub.typing(in: sign.inquiry) }
        }
    }

    /// Reads until the task is cancelled.
    func run() async {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        signals.withLock { $0 = continuation }
        continuation.yield()
        for await _ in stream { await look() }
    }

    /// One look: begins where the journal ends, or goes on. A store that cannot be read is asked again.
    func look() async {
        do throws(StoreFault) {
            if cursor.withLock({ $0 }) == nil { try await begin() }
            while try await readPage() {}
            hub.tellPlaces()
        } catch {
            logger.warning("the journal could not be read", metadata: ["fault": "\(error)"])
        }
    }

    private func begin() async throws(StoreFault) {
        let head = try await store.headSequence()
        var after: Urgency?
        while true {
            let heads = try await store.openHeads(after: after, limit: Self.page)
            for head in heads where head.channel == .chat && head.contactState == .waiting {
                hub.join(head.id, since: head.waitingSince ?? head.receivedAt)
            }
            guard let last = heads.last, heads.count == Self.page else { break }
            after = Urgency(last)
        }
        try await hub.visits.begin(store, head: head)
        cursor.withLock { $0 = head }
        // Streams that opened before may have missed what came between.
        hub.lookAgain()
    }

    /// False when nothing is left.
    private func readPage() async throws(StoreFault) -> Bool {
        let from = cursor.withLock { $0 } ?? 0
        let events = try await store.events(after: from, limit: Self.page)
        guard let last = events.last else {
            hub.visits.reached(from)
            return false
        }
        let heard = events.filter { $0.stream.inquiry.map { hub.listens(to: $0) } ?? false }
        let wanted = heard.compactMap(Self.content)
        let texts = wanted.isEmpty ? [:] : try await store.contents(wanted)
        for envelope in events { try await follow(envelope) }
        for envelope in heard { hub.deliver(envelope, text: Self.content(envelope).flatMap { texts[$0] }) }
        cursor.withLock { $0 = last.sequence }
        hub.visits.reached(last.sequence)
        return events.count == Self.page
    }

    /// The text that the event shows, if any.
    static func content(_ envelope: Envelope) -> ContentID? {
        switch envelope.event {
        case .chatMessageSent(_, let content, _), .receiptSent(_, _, let content),
            .replyNoted(_, let content, _):
            content
        case .answerGiven(_, .some, let content, _): content
        default: nil
        }
    }

    /// Keeps the queue.
    private func follow(_ envelope: Envelope) async throws(StoreFault) {
        guard let inquiry = envelope.stream.inquiry else { return }
        try await hub.visits.follow(envelope, store)
        switch envelope.event {
        case .chatWaiting: hub.join(inquiry, since: envelope.at)
        case .chatClaimed: hub.leave(inquiry, claimedAt: envelope.at)
        case .questionLeft, .chatEnded, .channelMoved, .inquiryClosed, .inquiryVoided: hub.leave(inquiry)
        case .inquiryReleased, .sessionLost:
            // A live chat goes back with its original start (model §5.10).
            guard let file = try await store.file(inquiry), let chat = file.inquiry.open(.chat),
                chat.state == .waiting
            else { return }
            hub.join(inquiry, since: chat.startedAt)
        default: break
        }
    }
}
