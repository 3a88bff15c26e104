import Foundation
import HTTPTypes
import NIOCore
import NIOPosix

/// Bytes as an attacker sends them, and all that comes back until the server ends the connection.
enum RawExchange {
    struct Answer: Sendable {
        var bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
        /// The responses in it, by their status lines and Content-Length.
        var replies: [Reply] { Reply.all(bytes) }
    }

    /// - Parameter pieces: sent one after the other; the connection is left open for the server to end.
    static func send(_ pieces: [String], port: Int) async throws -> Answer {
        try await send(bytes: pieces.map { Array($0.utf8) }, port: port)
    }

    static func send(bytes pieces: [[UInt8]], port: Int) async throws -> Answer {
        let connection = try await open(port: port)
        for piece in pieces { try? await connection.channel.writeAndFlush(ByteBuffer(bytes: piece)) }
        return try await connection.rest()
    }

    static func open(port: Int) async throws -> Connection {
        let (chunks, continuation) = AsyncStream<ByteBuffer>.makeStream()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Collector(continuation))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return Connection(channel: channel, chunks: chunks)
    }

    struct Connection: Sendable {
        let channel: any NIOCore.Channel
        fileprivate let chunks: AsyncStream<ByteBuffer>

        func send(_ text: String) async throws { try await channel.writeAndFlush(ByteBuffer(string: text)) }

        /// What comes until the server ends the connection.
        func rest() async throws -> Answer {
            var bytes: [UInt8] = []
            for await chunk in chunks { bytes += chunk.readableBytesView }
            return Answer(bytes: bytes)
        }
    }

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let sink: AsyncStream<ByteBuffer>.Continuation
        init(_ sink: AsyncStream<ByteBuffer>.Continuation) { self.sink = sink }
        func channelRead(context: ChannelHandlerContext, data: NIOAny) { sink.yield(unwrapInboundIn(data)) }
        func channelInactive(context: ChannelHandlerContext) { sink.finish() }
        // A reset is an end as well.
        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}

extension Reply {
    static func all(_ bytes: [UInt8]) -> [Reply] {
        var replies: [Reply] = []
        var rest = bytes[...]
        while let end = rest.firstRange(of: [13, 10, 13, 10]) {
            let lines = String(decoding: rest[..<end.lowerBound], as: UTF8.self).components(
                separatedBy: "\r\n")
            var headers = HTTPFields()
            for line in lines.dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { continue }
                headers[name] = parts[1].trimmingCharacters(in: .whitespaces)
            }
            rest = rest[end.upperBound...]
            let body = rest.prefix(headers[.contentLength].flatMap { Int($0) } ?? 0)
            rest = rest.dropFirst(body.count)
            let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            replies.append(
                Reply(status: status, headers: headers, text: String(decoding: body, as: UTF8.self)))
        }
        return replies
    }

    /// A problem document in full: nothing is refused without a sentence.
    var isProblem: Bool {
        header("Content-Type") == "application/problem+json" && self["title"]?.isEmpty == false
            && self["detail"]?.isEmpty == false && self["code"]?.isEmpty == false
    }
}
