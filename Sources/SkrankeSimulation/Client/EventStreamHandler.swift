import NIOCore
import NIOHTTP1

/// A connection that carries one event stream down.
///
/// Lives on its channel's event loop. Where the reader falls behind by more than its buffer, the connection
/// is closed instead of losing an event: the reader resumes after the last one that it has.
final class EventStreamHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart
    typealias Events = AsyncThrowingStream<ServerSentEvent, any Error>

    private let call: HTTPCall
    private let host: String
    private let events: Events.Continuation
    private var parser: EventStreamParser
    private var refusal: HTTPResponseHead?
    private var problem: [UInt8] = []
    private var hasEnded = false

    init(_ call: HTTPCall, host: String, lastEventID: String, events: Events.Continuation) {
        self.call = call
        self.host = host
        self.events = events
        parser = EventStreamParser(lastEventID: lastEventID)
    }

    func channelActive(context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(call.head(host: host))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !hasEnded else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            if head.status.code >= 300 { refusal = head }
        case .body(let bytes):
            if refusal != nil {
                if problem.count < 16_384 { problem += bytes.readableBytesView }
            } else {
                pass(bytes, context)
            }
        case .end: end(context)
        }
    }

    private func pass(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        do {
            for event in try parser.feed(bytes.readableBytesView) {
                if case .enqueued = events.yield(event) { continue }
                finish(.unreachable, context)
                return
            }
        } catch {
            finish(.tooLarge, context)
        }
    }

    private func end(_ context: ChannelHandlerContext) {
        guard let refusal else { return finish(.unreachable, context) }
        let code = ProblemDocument(problem)?.code ?? ""
        finish(
            .refused(status: Int(refusal.status.code), code: code, retryAfter: refusal.retryAfterSeconds),
            context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish(.unreachable, context)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { finish(.unreachable, context) }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // Nothing for longer than any server is silent: a half-open connection.
        if event is IdleStateHandler.IdleStateEvent { finish(.timedOut, context) }
        context.fireUserInboundEventTriggered(event)
    }

    private func finish(_ fault: ClientFault, _ context: ChannelHandlerContext) {
        guard !hasEnded else { return }
        hasEnded = true
        events.finish(throwing: fault)
        context.close(promise: nil)
    }
}
