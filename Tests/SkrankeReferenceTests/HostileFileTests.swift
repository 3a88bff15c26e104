import SkrankeDomain
import SkrankeReference
import Testing

/// Every byte from outside is hostile, a file of one's own too (law 5).
@Suite struct HostileFileTests {
    /// As TOML escapes: refused where they stand, and never shown as they are.
    @Test(arguments: [
        "\\u0007", "\\u001b[2J", "\\u007f", "\\u009b", "\\u202e", "\\u2066", "\\u200f", "\\u2028", "\\ufeff",
        "\\r", "\\t", "\\U000e0001\\u0008",
    ])
    func escapedControls(escape: String) throws {
        let errors = try Repository.errors(.desk, "\"Kongsvinger kommune\"", "\"Kongs\(escape)vinger\"")
        let line = try Repository.line(.desk, of: "name = ")
        #expect(errors.map(\.expected) == [.plainCharacters])
        #expect(errors.map(\.line) == [line])
        #expect(errors.map(\.path) == ["municipality.name"])
        for error in errors {
            for language in Language.allCases {
                let sentence = error.sentence(language)
                #expect(
                    sentence.unicodeScalars.allSatisfy { $0.value >= 32 && !(0x7F...0x9F).contains($0.value) }
                )
                #expect(!sentence.unicodeScalars.contains { (0x2028...0x202E).contains($0.value) })
            }
        }
    }

    /// Raw in the file, in a comment too; a NUL, which would end a C string, also as an escape.
    @Test(arguments: [
        "\u{0}", "\u{7}", "\u{1B}", "\u{9B}", "\u{202E}", "\u{FEFF}", "\r", "\\u0000", "\\U00000000",
    ])
    func rawControls(control: String) throws {
        let errors = try Repository.errors(.desk, "Navnet slik", "Nav\(control)net slik")
        let line = try Repository.line(.desk, of: "Navnet slik")
        #expect(errors == [DataFileError(file: "Data/desk.toml", line: line, expected: .plainCharacters)])
    }

    /// Line ends of other systems and a byte order mark are no errors.
    @Test func otherSystemsLineEnds() throws {
        var changes: [DataFile: String] = [:]
        for file in DataFile.allCases {
            changes[file] =
                "\u{FEFF}" + (try Repository.text("Data/\(file.fileName)")).replacing("\n", with: "\r\n")
        }
        let data = try Repository.decode(changes)
        let ours = try Repository.decode()
        #expect(data.policy.texts == ours.policy.texts)
        #expect(data.municipality == ours.municipality)
    }

    @Test(arguments: [
        ("email = 5", "email = 301"), ("email = 5", "email = -1"),
        ("email = 5", "email = 0x7fffffffffffffff"),
        ("port", "port"), ("body_bytes = 262144", "body_bytes = 1099511627776"),
        ("parallel_chats = 3", "parallel_chats = 3.0"), ("parallel_chats = 3", "parallel_chats = inf"),
        ("parallel_chats = 3", "parallel_chats = true"), ("parallel_chats = 3", "parallel_chats = [3]"),
        ("parallel_chats = 3", "parallel_chats = {a = 3}"),
        ("parallel_chats = 3", "parallel_chats = 2026-01-01"),
        ("parallel_chats = 3", "parallel_chats = 08:00:00"),
    ])
    func numbers(old: String, new: String) throws {
        let errors = try Repository.errors(.desk, old, new)
        #expect(errors.count == (old == new ? 0 : 1))
        #expect(errors.allSatisfy { $0.line != nil && $0.found?.isEmpty == false })
    }

    @Test func longText() throws {
        let long = String(repeating: "å", count: 100_000)
        let errors = try Repository.errors(.desk, "Kongsvinger kommune\"", "\(long)\"")
        #expect(errors.map(\.expected) == [.line(max: 100)])
        let found = try #require(errors.first?.found)
        #expect(found.unicodeScalars.count == DataFileError.foundLength + 1)
    }

    @Test func hugeFile() throws {
        let text = String(repeating: "# x\n", count: DataFile.sizeLimit / 4 + 1)
        let errors = try Repository.errors([.absence: text])
        #expect(errors == [DataFileError(file: "Data/absence.toml", expected: .fileSize(DataFile.sizeLimit))])
    }

    @Test func deepNesting() throws {
        let text = "x = " + String(repeating: "[", count: 100_000)
        let errors = try Repository.errors([.absence: text])
        #expect(errors.count == 1)
        guard case .syntax = errors.first?.expected else {
            Issue.record("\(errors)")
            return
        }
    }

    /// A text's braces are data: what a citizen's name holds is never read as a place.
    @Test func placesAreFilledOnce() throws {
        let data = try Repository.decode()
        let text = data.policy.texts.text(
            .receiptChat, .nb,
            [
                "reference": "{expected}", "topic": "{{x}", "received": "}", "expected": "E", "phone": "1",
                "municipality": "M",
            ])
        #expect(text.contains("Referansen er {expected}."))
        #expect(text.contains("{{x}"))
    }

    /// Each wrong address is refused; what a header or a shell could be broken with is none.
    @Test(arguments: [
        "a@b", "@b.example", "a@.example", "a b@c.example", "a@b.example\\n", "<a@b.example>",
        "a@b.example, c@d.example",
        "å@b.example", "a@@b.example", "",
    ])
    func email(address: String) throws {
        let errors = try Repository.errors(.desk, "\"post@kongsvinger.example\"", "\"\(address)\"")
        #expect(errors.map(\.path) == ["municipality.email"])
    }

    @Test(arguments: ["127.0.0.1:0", "0.0.0.0:80", "[::1]:8080", "localhost:65535"])
    func goodListenAddress(text: String) throws {
        let address = try #require(ListenAddress(text))
        #expect(address.description == text)
    }

    @Test(arguments: [
        ":8080", "8080", "host:", "host:-1", "host:65536", "::1:80", "[::1]", "a b:80", "[]:80", "host:８０",
        "x\u{1B}:1",
    ])
    func badListenAddress(text: String) { #expect(ListenAddress(text) == nil) }
}
