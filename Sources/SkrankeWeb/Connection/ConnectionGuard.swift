import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import SkrankeDomain

/// Stands between a connection's bytes and the site: what is no request, comes too slowly, or is one
/// connection too many gets an answer with a sentence, and then the connection ends (law 7).
///
/// Confined to the connection's event loop; made anew for each connection.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Told by a handler on the way: the request's body does not come.
    struct BodyIsLate: Sendable {}

    /// This handler's own place in the pipeline.
    private var own: ChannelHandlerContext?
    private let site: Site
    private let book: ConnectionBook
    /// The key under which the book counts this connection.
    private var counted: String?
    private(set) var isClosing = false
    /// Heads read whose responses have not ended.
    private var openRequests = 0
    private var isBodyOpen = false
    private var hasResponseBegun = false
    /// This response is the last one.
    private var closesAfter = false
    /// What to say when the responses before it are out.
    private var farewell: Problem?
    private var hasNewBytes = false
    private var headerTimer: Scheduled<Void>?

    init(site: Site, book: ConnectionBook) {
        self.site = site
        self.book = book
    }

    // The connection begins and ends

    func handlerAdded(context: ChannelHandlerContext) {
        own = context
        try? context.pipeline.syncOperations.addHandler(HeaderWatch(self), position: .first)
        if context.channel.isActive { enter(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        headerTimer?.cancel()
        own = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        enter(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        headerTimer?.cancel()
        if let counted { book.leave(counted) }
        counted = nil
        breakBody(context)
        context.fireChannelInactive()
    }

    /// Who reads the body must not take what has come of it for the whole: a message cut off in the middle,
    /// or a chat whose sender was told that it came too late.
    private func breakBody(_ context: ChannelHandlerContext) {
        guard isBodyOpen else { return }
        isBodyOpen = false
        context.fireErrorCaught(HTTPParserError.invalidEOFState)
    }

    /// Behind a proxy all connections are the proxy's, and on this machine they are one's own.
    private func enter(_ context: ChannelHandlerContext) {
        let configuration = site.house.configuration
        guard counted == nil, configuration.trustedProxyHeader == nil else { return }
        let address = ClientAddress(
            peer: context.channel.remoteAddress, headers: HTTPFields(), configuration)
        if address.isExempt { return }
        guard book.enter(address.key) else {
            return refuse(Problem(.tooManyConnections, retryAfter: 10), context)
        }
        counted = address.key
    }

    // Requests in

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isClosing { return }
        switch unwrapInboundIn(data) {
        case .head:
            headerTimer?.cancel()
            headerTimer = nil
            hasNewBytes = false
            openRequests += 1
            isBodyOpen = true
        case .body: break
        case .end:
            hasNewBytes = false
            isBodyOpen = false
        }
        context.fireChannelRead(data)
    }

    func bytesCome() { hasNewBytes = true }

    /// Bytes that made no head: a head is on its way, and has so long.
    func bytesWereRead() {
        guard let own, hasNewBytes, !isBodyOpen, !isClosing, headerTimer == nil else { return }
        let time = TimeAmount.seconds(site.house.limits.headerSeconds)
        let bound = NIOLoopBound(self, eventLoop: own.eventLoop)
        headerTimer = own.eventLoop.scheduleTask(in: time) {
            if let own = bound.value.own { bound.value.refuse(Problem(.headersTooSlow), own) }
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is BodyIsLate { return refuse(Problem(.bodyTooSlow), context, isAboutRequest: true) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is IOError || error is ChannelError { return context.fireErrorCaught(error) }
        if isClosing || farewell != nil { return }
        let isOverflow = (error as? HTTPParserError) == .headerOverflow
        let problem = Problem(isOverflow ? .headersTooLarge : .malformedRequest)
        refuse(problem, context, isAboutRequest: isBodyOpen && openRequests == 1)
    }

    // Responses out

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if isClosing {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.kind == .informational: break
        case .head(let head):
            hasResponseBegun = true
            closesAfter = head.headerFields[.connection]?.lowercased() == "close"
        case .body: break
        case .end: return end(context, data, promise)
        }
        context.write(data, promise: promise)
    }

    private func end(_ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?) {
        hasResponseBegun = false
        openRequests = max(0, openRequests - 1)
        context.writeAndFlush(data, promise: promise)
        if closesAfter { return close(context) }
        if openRequests == 0, let farewell { say(farewell, context) }
    }

    // Refusals

    /// - Parameter isAboutRequest: of the request that is being answered: the refusal is its response.
    private func refuse(_ problem: Problem, _ context: ChannelHandlerContext, isAboutRequest: Bool = false) {
        guard !isClosing else { return }
        defer { breakBody(context) }
        // In the middle of a response nothing can be said any more.
        if hasResponseBegun { return close(context) }
        if openRequests > (isAboutRequest ? 1 : 0) {
            farewell = problem
        } else {
            say(problem, context)
        }
    }

    private func say(_ problem: Problem, _ context: ChannelHandlerContext) {
        let (head, body) = site.refusal(problem)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        close(context)
    }

    /// Lets what was written arrive: a socket that is closed with unread bytes takes its last words back.
    private func close(_ context: ChannelHandlerContext) {
        isClosing = true
        headerTimer?.cancel()
        context.close(mode: .output, promise: nil)
        let channel = context.channel
        context.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }
}
