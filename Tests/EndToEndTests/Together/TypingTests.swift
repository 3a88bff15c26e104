import Foundation
import Glibc
import Testing

extension EndToEnd {
    /// Typing on one side is seen as a sign on the other, through gateway and bus (issue 9, point 6).
    @Test func typingIsSeenOnBothSides() throws {
        let desk = try DeskFolder()
        let console = try TmuxConsole(desk)
        try console.shows("Ingen venter i chat.", "http://127.0.0.1:")
        let web = try desk.gatewayAnswers()
        let chat = try web.ask("Ser dere at jeg skriver?")
        let path = "/api/v1/chats/\(chat.token)"
        let listener = try Child(
            ["python3", "-c", Self.listening, web.base + path + "/events"],
            environment: ProcessInfo.processInfo.environment)
        try eventually("the citizen listens") { listener.output.contains("event: receipt") }
        try console.shows("1 venter")
        try console.press("n")
        try console.shows("er din")
        // A sign lasts five seconds, so it is given until it was seen.
        try eventually("the agent sees the citizen type") {
            _ = try web.post(path + "/typing", [:])
            return try console.text.contains("innbyggeren skriver")
        }
        try console.press("s")
        try console.shows("Svar til 1-")
        try eventually("the citizen sees the agent type") {
            try console.type("a")
            return listener.output.contains("event: typing")
        }
        #expect(listener.output.contains(#"{"from":"agent"}"#))
    }

    private static let listening = """
        import sys, urllib.request
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        for line in opener.open(sys.argv[1]):
            sys.stdout.write(line.decode()); sys.stdout.flush()
        """
}
