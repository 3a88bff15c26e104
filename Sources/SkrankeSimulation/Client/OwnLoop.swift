import NIOPosix

extension CitizenClient {
    /// Lends a client with an event loop of its own, which ends with `body`.
    public static func onOwnLoop(
        connections: Int, locate: @escaping Locator, _ body: (CitizenClient) async -> Void
    ) async {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let client = CitizenClient(group: group, connections: connections, locate: locate)
        await body(client)
        await client.close()
        try? await group.shutdownGracefully()
    }
}
