import Foundation
import SkrankeDomain
import Testing

@testable import SkrankeWeb

@Suite("Starting and stopping", .timeLimit(.minutes(1)))
struct ServerTests {
    @Test("A taken port is a fault with its name; when it is free, the same server serves")
    func takenPort() async throws {
        let first = TestDesk()
        try await LiveServer.run(first) { holder in
            // Connected before it stops.
            #expect(try await holder.get("/healthz").status == 200)
            let second = try TestDesk().server { $0.port = holder.address.port }
            await #expect(throws: WebFault.portTaken(host: "127.0.0.1", port: holder.address.port)) {
                try await second.run()
            }
            await holder.server.stop()
            let (addresses, continuation) = AsyncStream<WebServer.Address>.makeStream()
            let run = Task {
                defer { continuation.finish() }
                try await second.run { continuation.yield($0) }
            }
            for await address in addresses {
                #expect(address.port == holder.address.port)
                break
            }
            await second.stop()
            try await run.value
        }
    }

    @Test("An address that is not ours", arguments: ["203.0.113.1", "no.such.host.invalid"])
    func foreignAddress(host: String) async throws {
        let server = try TestDesk().server { $0.host = host }
        await #expect(throws: WebFault.self) { try await server.run() }
    }

    @Test("A stop ends open streams, and a second run begins anew")
    func stopWithStreams() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        let server = try desk.server()
        for _ in 0..<2 {
            let (addresses, continuation) = AsyncStream<WebServer.Address>.makeStream()
            let run = Task {
                defer { continuation.finish() }
                try await server.run { continuation.yield($0) }
            }
            for await address in addresses {
                let answer = try await desk.desk.submit(
                    .startChat(id: desk.desk.newID(), question: "x", language: nil, contact: nil),
                    by: Caller(.newcomer))
                guard case .committed(let opened, _) = answer else { throw Refusal.notFound }
                let inquiry = try #require(opened.inquiry)
                let path = "/api/v1/chats/\(server.tokens.token(.chat, for: inquiry))/events"
                let streams = [
                    try await EventClient.connect(port: address.port, path: path),
                    try await EventClient.connect(port: address.port, path: path),
                ]
                for stream in streams { #expect(try await stream.next()?.name == "message") }
                // What is committed in this process reaches a second run's streams too.
                _ = try await desk.desk.submit(
                    .citizenWrites(inquiry, text: "y"), by: Caller(.citizen(inquiry)))
                for stream in streams { #expect(try await stream.next("message")["text"] == "y") }
                await server.stop()
                for stream in streams { while try await stream.next() != nil {} }
                break
            }
            try await run.value
            #expect(server.streamCount == 0)
        }
    }

    @Test("Cancelling the task ends it as well")
    func cancelled() async throws {
        let server = try TestDesk().server()
        let (addresses, continuation) = AsyncStream<WebServer.Address>.makeStream()
        let run = Task { try? await server.run { continuation.yield($0) } }
        for await _ in addresses { break }
        run.cancel()
        await run.value
        #expect(server.streamCount == 0)
    }
}
