import NIOCore
import NIOHTTP1
import NIOPosix

/// Keep-alive connections to one gateway for requests with a short answer: at most `limit`, shared by all
/// citizens; who comes beyond that waits his turn.
actor ConnectionPool {
    private let group: any EventLoopGroup
    private let limit: Int
    /// Connections and the address that they lead to.
    private var idle: [(address: GatewayAddress, channel: any NIOCore.Channel)] = []
    private var used = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(group: any EventLoopGroup, limit: Int) {
        self.group = group
        self.limit = max(1, limit)
    }

    /// Sends the request and waits for the answer.
    func send(
        _ call: HTTPCall, to address: GatewayAddress, patience: TimeAmount
    ) async throws(ClientFault) -> HTTPAnswer {
        await enter()
        defer { leave() }
        if Task.isCancelled { throw .cancelled }
        let channel = try await connection(to: address)
        let promise = channel.eventLoop.makePromise(of: HTTPAnswer.self)
        let turn = AnswerHandler.Turn(
            call: call, host: address.description, promise: promise, patience: patience)
        channel.writeAndFlush(turn).cascadeFailure(to: promise)
        do {
            let answer = try await withTaskCancellationHandler {
                try await promise.futureResult.get()
            } onCancel: {
                channel.close(promise: nil)
            }
            if answer.isReusable, channel.isActive {
                idle.append((address, channel))
            } else {
                discard(channel)
            }
            return answer
        } catch {
            discard(channel)
            if Task.isCancelled { throw .cancelled }
            throw error as? ClientFault ?? .unreachable
        }
    }

    /// Closes what is idle. Requests under way end by themselves.
    func close() {
        for connection in idle { discard(connection.channel) }
        idle = []
    }

    private func enter() async {
        if used < limit {
            used += 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty { used -= 1 } else { waiting.removeFirst().resume() }
    }

    private func connection(to address: GatewayAddress) async throws(ClientFault) -> any NIOCore.Channel {
        while let connection = idle.popLast() {
            if connection.address == address, connection.channel.isActive { return connection.channel }
            discard(connection.channel)
        }
        return try await ConnectionPool.connect(to: address, on: group) { channel in
            try channel.pipeline.syncOperations.addHandler(AnswerHandler())
        }
    }

    private nonisolated func discard(_ channel: any NIOCore.Channel) { channel.close(promise: nil) }

    /// A new connection that speaks HTTP/1.1, with the handlers that `add` puts at its end.
    static func connect(
        to address: GatewayAddress, on group: any EventLoopGroup,
        _ add: @escaping @Sendable (any NIOCore.Channel) throws -> Void
    ) async throws(ClientFault) -> any NIOCore.Channel {
        let bootstrap = ClientBootstrap(group: group)
            .connectTimeout(.seconds(5))
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try add(channel)
                }
            }
        do {
            return try await bootstrap.connect(host: address.host, port: address.port).get()
        } catch {
            throw .unreachable
        }
    }
}
