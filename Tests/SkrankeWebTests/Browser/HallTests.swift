import Foundation
import SkrankeDomain
import Synchronization
import Testing

@testable import SkrankeWeb

/// Chromium and its driver come from Debian, selenium and axe from PyPI, by the README's test command.
@Suite("Kiosk, display and booking in a real browser", .serialized, .timeLimit(.minutes(5)))
struct HallTests {
    @Test("A ticket, the network cut, a restart, called numbers, a booking, a check-in; by hand and keyboard")
    func story() async throws {
        try #require(
            FileManager.default.isExecutableFile(atPath: "/usr/bin/chromedriver"),
            "chromium-driver is missing: apt-get install chromium chromium-driver")
        let desk = TestDesk()
        let restarter = Restarter(desk: desk)
        let address = try await restarter.start(port: 0)
        let findings = Mutex<[String]>([])
        let browser = try Browser(
            arguments: [address.url, "", ProcessInfo.processInfo.environment["SKRANKE_SHOTS"] ?? ""],
            script: HallScript.source)
        for try await line in browser.lines {
            if line.hasPrefix("FAIL ") { findings.withLock { $0.append(String(line.dropFirst(5))) } }
            guard line.hasPrefix("DO ") else { continue }
            let word = String(line.dropFirst(3))
            if word == "stop" {
                await restarter.stop()
                browser.answer("ok")
            } else if word == "start" {
                _ = try await restarter.start(port: address.port)
                browser.answer("ok")
            } else {
                browser.answer(try await Self.act(word, desk))
            }
        }
        await restarter.stop()
        #expect(browser.exitCode() == 0, "\(browser.errors())")
        for finding in findings.withLock({ $0 }) { Issue.record("\(finding)") }
    }

    /// The agent's part.
    private static func act(_ what: String, _ desk: TestDesk) async throws -> String {
        let heads = try await desk.store.openHeads(after: nil, limit: 50)
        let words = what.split(separator: " ").map(String.init)
        if words[0] == "call" {
            let id = try #require(heads.first { $0.ticket == Int(words[1]) }?.id)
            try await desk.act(.callVisitor(id, counter: words[2]))
        } else if words[0] == "tickets" {
            return "\(heads.count { $0.channel == .visit })"
        } else if what == "the day of the booking" {
            let at = try #require(heads.first { $0.channel == .appointment }?.scheduledAt)
            desk.clock.advance(at - desk.clock.now)
        } else if what == "arrived" {
            return heads.first { $0.channel == .appointment }?.contactState == .arrived ? "yes" : "no"
        } else if what == "close" {
            desk.clock.advance(.hours(12))
        }
        return "ok"
    }
}
