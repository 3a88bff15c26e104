import HTTPTypes
import Hummingbird
import NIOCore
import SkrankeDomain
import SkrankeJournal
import Synchronization

/// One open display. It is told to look, never what: what it shows stands on the board.
final class DisplayListener: Sendable {
    enum Sign: Sendable { case look, time }
    let number: Int
    let address: String?
    let signs: AsyncStream<Sign>
    private let continuation: AsyncStream<Sign>.Continuation
    private let disconnect: @Sendable () -> Void
    /// Ticks during which one write has not come through.
    private let stalled = Mutex<Int?>(nil)

    init(number: Int, address: String?, disconnect: @escaping @Sendable () -> Void) {
        self.number = number
        self.address = address
        self.disconnect = disconnect
        (signs, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(2))
    }

    func look() { continuation.yield(.look) }
    func tellTime() { continuation.yield(.time) }
    func finish() { continuation.finish() }

    func willWrite() { stalled.withLock { $0 = 0 } }
    func didWrite() { stalled.withLock { $0 = nil } }

    /// Called once a second: a client that takes nothing is cut off, and comes back by itself.
    func tick(limit: Int) {
        let isStuck = stalled.withLock { ticks in
            guard let count = ticks else { return false }
            ticks = count + 1
            return count + 1 > limit
        }
        guard isStuck else { return }
        continuation.finish()
        disconnect()
    }
}

/// The called numbers as server-sent events: `called {"number","counter","at"}` with the journal's sequence as
/// id, and the desk's own time every five seconds, without id, by which the display clears itself at midnight.
struct DisplayStream: Sendable {
    let board: VisitBoard
    let listener: DisplayListener
    let zone: TimeZoneRules
    let clock: any SkrankeDomain.Clock
    /// Nil: the client comes for the first time, and is told the last of today.
    let after: Int64?

    /// Numbers that a display without a past is told.
    static let shown = 12

    private struct Called: Encodable {
        var number: Int
        var counter: String?
        var at: String
        enum Key: String, CodingKey { case number, counter, at }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(number, forKey: .number)
            try container.encode(counter, forKey: .counter)
            try container.encode(at, forKey: .at)
        }
    }
    private struct Time: Encodable { var at: String }

    func body(of request: Request) -> ResponseBody {
        ResponseBody { writer in
            defer { board.leave(listener) }
            try await request.body.consumeWithInboundCloseHandler { _ in
                try await run(&writer)
            } onInboundClosed: {
                listener.finish()
            }
        }
    }

    private func run(_ writer: inout any ResponseBodyWriter) async throws {
        try await write(ServerSentEvents.opening, &writer)
        try await write(time(), &writer)
        var seen = firstSeen()
        try await show(&seen, &writer)
        for await sign in listener.signs {
            if sign == .time { try await write(time(), &writer) }
            try await show(&seen, &writer)
        }
        try await writer.finish(nil)
    }

    /// A place behind the journal's end is one of another store: told like a newcomer.
    private func firstSeen() -> Int64 {
        let calls = board.calls
        if let after, after <= board.through { return after }
        return calls.dropLast(Self.shown).last?.sequence ?? 0
    }

    private func show(_ seen: inout Int64, _ writer: inout any ResponseBodyWriter) async throws {
        for call in board.calls where call.sequence > seen {
            try await write(try lines(call), &writer)
            seen = call.sequence
        }
    }

    private func lines(_ call: VisitBoard.Call) throws -> ByteBuffer {
        var json = try JSON.encode(
            Called(number: call.number, counter: call.counter, at: call.at.rfc3339(zone: zone)))
        var buffer = ByteBuffer(string: "id: \(call.sequence)\nevent: called\ndata: ")
        buffer.writeBuffer(&json)
        buffer.writeString("\n\n")
        return buffer
    }

    private func time() throws -> ByteBuffer {
        var json = try JSON.encode(Time(at: clock.now.rfc3339(zone: zone)))
        var buffer = ByteBuffer(string: "event: time\ndata: ")
        buffer.writeBuffer(&json)
        buffer.writeString("\n\n")
        return buffer
    }

    private func write(_ bytes: ByteBuffer, _ writer: inout any ResponseBodyWriter) async throws {
        listener.willWrite()
        defer { listener.didWrite() }
        try await writer.write(bytes)
    }
}
