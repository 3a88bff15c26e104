import NIOCore
import NIOPosix
import SkrankeDomain

extension ChatLoad {
    /// Runs the load with an event loop of its own, for whoever has none.
    /// - Parameter connections: what the requests of all citizens share.
    public func run(connections: Int, at address: GatewayAddress) async -> LoadReport {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let client = CitizenClient(group: group, connections: connections) { address }
        let report = await run(client: client)
        await client.close()
        try? await group.shutdownGracefully()
        return report
    }
}
