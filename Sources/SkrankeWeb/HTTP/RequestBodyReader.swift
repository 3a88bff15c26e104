import Hummingbird
import NIOCore

/// Reads a request's body within its limits of size and time.
enum RequestBodyReader {
    /// The bytes.
    ///
    /// - Throws: `Problem.bodyTooLarge` as soon as it is; what still comes is not kept, and a client that
    ///   goes on sending loses the connection. One that comes too slowly is answered by `ConnectionGuard`.
    static func read(_ exchange: Exchange, _ limits: WebLimits) async throws -> [UInt8] {
        let channel = exchange.channel
        if let announced = exchange.request.head.headerFields[.contentLength].flatMap({ Int($0) }),
            announced > limits.bodyBytes
        {
            close(channel, after: .seconds(2))
            throw Problem(.bodyTooLarge)
        }
        // The guard of the connection says it, for this task may be waiting for a body that never comes.
        let deadline = channel.eventLoop.scheduleTask(in: .seconds(limits.bodySeconds)) {
            channel.pipeline.fireUserInboundEventTriggered(ConnectionGuard.BodyIsLate())
        }
        defer { deadline.cancel() }
        var bytes: [UInt8] = []
        for try await chunk in exchange.request.body {
            guard bytes.count + chunk.readableBytes <= limits.bodyBytes else {
                close(channel, after: .seconds(2))
                throw Problem(.bodyTooLarge)
            }
            bytes.append(contentsOf: chunk.readableBytesView)
        }
        return bytes
    }

    /// The same as text.
    static func text(_ exchange: Exchange, _ limits: WebLimits) async throws -> String {
        guard let text = String(validating: try await read(exchange, limits), as: UTF8.self) else {
            throw Problem(.invalidText)
        }
        return text
    }

    @discardableResult
    private static func close(_ channel: any NIOCore.Channel, after time: TimeAmount) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
