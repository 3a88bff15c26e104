import Foundation
import Logging
import SkrankeDomain
import Testing

@testable import SkrankeRuntime

/// The log is JSON that no terminal obeys, and tells nothing about citizens.
struct LogTests {
    @Test(arguments: [
        ("rett fram", "rett fram"), ("fra kari@example.no nå", "fra <address> nå"),
        ("ring 40000000", "ring <number>"), ("ring +47 400 00 000.", "ring <number>."),
        ("født 010190 12345", "født <number>"), ("tel:+4740000000", "tel:<number>"),
        ("port 8080 pid 12345", "port 8080 pid 12345"), ("H26-004217-X", "H26-004217-X"),
        ("2026-11-25T08:00:00Z", "2026-11-25T08:00:00Z"), ("ved @ og a@", "ved @ og a@"),
    ])
    func whoAskedIsMasked(_ text: String, _ expected: String) {
        #expect(LogText.scrubbed(text) == expected)
    }

    @Test func nothingInALineIsObeyed() throws {
        let hostile = "a\u{1B}[2J\n\u{9B}31m\u{202E}\u{0}\"\\\u{2028}\u{E0001}b"
        let quoted = LogText.quoted(hostile)
        #expect(quoted.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F })
        #expect(try JSONDecoder().decode(String.self, from: Data(quoted.utf8)) == hostile)
    }

    @Test func longTextIsCutVisibly() {
        let text = LogText.scrubbed(String(repeating: "å", count: LogText.limit + 1))
        #expect(text.unicodeScalars.count == LogText.limit + 1)
        #expect(text.hasSuffix("å…"))
    }

    @Test func linesAreDocumentsWithStableKeys() throws {
        let folder = try TemporaryFolder()
        var logger = LogFile.logger(
            part: "gateway", path: folder.path + "/log/gateway.log", clock: ManualClock(TestDesk.start),
            process: 7)
        logger[metadataKey: "pid"] = "forged"
        logger.info("works", metadata: ["store": "/x.db"])
        logger.debug("not told")
        let lines = try #require(folder.text("log/gateway.log")).split(separator: "\n")
        #expect(
            lines == [
                """
                {"at":"2026-11-25T08:00:00Z","level":"info","part":"gateway","pid":7,"message":"works",\
                "store":"/x.db"}
                """
            ])
        #expect(folder.mode("log/gateway.log") == 0o600)
        #expect(folder.mode("log") == 0o700)
    }

    /// Two writers, one file: no line is lost when it is put aside.
    @Test func fullLogsArePutAside() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/x.log"
        let writers = [LogSink(path: path, limit: 100, kept: 3), LogSink(path: path, limit: 100, kept: 3)]
        for number in 0..<40 { writers[number % 2].write("line \(number) ....") }
        let kept = ["x.log.3", "x.log.2", "x.log.1", "x.log"].compactMap { folder.text($0) }
        let numbers = kept.joined().split(separator: "\n").compactMap { Int($0.split(separator: " ")[1]) }
        #expect(numbers == Array((numbers.first ?? 0)..<40))
        #expect(numbers.count >= 20)
        #expect(folder.text("x.log.4") == nil)
    }
}

struct IdentifierTests {
    @Test func theySortByAgeAndLeaveRoom() {
        let early = Identifiers.make(at: Moment(milliseconds: 1_000), .max)
        let late = Identifiers.make(at: Moment(milliseconds: 1_001), 0)
        #expect(early < late)
        #expect(early.low & 0xFFFF == 0)
        #expect(early.high == 1_000 << 16 | 0xFFFF)
        #expect(early.low == 0xFFFF_FFFF_FFFF_0000)
    }

    @Test func noTwoAreAlike() {
        let identifiers = Identifiers(clock: ManualClock(TestDesk.start))
        #expect(Set((0..<10_000).map { _ in identifiers.next() }).count == 10_000)
    }
}
