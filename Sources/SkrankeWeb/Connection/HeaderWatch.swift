import NIOCore

/// Sees a connection's bytes before they are understood, and tells the guard behind it.
///
/// Confined to the connection's event loop.
final class HeaderWatch: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let keeper: ConnectionGuard

    init(_ keeper: ConnectionGuard) { self.keeper = keeper }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // What comes after a refusal is read, so that the refusal arrives, and not looked at.
        if keeper.isClosing { return }
        keeper.bytesCome()
        context.fireChannelRead(data)
        keeper.bytesWereRead()
    }
}
