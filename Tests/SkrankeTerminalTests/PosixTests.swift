import CPosix
import Foundation
import Glibc
import Testing

@testable import SkrankeTerminal

@Suite struct PosixTests {
    private func path(_ name: String) -> String {
        // A socket's name has to be short.
        FileManager.default.temporaryDirectory.appendingPathComponent("sk-\(getpid())-\(name)").path
    }

    @Test func aPokeArrivesAndNeverBlocks() throws {
        let place = path("poke")
        let listener = skr_datagram_bind(place)
        let sender = skr_datagram_socket()
        try #require(listener >= 0 && sender >= 0)
        var buffer = [UInt8](repeating: 0, count: 16)
        #expect(skr_datagram_receive(listener, &buffer, 16) == 0)
        #expect(skr_datagram_send(sender, place, "hei", 3) == 0)
        #expect(skr_datagram_receive(listener, &buffer, 16) == 3)
        #expect(buffer.prefix(3) == Array("hei".utf8)[...])
        var attributes = stat()
        #expect(stat(place, &attributes) == 0 && attributes.st_mode & 0o777 == 0o600)
        // A listener that sleeps fills up and holds up nobody.
        var last: Int32 = 0
        for _ in 0..<100_000 where last == 0 { last = skr_datagram_send(sender, place, "x", 1) }
        #expect(last == EAGAIN)
        // Its name is not taken while it lives, but after it died.
        #expect(skr_datagram_bind(place) == -1 && errno == EADDRINUSE)
        close(listener)
        #expect(skr_datagram_send(sender, place, "x", 1) == ECONNREFUSED)
        let heir = skr_datagram_bind(place)
        #expect(heir >= 0 && skr_datagram_send(sender, place, "x", 1) == 0)
        close(heir)
        unlink(place)
        #expect(skr_datagram_send(sender, place, "x", 1) == ENOENT)
        #expect(skr_datagram_send(sender, String(repeating: "x", count: 200), "x", 1) == ENAMETOOLONG)
        close(sender)
    }

    @Test func figures() {
        #expect(skr_pss_kib(0) > 100)
        #expect(skr_pss_kib(1 << 30) == -1)
        #expect(skr_cpu_microseconds() > 0)
    }

    @Test func wakeUpsAreCountedOnceAndForgotten() {
        let fd = skr_eventfd()
        defer { close(fd) }
        #expect(!skr_fd_drain(fd))
        skr_eventfd_signal(fd)
        skr_eventfd_signal(fd)
        #expect(skr_fd_drain(fd))
        #expect(!skr_fd_drain(fd))
    }
}

@Suite struct ModeSequenceTests {
    @Test(arguments: ["", "C", "C-", "C-1", "blåbær 4217-X"])
    func aCopyIsBase64(_ text: String) {
        let expected = Data(text.utf8).base64EncodedString()
        #expect(ModeSequences.copy(text) == "\u{1B}]52;c;\(expected)\u{7}")
    }

    @Test func whatIsEnteredIsLeft() {
        for (mouse, title) in [(true, true), (false, false)] {
            let entered = ModeSequences.enter(mouse: mouse, title: title)
            let left = ModeSequences.leave(mouse: mouse, title: title)
            let parts = entered.split(separator: "\u{1B}")
            let switched = parts.filter { $0.hasSuffix("h") }.map { $0.dropLast() }
            #expect(switched.count == (mouse ? 4 : 2))
            for mode in switched { #expect(left.contains("\u{1B}\(mode)l")) }
        }
    }
}
