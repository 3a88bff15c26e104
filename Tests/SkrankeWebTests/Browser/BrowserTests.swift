import Foundation
import SkrankeDomain
import Synchronization
import Testing

@testable import SkrankeWeb

/// A real Chromium with axe-core (facts §3.7: WCAG 2.1 AA). Chromium and its driver come from Debian,
/// selenium and axe from PyPI, by the README's test command.
@Suite("The citizen's page in a real browser", .serialized, .timeLimit(.minutes(5)))
struct BrowserTests {
    @Test(
        "Asked, answered, reloaded, translated, ended, read again; by keyboard, light, dark, phone"
    )
    func story() async throws {
        try #require(
            FileManager.default.isExecutableFile(atPath: "/usr/bin/chromedriver"),
            "chromium-driver is missing: apt-get install chromium chromium-driver")
        let open = TestDesk()
        try await open.openDesk()
        let closed = TestDesk(at: TestDesk.sunday)
        let findings = Mutex<[String]>([])
        try await LiveServer.run(closed) { closedServer in
            let restarter = Restarter(desk: open)
            let address = try await restarter.start(port: 0)
            let browser = try Browser(arguments: [
                address.url, closedServer.address.url,
                ProcessInfo.processInfo.environment["SKRANKE_SHOTS"] ?? "",
            ])
            for try await line in browser.lines {
                if line.hasPrefix("FAIL ") { findings.withLock { $0.append(String(line.dropFirst(5))) } }
                guard line.hasPrefix("DO ") else { continue }
                try await Self.act(String(line.dropFirst(3)), open, restarter, port: address.port)
                browser.answer("ok")
            }
            await restarter.stop()
            #expect(browser.exitCode() == 0, "\(browser.errors())")
        }
        for finding in findings.withLock({ $0 }) { Issue.record("\(finding)") }
    }

    /// The agent's and the administrator's part.
    private static func act(_ what: String, _ desk: TestDesk, _ restarter: Restarter, port: Int) async throws
    {
        let heads = try await desk.store.openHeads(after: nil, limit: 10)
        guard let inquiry = heads.first(where: { $0.channel == .chat })?.id else { return }
        if what == "typing" {
            try await desk.act(.claim(inquiry))
            desk.bus.send(.ephemeral(.init(kind: .typing, inquiry: inquiry, who: .agent(AgentID("ingrid")))))
        } else if what == "stop" {
            await restarter.stop()
        } else if what == "start" {
            _ = try await restarter.start(port: port)
        } else if what.hasPrefix("answer ") {
            try await desk.say(String(what.dropFirst(7)).replacing("\t", with: "\n"), in: inquiry)
        }
    }
}

/// A server that can be stopped and started on the same port.
actor Restarter {
    private let desk: TestDesk
    private var server: WebServer?
    private var task: Task<Void, any Error>?

    init(desk: TestDesk) { self.desk = desk }

    func start(port: Int) async throws -> WebServer.Address {
        let server = try desk.server {
            $0.port = port
            $0.embedOrigins = ["http://127.0.0.1:*"]
        }
        let (addresses, continuation) = AsyncStream<WebServer.Address>.makeStream()
        self.server = server
        task = Task {
            defer { continuation.finish() }
            try await server.run { continuation.yield($0) }
        }
        for await address in addresses { return address }
        try await task?.value
        throw WebFault.failed("the server ended at once")
    }

    func stop() async {
        await server?.stop()
        _ = try? await task?.value
    }
}

/// The Python process, line by line; shared by the stories.
final class Browser: Sendable {
    let lines: AsyncThrowingStream<String, any Error>
    // Process and Pipe are used from the test's task alone, Mutex shows it to the compiler.
    private let state: Mutex<(Process, input: FileHandle, errors: URL)>

    init(arguments: [String], script text: String = BrowserScript.source) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "skranke-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let script = folder.appendingPathComponent("story.py")
        try Data(text.utf8).write(to: script)
        let errors = folder.appendingPathComponent("errors")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script.path] + arguments
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        let (stream, continuation) = AsyncThrowingStream<String, any Error>.makeStream()
        let rest = Mutex(Data())
        output.fileHandleForReading.readabilityHandler = { handle in
            let chunk = handle.availableData
            if chunk.isEmpty {
                handle.readabilityHandler = nil
                continuation.finish()
            }
            rest.withLock { rest in
                rest.append(chunk)
                while let end = rest.firstIndex(of: 10) {
                    continuation.yield(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
                    rest = Data(rest[rest.index(after: end)...])
                }
            }
        }
        try process.run()
        lines = stream
        state = Mutex((process, input.fileHandleForWriting, errors))
    }

    func answer(_ text: String) { state.withLock { $0.input.write(Data((text + "\n").utf8)) } }

    func exitCode() -> Int32 {
        state.withLock {
            $0.0.waitUntilExit()
            return $0.0.terminationStatus
        }
    }

    func errors() -> String {
        state.withLock { (try? String(contentsOf: $0.errors, encoding: .utf8)) ?? "" }
    }
}
