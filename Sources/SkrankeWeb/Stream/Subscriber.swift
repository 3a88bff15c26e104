import SkrankeDomain
import Synchronization

/// A piece on its way to one open stream.
enum Delivery: Sendable {
    case event(Envelope, text: String?)
    case position(WaitingQueue.Place)
    case typing
    case heartbeat
    /// Something may have been missed: read the journal from where you are.
    case lookAgain
}

/// One open stream of one citizen. What it cannot take in time ends it: the client resumes by itself, and
/// nobody's memory grows (law 7).
final class Subscriber: Sendable {
    let number: Int
    let inquiry: InquiryID
    let address: String?
    let deliveries: AsyncStream<Delivery>
    private let continuation: AsyncStream<Delivery>.Continuation
    private let disconnect: @Sendable () -> Void
    /// Ticks during which one write has not come through.
    private let stalled = Mutex<Int?>(nil)

    /// - Parameter disconnect: cuts the connection, so that a write that hangs ends.
    init(
        number: Int, inquiry: InquiryID, address: String? = nil, backlog: Int,
        disconnect: @escaping @Sendable () -> Void
    ) {
        self.number = number
        self.inquiry = inquiry
        self.address = address
        self.disconnect = disconnect
        (deliveries, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(backlog))
    }

    /// Never blocks. A full backlog ends the stream.
    func send(_ delivery: Delivery) {
        if case .dropped = continuation.yield(delivery) { drop() }
    }

    /// Lets the stream end after what already waits for it.
    func finish() { continuation.finish() }

    private func drop() {
        continuation.finish()
        disconnect()
    }

    /// Brackets a write, so that `tick` can tell a slow client.
    func willWrite() { stalled.withLock { $0 = 0 } }
    func didWrite() { stalled.withLock { $0 = nil } }

    /// Called once a second.
    func tick(limit: Int) {
        let isStuck = stalled.withLock { ticks in
            guard let count = ticks else { return false }
            ticks = count + 1
            return count + 1 > limit
        }
        if isStuck { drop() }
    }
}
