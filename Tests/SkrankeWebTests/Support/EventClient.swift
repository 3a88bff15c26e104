import Foundation
import NIOCore
import NIOPosix

/// One server-sent event.
struct TestEvent: Sendable, Equatable {
    var id: Int?
    var name: String
    var data: String

    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(data.utf8))) as? [String: Any] ?? [:]
    }
    subscript(field: String) -> String? { json[field].flatMap { "\($0)" } }

    private struct Text: Decodable { var text: String }
    /// Exactly as sent: JSONSerialization would drop a byte order mark.
    var text: String? { try? JSONDecoder().decode(Text.self, from: Data(data.utf8)).text }
}

/// Reads a stream from a socket, byte by byte as a browser would.
final class EventClient: Sendable {
    let channel: any NIOCore.Channel
    let status: Int
    private let iterator: Box

    /// One reader at a time: a test's own task.
    private actor Box {
        var iterator: AsyncThrowingStream<TestEvent, any Error>.AsyncIterator
        init(_ stream: AsyncThrowingStream<TestEvent, any Error>) { iterator = stream.makeAsyncIterator() }
        func next() async throws -> TestEvent? {
            var own = iterator
            defer { iterator = own }
            return try await own.next(isolation: self)
        }
    }

    private init(channel: any NIOCore.Channel, status: Int, events: AsyncThrowingStream<TestEvent, any Error>)
    {
        self.channel = channel
        self.status = status
        iterator = Box(events)
    }

    static func connect(port: Int, path: String, headers: [String: String] = [:]) async throws -> EventClient
    {
        let head = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
        return try await raw(
            port: port,
            "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nAccept: text/event-stream\r\n\(head)\r\n")
    }

    private static func raw(port: Int, _ request: String) async throws -> EventClient {
        let (bytes, continuation) = AsyncThrowingStream<ByteBuffer, any Error>.makeStream()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Collector(continuation))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        try await channel.writeAndFlush(ByteBuffer(string: request))
        var parser = StreamParser()
        var iterator = bytes.makeAsyncIterator()
        while parser.status == nil, let chunk = try await iterator.next() { parser.feed(chunk) }
        let (events, sink) = AsyncThrowingStream<TestEvent, any Error>.makeStream()
        let first = parser
        Task {
            var parser = first
            do {
                for event in parser.drain() { sink.yield(event) }
                for try await chunk in bytes {
                    parser.feed(chunk)
                    for event in parser.drain() { sink.yield(event) }
                }
                sink.finish()
            } catch {
                sink.finish(throwing: error)
            }
        }
        return EventClient(channel: channel, status: first.status ?? 0, events: events)
    }

    /// Nil when the stream has ended.
    func next() async throws -> TestEvent? { try await iterator.next() }

    /// The next event of that name; others are passed over.
    func next(_ name: String) async throws -> TestEvent {
        while let event = try await next() { if event.name == name { return event } }
        throw ChannelError.eof
    }

    func next(_ count: Int) async throws -> [TestEvent] {
        var events: [TestEvent] = []
        while events.count < count, let event = try await next() { events.append(event) }
        return events
    }

    func close() async { try? await channel.close() }

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let sink: AsyncThrowingStream<ByteBuffer, any Error>.Continuation
        init(_ sink: AsyncThrowingStream<ByteBuffer, any Error>.Continuation) { self.sink = sink }
        func channelRead(context: ChannelHandlerContext, data: NIOAny) { sink.yield(unwrapInboundIn(data)) }
        func channelInactive(context: ChannelHandlerContext) { sink.finish() }
        func errorCaught(context: ChannelHandlerContext, error: any Error) { sink.finish(throwing: error) }
    }
}

/// Status line, chunks, events.
struct StreamParser: Sendable {
    var status: Int?
    private var raw: [UInt8] = []
    private var text: [UInt8] = []

    mutating func feed(_ buffer: ByteBuffer) {
        raw += buffer.readableBytesView
        if status == nil {
            guard let end = Self.find([13, 10, 13, 10], in: raw) else { return }
            let head = String(decoding: raw[..<end], as: UTF8.self)
            status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            raw.removeFirst(end + 4)
        }
        while let end = Self.find([13, 10], in: raw) {
            guard let size = Int(String(decoding: raw[..<end], as: UTF8.self), radix: 16), size > 0,
                raw.count >= end + 2 + size + 2
            else { return }
            text += raw[(end + 2)..<(end + 2 + size)]
            raw.removeFirst(end + 2 + size + 2)
        }
    }

    mutating func drain() -> [TestEvent] {
        var events: [TestEvent] = []
        while let end = Self.find([10, 10], in: text) {
            let block = String(decoding: text[..<end], as: UTF8.self)
            text.removeFirst(end + 2)
            var event = TestEvent(id: nil, name: "", data: "")
            for line in block.split(separator: "\n") {
                if line.hasPrefix("id: ") { event.id = Int(line.dropFirst(4)) }
                if line.hasPrefix("event: ") { event.name = String(line.dropFirst(7)) }
                if line.hasPrefix("data: ") { event.data = String(line.dropFirst(6)) }
            }
            if !event.name.isEmpty { events.append(event) }
        }
        return events
    }

    private static func find(_ pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        return (0...(bytes.count - pattern.count)).first {
            bytes[$0..<($0 + pattern.count)].elementsEqual(pattern)
        }
    }
}
