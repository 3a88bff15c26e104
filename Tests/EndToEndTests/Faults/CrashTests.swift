import Foundation
import Glibc
import Testing

/// A crash spills nothing: Swift's backtracer prints memory, which is what citizens wrote, and on a
/// terminal it asks a question for thirty seconds.
extension EndToEnd {
    static let crashes = [SIGILL, SIGTRAP, SIGSEGV, SIGABRT]

    @Test(arguments: crashes)
    func aCrashedGatewayLeavesNoTrace(signal: Int32) throws {
        let desk = try DeskFolder()
        let service = try desk.start(["serve"])
        _ = try desk.gatewayAnswers()
        service.kill(signal)
        #expect(service.wait() == -signal)
        #expect(service.errors.isEmpty, "\(service.errors)")
    }

    @Test(arguments: crashes)
    func aCrashedConsoleAsksNothing(signal: Int32) throws {
        let desk = try DeskFolder()
        let terminal = try RawTerminal(desk, ["--no-gateway"], columns: 100, rows: 30)
        try terminal.shows("Ingen venter i chat.")
        terminal.child.kill(signal)
        #expect(terminal.child.wait(within: 10) == -signal)
        terminal.settle()
        for word in ["Press space", "Backtrace", "Thread 0", "rip"] {
            #expect(!terminal.text.contains(word), "\(terminal.text.suffix(2_000))")
        }
        // The terminal is as it was found: the other screen is left.
        #expect(terminal.text.contains("\u{1B}[?1049l"))
        #expect(!terminal.child.errors.contains("Thread 0"), "\(terminal.child.errors)")
    }

    /// A theme that cannot be used is said before the screen and on it, and never silently another one.
    @Test(arguments: [
        Sentence("nb", "Themes/finnes-ikke.toml", "filen finnes ikke"),
        Sentence("nn", "Themes/finnes-ikke.toml", "fila finst ikkje"),
        Sentence("en", "Themes/finnes-ikke.toml", "is missing"),
    ])
    func aThemeThatIsMissing(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let words = ["--no-gateway", "--theme", "finnes-ikke", "--language", sentence.language]
        let terminal = try RawTerminal(desk, words, columns: 120, rows: 36)
        try terminal.shows(sentence.words[0])
        try eventually("the theme's fault is on standard error") {
            sentence.words.allSatisfy { terminal.child.errors.contains($0) }
        }
        terminal.child.kill(SIGTERM)
        terminal.child.wait()
    }

    @Test func aThemeThatIsWrongIsSaid() throws {
        let desk = try DeskFolder()
        try FileManager.default.createDirectory(
            atPath: desk.data + "/Themes", withIntermediateDirectories: true)
        try "palette = 7\n".write(
            toFile: desk.data + "/Themes/skranke.toml", atomically: true, encoding: .utf8)
        let terminal = try RawTerminal(desk, ["--no-gateway"], columns: 120, rows: 36)
        try terminal.shows("Themes/skranke.toml")
        try eventually("the theme's fault is on standard error") {
            terminal.child.errors.contains("Themes/skranke.toml, linje 1, palette:")
        }
        terminal.child.kill(SIGTERM)
        terminal.child.wait()
    }
}
