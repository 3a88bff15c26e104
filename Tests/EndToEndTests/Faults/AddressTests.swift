import Foundation
import Glibc
import Testing

/// Citizens' pages are open at an address: a gateway that was killed comes back there (issue 9, point 6).
extension EndToEnd {
    @Test func aKilledGatewayComesBackAtItsAddress() throws {
        let desk = try DeskFolder()
        let console = try TmuxConsole(desk)
        try console.shows("http://127.0.0.1:")
        let first = try desk.gatewayAnswers()
        let talk = try first.ask("Er dere der fortsatt?")
        for _ in 0..<3 {
            let pid = try #require(desk.gateway?.pid)
            kill(pid, SIGKILL)
            let again = try desk.gatewayAnswers(besides: pid)
            #expect(again.port == first.port)
            let reply = try again.post("/api/v1/chats/\(talk.token)/messages", ["text": "Hallo?"])
            #expect(reply.status == 202)
        }
    }

    /// Any port would do, but only the first time: it is the store's for as long as the store lives.
    @Test func aChosenPortIsTheStores() throws {
        let desk = try DeskFolder()
        var service = try desk.start(["serve"])
        let port = try desk.gatewayAnswers().port
        service.kill(SIGTERM)
        #expect(service.wait() == 0)
        service = try desk.start(["serve"])
        #expect(try desk.gatewayAnswers().port == port)
        // Named is named.
        service.kill(SIGTERM)
        service.wait()
        desk.listen = try DeskFolder.quietPort()
        service = try desk.start(["serve"])
        #expect("127.0.0.1:\(try desk.gatewayAnswers().port)" == desk.listen)
        service.kill(SIGKILL)
        service.wait()
        desk.listen = "127.0.0.1:0"
        service = try desk.start(["serve"])
        #expect("127.0.0.1:\(try desk.gatewayAnswers().port)" != "127.0.0.1:0")
    }

    /// Somebody took the port in the moment between: it is waited for, said, and taken when it is free.
    @Test func aPortThatWasTakenMeanwhileIsWaitedFor() throws {
        let desk = try DeskFolder()
        var service = try desk.start(["serve"])
        let port = try desk.gatewayAnswers().port
        service.kill(SIGKILL)
        service.wait()
        let squatter = try Squatter(port: port)
        service = try desk.start(["serve", "--language", "en"])
        try eventually("the taken port is told") {
            service.errors.contains("127.0.0.1:\(port) is taken.")
        }
        squatter.leave()
        #expect(try desk.gatewayAnswers().port == port)
        #expect(service.output.contains("http://127.0.0.1:\(port)"))
    }

    @Test(arguments: [
        Sentence("nb", "Skranken tar imot innbyggere på", "går allerede på"),
        Sentence("nn", "Skranken tek imot innbyggjarar på", "går alt på"),
        Sentence("en", "The desk receives citizens at", "is already running at"),
    ])
    func serveSaysWhereItIs(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let service = try desk.start(["serve", "--language", sentence.language])
        let place = try desk.gatewayAnswers()
        try eventually("the service says where it is") { service.output.hasSuffix("\n") }
        #expect(service.output.split(separator: "\n").count == 1)
        for word in [sentence.words[0], place.base, desk.store] {
            #expect(service.output.contains(word), "\(service.output)")
        }
        #expect(service.errors.isEmpty, "\(service.errors)")
        let second = try desk.run("serve", "--language", sentence.language)
        #expect(second.status == 1)
        for word in [sentence.words[1], place.base, "\(service.pid)", desk.store] {
            #expect(second.err.contains(word), "\(second.err)")
        }
        #expect(second.out.isEmpty)
    }

    @Test(arguments: [
        Sentence("nb", "er opptatt. Velg", "frister og utsending"),
        Sentence("nn", "er oppteken. Vel", "fristar og utsending"),
        Sentence("en", "is taken. Choose", "deadlines and sending go on"),
    ])
    func serveSaysThatThePortIsTaken(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let squatter = try Squatter(port: 0)
        desk.listen = "127.0.0.1:\(squatter.port)"
        let service = try desk.start(["serve", "--language", sentence.language])
        try eventually("the taken port is told") { service.errors.hasSuffix("\n") }
        for word in sentence.words + [desk.listen] {
            #expect(service.errors.contains(word), "\(service.errors)")
        }
        #expect(service.output.isEmpty)
        squatter.leave()
        #expect(try desk.gatewayAnswers().port == squatter.port)
        // However often it was tried, it was said once.
        #expect(service.errors.split(separator: "\n").count == 1, "\(service.errors)")
        service.kill(SIGTERM)
        #expect(service.wait() == 0)
    }

    @Test(arguments: [
        Sentence("nb", "er ingen adresse", "127.0.0.1:8080"),
        Sentence("nn", "er inga adresse", "127.0.0.1:8080"),
        Sentence("en", "is no address", "127.0.0.1:8080"),
    ])
    func anAddressThatIsNone(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let outcome = try desk.run("serve", "--listen", "nowhere", "--language", sentence.language)
        #expect(outcome.status == 64)
        for word in sentence.words { #expect(outcome.err.contains(word), "\(outcome.err)") }
    }
}

/// Somebody else's program on a port.
private final class Squatter {
    let port: UInt16
    private let socket: Int32
    private var isGone = false

    init(port wanted: UInt16) throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        self.socket = socket
        var yes: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = wanted.bigEndian
        inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(socket, place, size) == 0 && listen(socket, 1) == 0
                    ? getsockname(socket, place, &size) : -1
            }
        }
        let fault = errno
        port = UInt16(bigEndian: address.sin_port)
        guard result == 0 else { throw Trouble("squatter: \(fault)") }
    }

    deinit { leave() }

    func leave() {
        if !isGone { close(socket) }
        isGone = true
    }
}
