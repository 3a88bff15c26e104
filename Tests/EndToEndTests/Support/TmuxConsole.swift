import Foundation
import Glibc

/// The program in a real terminal: a tmux server of its own with one window.
// Sendable: used by one test at a time; the suite is serialised.
final class TmuxConsole: @unchecked Sendable {
    /// Kept, so that its folder, where the socket lies, is still there in `deinit`.
    private let desk: DeskFolder
    private let socket: String
    private let environment: [String: String]

    /// - Parameters:
    ///   - words: the program's arguments; nil opens a shell instead.
    init(
        _ desk: DeskFolder, _ words: [String]? = [], columns: Int = 120, rows: Int = 36,
        under wrapper: String = ""
    ) throws {
        self.desk = desk
        socket = desk.folder + "/tmux-\(UUID().uuidString.prefix(8))"
        var environment = desk.environment
        environment["TERM"] = "tmux-256color"
        self.environment = environment
        var command = "exec /bin/sh"
        if let words {
            let quoted = ([Repository.program] + words).map(Self.quoted).joined(separator: " ")
            command = wrapper.isEmpty ? "exec \(quoted)" : "\(wrapper)\(quoted)"
        }
        try tmux(
            "-f", "/dev/null", "start-server", ";", "set-option", "-g", "remain-on-exit", "on", ";",
            "new-session", "-d", "-s", "c", "-x", "\(columns)", "-y", "\(rows)", command)
    }

    deinit { _ = try? tmux("kill-server") }

    @discardableResult
    private func tmux(_ words: String...) throws -> String {
        let outcome = try Child(["tmux", "-S", socket] + words, environment: environment).outcome()
        guard outcome.status == 0 else { throw Trouble("tmux \(words): \(outcome.err)") }
        return outcome.out
    }

    /// Text as a person types it.
    func type(_ text: String) throws { try tmux("send-keys", "-t", "c", "-l", text) }

    /// Keys by tmux's names: `C-s`, `Escape`, `Enter`, `F2`.
    func press(_ keys: String...) throws {
        for key in keys { try tmux("send-keys", "-t", "c", key) }
    }

    func resize(columns: Int, rows: Int) throws {
        try tmux("resize-window", "-t", "c", "-x", "\(columns)", "-y", "\(rows)")
    }

    var rows: [String] {
        get throws { try tmux("capture-pane", "-p", "-t", "c").components(separatedBy: "\n") }
    }

    var text: String { get throws { try rows.joined(separator: "\n") } }

    /// Waits until the screen shows all of these; the last screen stands in the fault.
    func shows(_ wanted: String..., within seconds: Double = 30) throws {
        var last = ""
        let came = try Waiting.until(within: seconds) {
            last = try text
            return wanted.allSatisfy { last.contains($0) }
        }
        if !came { throw Trouble("the screen never showed \(wanted):\n\(last)") }
    }

    /// The process in the window.
    var pid: pid_t {
        get throws {
            let text = try tmux("display-message", "-p", "-t", "c", "#{pane_pid}")
            return try pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)).orTrouble(text)
        }
    }

    var isDead: Bool {
        get throws { try tmux("display-message", "-p", "-t", "c", "#{pane_dead}").hasPrefix("1") }
    }

    private static func quoted(_ word: String) -> String {
        "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
