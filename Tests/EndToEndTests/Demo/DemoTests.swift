import Foundation
import Glibc
import Testing

/// `skranke demo`: what a newcomer sees first (issue 9, point 8).
extension EndToEnd {
    /// A demonstration that runs in a terminal of its own.
    private struct Demo {
        let desk: DeskFolder
        let console: TmuxConsole
        let store: String

        /// - Parameter old: the folders of demonstrations that are known.
        init(_ desk: DeskFolder, besides old: Set<String> = []) throws {
            self.desk = desk
            console = try TmuxConsole(desk, ["demo", "--seed", "7", "--speed", "20"])
            let folder = try eventually("the demonstration's folder") {
                try Demo.folders(desk).subtracting(old).first
            }
            store = desk.folder + "/" + folder + "/skranke.db"
            try console.shows("DEMO", "1 Chat")
        }

        static func folders(_ desk: DeskFolder) throws -> Set<String> {
            Set(
                try FileManager.default.contentsOfDirectory(atPath: desk.folder).filter {
                    $0.hasPrefix("skranke-demo-")
                })
        }

        func json(_ words: String...) throws -> [[String: Any]] {
            let outcome = try desk.start(words + ["--json", "--store", store]).outcome()
            guard outcome.status == 0 else { throw Trouble("\(words): \(outcome.err)") }
            return try outcome.out.split(separator: "\n").map { try DeskFolder.object(String($0)) }
        }

        /// The journal's events, as `export` gives them.
        func events(_ type: String) throws -> [[String: Any]] {
            try desk.run("journal", "export", "--store", store).out.split(separator: "\n")
                .map { try DeskFolder.object(String($0)) }.filter { $0["type"] as? String == type }
        }

        /// The first citizen's first words.
        func firstQuestion() throws -> String {
            let stream = try eventually("a citizen", within: 60) {
                try events("ChatWaiting").first?["aggregate"] as? String
            }
            let received = try #require(
                try events("InquiryReceived").first { $0["aggregate"] as? String == stream })
            let reference = try #require((received["payload"] as? [String: Any])?["reference"] as? String)
            let messages = try #require(
                try json("inquiry", "show", reference).first?["messages"] as? [[String: Any]])
            return try #require(messages.first { $0["from"] as? String == "citizen" }?["text"] as? String)
        }
    }

    /// The day goes on behind the curtain: calls come in by the real interface, colleagues answer and finish.
    @Test func theTelephoneRingsInTheDemonstration() throws {
        let desk = try DeskFolder()
        let demo = try Demo(desk)
        let offered = try demo.events("CallOffered").count
        let answered = try demo.events("CallAnswered").count
        #expect(offered > 40 && answered > 30, "the morning's calls stand in the journal")
        _ = try eventually("a call that was answered", within: 60) {
            try demo.events("CallOffered").count > offered && demo.events("CallAnswered").count > answered
                ? true : nil
        }
    }

    @Test func aDemonstrationFromTheFirstCitizenToTheSweep() throws {
        let desk = try DeskFolder()
        let demo = try Demo(desk)
        // The other three panes have their morning.
        let channels = Set(try demo.json("inquiry", "list").compactMap { $0["channel"] as? String })
        #expect(channels.isSuperset(of: ["email", "callback", "visit"]), "\(channels)")
        // They come by HTTP, are answered, and write on.
        let question = try demo.firstQuestion()
        let reference = try eventually("a chat that waits", within: 60) {
            try demo.json("inquiry", "list").first {
                $0["channel"] as? String == "chat" && $0["owner"] is NSNull
            }?["reference"] as? String
        }
        for words in [["claim", reference], ["answer", reference, "--text", "Hei! Hvor gjelder det?"]] {
            let outcome = try desk.start(["inquiry"] + words + ["--store", demo.store]).outcome()
            #expect(outcome.status == 0, "\(words): \(outcome.err)")
        }
        try eventually("the citizen's reply", within: 90) {
            let messages = try demo.json("inquiry", "show", reference).first?["messages"] as? [[String: Any]]
            let authors = messages?.compactMap { $0["from"] as? String } ?? []
            guard let answer = authors.firstIndex(of: "agent") else { return false }
            return authors[answer...].contains("citizen")
        }
        // Who waits for too long goes.
        try eventually("one who gives up", within: 120) {
            try demo.events("InquiryClosed").contains {
                ($0["payload"] as? [String: Any])?["result"] as? String == "withdrawn"
            }
        }
        try leavesNothing(demo, question)
    }

    /// Killed, it takes its children along; what it left is swept by the next, which has the same citizens.
    private func leavesNothing(_ demo: Demo, _ question: String) throws {
        let old = try Demo.folders(demo.desk)
        let note = try String(
            contentsOfFile: (demo.store as NSString).deletingLastPathComponent + "/gateway.json",
            encoding: .utf8)
        let gateway = try #require(try DeskFolder.object(note)["pid"] as? Int)
        kill(try demo.console.pid, SIGKILL)
        try eventually("the gateway ends with its demonstration") { kill(pid_t(gateway), 0) != 0 }
        #expect(try Demo.folders(demo.desk) == old, "nobody was left to remove it")
        let next = try Demo(demo.desk, besides: old)
        #expect(try Demo.folders(demo.desk).isDisjoint(with: old), "swept")
        #expect(try next.firstQuestion() == question, "the same seed, the same day")
        try next.console.press("C-q")
        try eventually("the demonstration ends") { try next.console.isDead }
        try eventually("and takes its folder along") { try Demo.folders(demo.desk).isEmpty }
    }
}
