import Foundation
import Glibc
import Testing

extension EndToEnd {
    /// Law 2: kill -9 of the gateway, the console, both, a hundred times at random points under load.
    @Test func aHundredKillsLoseAndDoubleNothing() throws {
        let desk = try DeskFolder()
        desk.listen = try DeskFolder.quietPort()
        let killer = try Killer(desk, seed: 9)
        try killer.killGateways(70)
        try killer.killConsoles(15)
        try killer.killBoth(15)
        try killer.checkDraft()
        let tally = try killer.load.stop()
        #expect(killer.kills == 100)
        #expect(tally.refusals == [])
        #expect(tally.retries > 0, "no request was ever hit")
        #expect(tally.chats.count > 4)
        for chat in tally.chats { try Self.compare(desk, chat) }
        #expect(try desk.problems() == [])
        let listed = try desk.json("inquiry", "list", "--limit", "10000").compactMap {
            $0["reference"] as? String
        }
        let asked = Set(tally.chats.map(\.reference))
        #expect(asked.count == tally.chats.count, "two chats under one reference")
        #expect(Set(listed) == asked.union([killer.own]), "more or fewer inquiries than were asked")
    }

    /// Everything acknowledged is there once, in the order in which it was sent.
    private static func compare(_ desk: DeskFolder, _ chat: LoadClient.Chat) throws {
        let show = try #require(try desk.json("inquiry", "show", chat.reference).first)
        let messages = try #require(show["messages"] as? [[String: Any]])
        let texts = messages.filter { $0["from"] as? String == "citizen" }.compactMap {
            $0["text"] as? String
        }
        #expect(texts == chat.texts)
        #expect((show["receipts"] as? [[String: Any]])?.count == 1, "\(chat.reference): receipts")
    }
}

/// Ends processes at random points, and sees that what an agent had half written is there again.
private final class Killer {
    private(set) var kills = 0
    let own: String
    let load: LoadClient
    private let desk: DeskFolder
    private var random: SeededNumbers
    private var service: Child?
    /// What the agent wrote and the console said to be kept.
    private var words: [String] = []

    init(_ desk: DeskFolder, seed: UInt64) throws {
        self.desk = desk
        random = SeededNumbers(seed)
        service = try desk.start(["serve"])
        own = try desk.register("Halvveis")
        try desk.succeeds("inquiry", "claim", own)
        _ = try desk.gatewayAnswers()
        load = LoadClient(desk, citizens: 3)
    }

    private func somewhen() { Waiting.pause(milliseconds: Int(random.next() % 250)) }

    /// The gateway as a service: killed, started again, killed as soon as it has answered.
    func killGateways(_ count: Int) throws {
        for _ in 0..<count {
            try answersAgain()
            somewhen()
            service?.kill(SIGKILL)
            service?.wait()
            kills += 1
            service = try desk.start(["serve"])
        }
        try answersAgain()
    }

    /// As `gatewayAnswers`, and one citizen more was acknowledged.
    private func answersAgain() throws {
        _ = try desk.gatewayAnswers()
        let before = load.acknowledged
        try eventually("the citizens are acknowledged") { load.acknowledged > before }
    }

    func killConsoles(_ count: Int) throws {
        for _ in 0..<count {
            let console = try halfWritten()
            let pid = try console.pid
            somewhen()
            kill(pid, SIGKILL)
            kills += 1
        }
    }

    /// From here on the console keeps the gateway: killed together, the next console brings it back.
    func killBoth(_ count: Int) throws {
        service?.kill(SIGTERM)
        service?.wait()
        service = nil
        for _ in 0..<count {
            let console = try halfWritten()
            try answersAgain()
            let gateway = try desk.gateway.orTrouble("no gateway")
            let pid = try console.pid
            somewhen()
            kill(pid, SIGKILL)
            kill(gateway.pid, SIGKILL)
            kills += 1
        }
        // The citizens' last words need somebody to hear them.
        service = try desk.start(["serve"])
        try answersAgain()
    }

    /// A console in which what was half written is there again; another word is added, and kept.
    private func halfWritten() throws -> TmuxConsole {
        let console = try TmuxConsole(desk)
        try console.shows("4 E-post", "Halvveis")
        try console.press("4", "Enter")
        try console.shows("5 Henvendelse", "Svar")
        if let last = words.last { try console.shows(last) }
        try console.press("s")
        try console.shows("Svar til")
        words.append("ord\(words.count)-x")
        try console.type(words[words.count - 1] + " ")
        try console.shows(words[words.count - 1], "kladd lagret")
        return console
    }

    /// Every word of every console that was killed.
    func checkDraft() throws {
        let console = try halfWritten()
        let text = try console.text
        for word in words { #expect(text.contains(word), "\(word) is lost:\n\(text)") }
    }
}

/// splitmix64: the same numbers from the same seed.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
