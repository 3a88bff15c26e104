import Foundation
import Glibc
import Testing

@testable import SkrankeMail

/// The wire between the gateway and its reading process, and the names that need a secret.
@Suite struct WorkerTests {
    /// A pair of sockets whose other end serves on a thread of its own.
    private func ends() throws -> (ours: Int32, theirs: Int32) {
        var ends: [Int32] = [0, 0]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        return (ends[0], ends[1])
    }

    @Test(arguments: [0, 1, 255, 256, 70_000, 3_000_000]) func blocksComeWhole(_ count: Int) throws {
        let (ours, theirs) = try ends()
        defer { close(ours) }
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let writer = Thread {
            _ = MailWire.write(bytes, to: theirs)
            close(theirs)
        }
        writer.start()
        #expect(MailWire.read(ours, limit: 4_000_000, deadline: 20_000) == bytes)
        #expect(MailWire.read(ours, limit: 10, deadline: 20_000) == nil, "the end")
    }

    @Test func whatIsTooLongOrTooSlowIsNotWaitedFor() throws {
        let (ours, theirs) = try ends()
        defer {
            close(ours)
            close(theirs)
        }
        #expect(MailWire.write([1, 2, 3], to: theirs))
        #expect(MailWire.read(ours, limit: 2, deadline: 20_000) == nil)
        #expect(MailWire.read(theirs, limit: 9, deadline: 1) == nil)
    }

    @Test func aPeerThatIsGoneIsNoSignal() throws {
        let (ours, theirs) = try ends()
        close(theirs)
        defer { close(ours) }
        #expect(!MailWire.write([UInt8](repeating: 0, count: 1_000_000), to: ours))
    }

    /// Address, and its tag where it is our own but for it.
    @Test(arguments: [
        ("post+abc.def@kongsvinger.example", "abc.def"), ("POST+Abc@Kongsvinger.example", "abc"),
        ("post@kongsvinger.example", nil), ("post+@kongsvinger.example", nil),
        ("kari+abc@kongsvinger.example", nil), ("post+abc@evil.example", nil),
        ("post+abc@xkongsvinger.example", nil), ("", nil),
    ])
    func onlyOurOwnAddressCarriesATag(_ address: String, _ tag: String?) {
        let own = "post@kongsvinger.example"
        #expect(ReplyToken.tag(in: address, of: own, delimiter: "+") == tag)
    }

    @Test func pseudonymsAreStableAndSecret() {
        let key = [UInt8](repeating: 7, count: 32)
        let one = MailDigest.pseudonym("Kari@b.example", key: key)
        #expect(one == MailDigest.pseudonym("kari@b.example", key: key))
        #expect(one != MailDigest.pseudonym("ola@b.example", key: key))
        #expect(one != MailDigest.pseudonym("kari@b.example", key: [UInt8](repeating: 8, count: 32)))
        #expect(!one.contains("kari"))
        let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(MailDigest.of([]) == digest)
    }

    @Test(arguments: ["../../etc/passwd", ".", "a/b@c", "kari@b.example"])
    func aDemonstrationsBoxStaysInItsFolder(_ address: String) {
        let name = MaildirDelivery.fileName(address)
        #expect(!name.contains("/") && !name.hasPrefix("."))
    }
}
