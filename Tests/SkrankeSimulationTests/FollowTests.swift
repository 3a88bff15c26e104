import NIOCore
import NIOPosix
import SkrankeDomain
import Synchronization
import Testing

@testable import SkrankeSimulation

/// Event streams over the loopback: every split, resumed after a break, found again elsewhere.
@Suite(.timeLimit(.minutes(1))) struct FollowTests {
    private var backoff: Backoff { Backoff(random: SeededRandom(seed: 1)) }

    /// Follows `token` until `count` updates have come; `serve` plays the gateway meanwhile.
    private func follow(
        _ count: Int, locate: @escaping CitizenClient.Locator,
        serve: @Sendable @escaping () async throws -> Void
    ) async throws -> [ChatUpdate] {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let client = CitizenClient(group: group, pause: { _ in try Task.checkCancellation() }, locate: locate)
        let updates = Mutex<[ChatUpdate]>([])
        async let served: Void = serve()
        try await client.follow(token: "t1", backoff: backoff) { update in
            updates.withLock {
                $0.append(update)
                return $0.count < count
            }
        }
        try await served
        try await group.shutdownGracefully()
        return updates.withLock { $0 }
    }

    static let all: [ChatUpdate] = [
        .message(sequence: 3, from: .citizen, text: "Blåbær?"),
        .receipt(reference: "2026-0007", expectedAt: "2026-11-24"),
        .state(.waiting), .position(2, expectedWaitSeconds: nil), .state(.active), .typing(.agent),
        .message(sequence: 9, from: .agent, text: "Hei 🫐"), .state(.ended),
    ]

    private static let bytes = Array(
        """
        event: message\nid: 3\ndata: {"sequence":3,"from":"citizen","text":"Blåbær?","at":"x"}\n
        event: receipt\nid: 4\ndata: {"reference":"2026-0007","expectedAt":"2026-11-24","text":"x","statusUrl":"/"}\n
        event: state\nid: 5\ndata: {"state":"waiting"}\n
        event: position\ndata: {"position":2,"expectedWaitSeconds":null}\n
        : et hjerteslag\n
        event: state\nid: 7\ndata: {"state":"active"}\n
        event: nytt-og-ukjent\nid: 8\ndata: {}\n
        event: typing\ndata: {"from":"agent"}\n
        event: message\nid: 9\ndata: {"sequence":9,"from":"agent","text":"Hei 🫐","at":"x"}\n
        event: state\nid: 10\ndata: {"state":"ended"}\n\n
        """.utf8)

    @Test(arguments: [1, 2, 7, 64, 10_000])
    func readsEveryEventInPieces(_ size: Int) async throws {
        let gateway = try await TestGateway.start()
        let address = gateway.address
        let updates = try await follow(Self.all.count, locate: { address }) {
            let request = try await gateway.next()
            #expect(request.method == "GET")
            #expect(request.path == "/api/v1/chats/t1/events")
            #expect(request.headers["accept"] == "text/event-stream")
            #expect(request.headers["last-event-id"] == nil)
            request.begin()
            for start in stride(from: 0, to: Self.bytes.count, by: size) {
                request.send(bytes: Self.bytes[start..<min(start + size, Self.bytes.count)])
            }
        }
        #expect(updates == Self.all)
        try await gateway.stop()
    }

    /// The gateway is killed in the middle of an event, and comes back on another port.
    @Test func resumesBehindTheLastEvent() async throws {
        let first = try await TestGateway.start()
        let second = try await TestGateway.start()
        let place = Mutex<GatewayAddress?>(first.address)
        let updates = try await follow(3, locate: { place.withLock { $0 } }) {
            let request = try await first.next()
            request.begin()
            request.event("state", #"{"state":"waiting"}"#, id: 41)
            request.event("position", #"{"position":1}"#)
            request.send(bytes: "id: 42\nevent: message\ndata: {\"seq".utf8)
            place.withLock { $0 = second.address }
            request.breakOff()
            let again = try await second.next()
            #expect(again.headers["last-event-id"] == "41")
            again.begin()
            again.event("message", #"{"sequence":42,"from":"agent","text":"Hei","at":"x"}"#, id: 42)
        }
        #expect(
            updates == [
                .state(.waiting), .position(1, expectedWaitSeconds: nil),
                .message(sequence: 42, from: .agent, text: "Hei"),
            ])
        try await first.stop()
        try await second.stop()
    }

    @Test func waitsForABusyGatewayAndEndsAtARefusal() async throws {
        let gateway = try await TestGateway.start()
        let address = gateway.address
        await #expect(throws: ClientFault.refused(status: 404, code: "not-found", retryAfter: nil)) {
            _ = try await follow(1, locate: { address }) {
                try await gateway.next().answer(503, "{}", headers: [("Retry-After", "1")])
                let request = try await gateway.next()
                request.begin()
                request.breakOff()
                try await gateway.next().answer(404, #"{"title":"t","detail":"d","code":"not-found"}"#)
            }
        }
        try await gateway.stop()
    }

    @Test func nonsenseInAStreamIsMalformed() async throws {
        let gateway = try await TestGateway.start()
        let address = gateway.address
        await #expect(throws: ClientFault.malformed("state")) {
            _ = try await follow(1, locate: { address }) {
                let request = try await gateway.next()
                request.begin()
                request.event("state", #"{"state":"asleep"}"#, id: 1)
            }
        }
        try await gateway.stop()
    }

    /// Cancelled, it lets go of its connection: the gateway sees the end.
    @Test func cancellingCloses() async throws {
        let gateway = try await TestGateway.start()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let address = gateway.address
        let client = CitizenClient(group: group, locate: { address })
        let task = Task { try await client.follow(token: "t", backoff: backoff) { _ in true } }
        let request = try await gateway.next()
        request.begin()
        task.cancel()
        try await request.channel.closeFuture.get()
        await #expect(throws: ClientFault.cancelled) { try await task.value }
        try await gateway.stop()
        try await group.shutdownGracefully()
    }
}
