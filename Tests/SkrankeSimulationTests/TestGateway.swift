import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

@testable import SkrankeSimulation

/// A gateway in a test: a real HTTP/1.1 server on a free port, whose answers the test decides.
final class TestGateway: Sendable {
    /// A request as it came, and the hand that answers it.
    struct Request: Sendable {
        var method: String
        var path: String
        var headers: [String: String]
        var body: String
        let channel: any NIOCore.Channel

        /// A whole answer.
        func answer(_ status: Int, _ body: String = "", headers: [(String, String)] = []) {
            var fields = HTTPHeaders(headers)
            if status != 204 { fields.add(name: "Content-Length", value: String(body.utf8.count)) }
            send(
                .head(HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: fields))
            )
            if !body.isEmpty { send(bytes: body.utf8) }
            send(.end(nil))
        }

        /// Begins an event stream.
        func begin() {
            let fields = HTTPHeaders([("Content-Type", "text/event-stream")])
            send(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: fields)))
        }

        func event(_ name: String, _ json: String, id: Int? = nil) {
            let id = id.map { "id: \($0)\n" } ?? ""
            send(bytes: "\(id)event: \(name)\ndata: \(json)\n\n".utf8)
        }

        func send(bytes: some Sequence<UInt8>) { send(.body(.byteBuffer(ByteBuffer(bytes: bytes)))) }

        /// The connection breaks off.
        func breakOff() { channel.close(promise: nil) }

        private func send(_ part: HTTPServerResponsePart) { channel.writeAndFlush(part, promise: nil) }
    }

    let address: GatewayAddress
    private let group: MultiThreadedEventLoopGroup
    private let channel: any NIOCore.Channel
    /// Requests in the order in which they came.
    private let requests: AsyncStream<Request>

    static func start(port: Int = 0) async throws -> TestGateway {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let (stream, entry) = AsyncStream.makeStream(of: Request.self)
        let channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Reader(entry))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
        return TestGateway(group, channel, stream)
    }

    private init(
        _ group: MultiThreadedEventLoopGroup, _ channel: any NIOCore.Channel, _ stream: AsyncStream<Request>
    ) {
        self.group = group
        self.channel = channel
        requests = stream
        address = GatewayAddress(host: "127.0.0.1", port: channel.localAddress?.port ?? 0)
    }

    /// The next request. One caller at a time.
    func next() async throws -> Request {
        var iterator = requests.makeAsyncIterator()
        guard let request = await iterator.next() else { throw ClientFault.unreachable }
        return request
    }

    /// The next request that is no typing: those are answered here.
    func nextWord() async throws -> Request {
        while true {
            let request = try await next()
            guard request.path.hasSuffix("/typing") else { return request }
            request.answer(204)
        }
    }

    func stop() async throws {
        try await channel.close()
        try await group.shutdownGracefully()
    }

    private final class Reader: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        private let entry: AsyncStream<Request>.Continuation
        private var request: Request?

        init(_ entry: AsyncStream<Request>.Continuation) { self.entry = entry }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                let headers = head.headers.map { ($0.name.lowercased(), $0.value) }
                request = Request(
                    method: head.method.rawValue, path: head.uri,
                    headers: Dictionary(headers) { first, _ in first }, body: "", channel: context.channel)
            case .body(let bytes): request?.body += String(buffer: bytes)
            case .end: if let request { entry.yield(request) }
            }
        }
    }
}
