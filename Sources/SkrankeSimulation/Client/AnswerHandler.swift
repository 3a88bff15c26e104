import NIOCore
import NIOHTTP1

/// One connection's turn: a request goes out, its whole answer comes back. One at a time.
///
/// Lives on its channel's event loop and is touched by nobody else.
final class AnswerHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = Turn
    typealias OutboundOut = HTTPClientRequestPart

    /// A request and who waits for its answer.
    struct Turn: Sendable {
        var call: HTTPCall
        var host: String
        var promise: EventLoopPromise<HTTPAnswer>
        var patience: TimeAmount
    }

    /// Bytes of an answer's body; a longer one is refused (law 7).
    static let largestBody = 1 << 20

    private var turn: Turn?
    private var alarm: Scheduled<Void>?
    private var head: HTTPResponseHead?
    private var body: [UInt8] = []

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let turn = unwrapOutboundIn(data)
        guard self.turn == nil else {
            turn.promise.fail(ClientFault.malformed("two requests at once"))
            promise?.fail(ClientFault.malformed("two requests at once"))
            return
        }
        self.turn = turn
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(in: turn.patience) {
            let (handler, context) = bound.value
            handler.fail(.timedOut)
            context.close(promise: nil)
        }
        context.write(wrapOutboundOut(.head(turn.call.head(host: turn.host))), promise: nil)
        if !turn.call.body.isEmpty {
            let bytes = context.channel.allocator.buffer(bytes: turn.call.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
        }
        context.write(wrapOutboundOut(.end(nil)), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            // 1xx answers are only announcements.
            guard head.status.code >= 200 else { return }
            self.head = head
            body = []
        case .body(let bytes):
            guard body.count + bytes.readableBytes <= AnswerHandler.largestBody else {
                fail(.tooLarge)
                context.close(promise: nil)
                return
            }
            body += bytes.readableBytesView
        case .end:
            guard let head else { return }
            finish(head)
            if !head.isKeepAlive { context.close(promise: nil) }
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(.unreachable)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(.unreachable)
        context.close(promise: nil)
    }

    private func finish(_ head: HTTPResponseHead) {
        let answer = HTTPAnswer(
            status: Int(head.status.code), retryAfter: head.retryAfterSeconds, body: body,
            isReusable: head.isKeepAlive)
        let turn = end()
        turn?.promise.succeed(answer)
    }

    private func fail(_ fault: ClientFault) { end()?.promise.fail(fault) }

    private func end() -> Turn? {
        alarm?.cancel()
        alarm = nil
        head = nil
        body = []
        defer { turn = nil }
        return turn
    }
}
