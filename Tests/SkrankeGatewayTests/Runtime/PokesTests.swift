import Foundation
import SkrankeDomain
import SkrankeJournal
import Synchronization
import Testing

@testable import SkrankeRuntime

/// The bus between processes: law 1; lost, doubled, late and hostile datagrams are harmless.
@Suite(.timeLimit(.minutes(1))) struct PokesTests {
    /// Hints in the order of their arrival.
    private final class Ear: Sendable {
        let hints: AsyncStream<Hint>
        private let subscription: Subscription

        init(_ bus: Pokes) {
            let (stream, continuation) = AsyncStream<Hint>.makeStream()
            hints = stream
            subscription = bus.subscribe { continuation.yield($0) }
        }

        /// Everything up to `last`.
        func hear(until last: Hint) async -> [Hint] {
            var heard: [Hint] = []
            for await hint in hints {
                heard.append(hint)
                if hint == last { break }
            }
            return heard
        }
    }

    private static let marker = Hint.ephemeral(
        Ephemeral(kind: .typing, inquiry: InquiryID(Identifier(high: 1, low: 2)), who: .citizen))

    private func bus(_ folder: TemporaryFolder, _ name: String = "pokes") throws -> Pokes {
        try Pokes(folder: folder.path + "/" + name, clock: SystemClock())
    }

    private func sockets(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path + "/pokes")
    }

    /// Sends each line of bytes (hexadecimal) to every socket, blocking where a queue is full.
    private static let sender = """
        import os, socket, sys
        s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        for name in os.listdir(sys.argv[1]):
            for data in sys.argv[2:]:
                s.sendto(bytes.fromhex(data), os.path.join(sys.argv[1], name))
        """

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(arguments: ["pokes", String(repeating: "a-very-long-name/", count: 12)])
    func twoBusesHearEachOtherAndThemselves(_ name: String) async throws {
        let folder = try TemporaryFolder()
        let (first, second) = (try bus(folder, name), try bus(folder, name))
        let (here, there) = (Ear(first), Ear(second))
        let agent = Hint.ephemeral(
            Ephemeral(
                kind: .looking, inquiry: InquiryID(Identifier(high: 3, low: 4)), who: .agent(AgentID("åse"))))
        first.send(.moved)
        first.send(agent)
        #expect(await here.hear(until: agent) == [.moved, agent])
        #expect(await there.hear(until: agent).contains(.moved))
        second.send(Self.marker)
        #expect(await here.hear(until: Self.marker) == [Self.marker])
    }

    @Test func folderAndSocketsAreOurs() throws {
        let folder = try TemporaryFolder()
        let bus = try bus(folder)
        #expect(folder.mode("pokes") == 0o700)
        let name = try #require(try sockets(folder).first)
        #expect(folder.mode("pokes/" + name) == 0o600)
        #expect(PokeFolder.isSocketName(name))
        withExtendedLifetime(bus) {}
    }

    /// A process that died leaves its socket's file: the next poke removes it.
    @Test func deadSocketsAreSwept() async throws {
        let folder = try TemporaryFolder()
        let bus = try bus(folder)
        let dead = folder.path + "/pokes/999-dead"
        let script = "import socket, sys; socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).bind(sys.argv[1])"
        #expect(try Python.run(script, [dead]) == 0)
        #expect(FileManager.default.fileExists(atPath: dead))
        let ear = Ear(bus)
        bus.send(.moved)
        _ = await ear.hear(until: .moved)
        #expect(!FileManager.default.fileExists(atPath: dead))
        #expect(try sockets(folder).count == 1)
    }

    @Test func anotherProcessIsPoked() async throws {
        let folder = try TemporaryFolder()
        let bus = try bus(folder)
        let script = """
            import socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1] + "/77-beef")
            print("ready", flush=True)
            print(s.recv(600).decode(), flush=True)
            """
        let other = try Python(script, [folder.path + "/pokes"])
        #expect(other.readLine() == "ready")
        bus.send(.moved)
        #expect(other.readLine() == "m")
        other.kill()
    }

    /// A process that does not read (Ctrl-Z) holds up nobody: its full queue counts as delivered.
    @Test func aStoppedProcessHoldsUpNobody() async throws {
        let folder = try TemporaryFolder()
        let bus = try bus(folder)
        let script = """
            import signal, socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1] + "/77-beef")
            print("ready", flush=True)
            signal.pause()
            """
        let stopped = try Python(script, [folder.path + "/pokes"])
        #expect(stopped.readLine() == "ready")
        let ear = Ear(bus)
        for _ in 0..<1_000 {
            bus.send(.moved)
            _ = await ear.hear(until: .moved)
        }
        stopped.kill()
    }

    /// However many commits there are, a millisecond holds one poke at most, and the last one is never lost.
    @Test func floodsBecomeFew() async throws {
        let folder = try TemporaryFolder()
        let (first, second) = (try bus(folder), try bus(folder))
        let (here, there) = (Ear(first), Ear(second))
        let clock = SystemClock()
        let start = clock.monotonic
        for _ in 0..<20_000 { first.send(.moved) }
        first.send(Self.marker)
        let heard = await (here.hear(until: Self.marker), there.hear(until: Self.marker))
        let elapsed = Int(clock.monotonic - start)
        #expect(heard.0.count <= elapsed + 3)
        #expect(heard.1.count <= elapsed + 3)
        #expect(heard.0.contains(.moved))
    }

    @Test func aFloodFromOutsideBecomesFewToo() async throws {
        let folder = try TemporaryFolder()
        let bus = try bus(folder)
        let ear = Ear(bus)
        let clock = SystemClock()
        let start = clock.monotonic
        let marker = try #require(PokeCodec.encode(Self.marker))
        let flood = Array(repeating: "6d", count: 5_000) + [hex(marker)]
        #expect(try Python.run(Self.sender, [folder.path + "/pokes"] + flood) == 0)
        let heard = await ear.hear(until: Self.marker)
        #expect(heard.count <= Int(clock.monotonic - start) + 3)
    }

    /// Datagrams that are no hints; the marker behind them shows that they were read.
    @Test func hostileDatagramsAreNoHints() async throws {
        let folder = try TemporaryFolder()
        let bus = try bus(folder)
        let ear = Ear(bus)
        var data = Self.hostile.map(hex)
        data.append(hex(try #require(PokeCodec.encode(Self.marker))))
        #expect(try Python.run(Self.sender, [folder.path + "/pokes"] + data) == 0)
        #expect(await ear.hear(until: Self.marker) == [Self.marker])
    }

    @Test func hostileDatagramsAreNotDecoded() {
        for bytes in Self.hostile { #expect(PokeCodec.decode(bytes[...]) == nil) }
    }

    private static var hostile: [[UInt8]] {
        let id = Identifier(high: 1, low: 2).description
        let names = ["", "a\u{1B}[2J", "a\u{202E}b", "a b", "a\u{0}", String(repeating: "x", count: 65)]
        let agents = names.map { name in
            let ephemeral = Ephemeral(
                kind: .typing, inquiry: InquiryID(Identifier(high: 1, low: 2)), who: .agent(AgentID(name)))
            return PokeCodec.encode(.ephemeral(ephemeral)) ?? [0]
        }
        return agents + [
            [], [0], Array("mm".utf8), Array("e".utf8), Array("e{".utf8), Array("e{}".utf8),
            [0x65, 0xFF, 0xFE, 0x7B],
            Array("e{\"kind\":\"shouting\",\"inquiry\":\"\(id)\",\"who\":{\"citizen\":{}}}".utf8),
            Array("e{\"kind\":\"typing\",\"inquiry\":\"../../etc\",\"who\":{\"citizen\":{}}}".utf8),
            Array("e".utf8) + Array(repeating: UInt8(ascii: "["), count: 500),
            Array("m".utf8) + Array(repeating: 0x41, count: 5_000), Array(repeating: 0x6D, count: 513),
        ]
    }

    /// A script pokes, stops and ends: the poke is out by then, and its socket gone.
    @Test func stoppingSendsWhatWaits() async throws {
        let folder = try TemporaryFolder()
        let console = try bus(folder)
        let ear = Ear(console)
        for _ in 0..<50 {
            let script = try bus(folder)
            script.send(.moved)
            script.stop()
            #expect(try sockets(folder).count == 1)
            #expect(await ear.hear(until: .moved) == [.moved])
        }
    }

    @Test func whoLeavesHearsNothingAndIsGone() async throws {
        let folder = try TemporaryFolder()
        let (first, second) = (try bus(folder), try bus(folder))
        let heard = Mutex(0)
        let subscription = second.subscribe { _ in heard.withLock { $0 += 1 } }
        subscription.cancel()
        first.send(.moved)
        let ear = Ear(second)
        second.send(Self.marker)
        _ = await ear.hear(until: Self.marker)
        #expect(heard.withLock { $0 } == 0)
        second.stop()
        second.send(.moved)
    }
}
