import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeGateway

/// Day-one scenarios that the gateway's clock decides (`scenarios.md`, by their numbers).
struct DeskScenarioTests {
    /// Two terminals press «ta» at once: the store's one writer lets one win, the other learns who.
    @Test func scenario9TwoAgentsOneChat() async throws {
        let test = TestDesk()
        try await test.beat("ingrid")
        try await test.beat("ola")
        let chat = try await test.chat()
        let results = try await withThrowingTaskGroup(of: (String, TransactionResult).self) { group in
            for name in ["ingrid", "ola"] {
                group.addTask { (name, try await test.desk.submit(.claim(chat), by: TestDesk.agent(name))) }
            }
            return try await group.reduce(into: [String: TransactionResult]()) { $0[$1.0] = $1.1 }
        }
        let owner = try #require(try await test.inquiry(chat)?.owner)
        let loser = owner == AgentID("ola") ? "ingrid" : "ola"
        guard case .committed? = results[owner.rawValue], case .refused(let refusal)? = results[loser] else {
            Issue.record("\(results)")
            return
        }
        #expect(refusal == .alreadyClaimed(by: owner, at: test.time.now))
        let words = Intent.sendMessage(chat, text: "Hei", seen: 99, final: false, immediately: true)
        let said = try await test.desk.submit(words, by: TestDesk.agent(loser))
        guard case .refused(.notOwner(owner: owner)) = said else {
            Issue.record("the loser's words: \(said)")
            return
        }
    }

    /// The terminal dies with a live chat and half an e-mail: within the lease the chat stands in front with
    /// its wait, the citizen has a notice, and the draft is there at the next login.
    @Test func scenario10TerminalDies() async throws {
        let test = TestDesk()
        let keeper = LeaseKeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        try await test.beat("ola")
        let asked = test.time.now
        let chat = try await test.claimed(by: "ingrid")
        let mail: InquiryID = test.desk.newID()
        _ = try await test.submit(
            .registerInquiry(id: mail, Registration(channel: .email, text: "Faktura", claim: true)),
            by: TestDesk.agent("ingrid"))
        let draft = Draft(
            agent: AgentID("ingrid"), inquiry: mail, kind: .reply, text: "Kjære Åse, takk for",
            savedAt: test.time.now)
        try await test.store.saveDraft(draft)
        _ = try await keeper.work()
        // Killed here: no more heartbeats of hers.
        for _ in 0..<7 {
            test.time.advance(by: .seconds(5))
            try await test.beat("ola")
            _ = try await keeper.work()
        }
        test.time.advance(by: .seconds(1))
        let later = try await test.chat()
        let front = try await test.store.openHeads(after: nil, limit: 10).filter { $0.channel == .chat }
        #expect(front.map(\.id) == [chat, later], "in front, before whoever asked later")
        #expect(front.first?.owner == nil && front.first?.waitingSince == asked)
        let inquiry = try #require(try await test.inquiry(chat))
        #expect(inquiry.messages.last?.author == .system, "the citizen is told")
        #expect(try await test.inquiry(mail)?.owner == AgentID("ingrid"), "written work has no short lease")
        #expect(try await test.store.drafts(of: AgentID("ingrid")) == [draft])
        #expect(try await test.store.agents().first { $0.id == AgentID("ingrid") }?.presence == .off)
    }

    /// Written work that lies for two opening hours: told once, and seen until somebody does something.
    @Test func untouchedWorkIsToldByTheTimekeeper() async throws {
        let test = TestDesk()
        let keeper = Timekeeper(desk: test.desk, clock: test.time)
        let mail: InquiryID = test.desk.newID()
        _ = try await test.submit(
            .registerInquiry(id: mail, Registration(channel: .email, text: "Faktura", claim: true)),
            by: TestDesk.agent("ingrid"))
        test.time.advance(by: .seconds(7_199))
        _ = try await keeper.work()
        #expect(try await test.store.file(mail)?.head.idleSince == nil)
        test.time.advance(by: .seconds(1))
        _ = try await keeper.work()
        #expect(try await test.store.file(mail)?.head.idleSince == TestDesk.start)
        _ = try await test.submit(.addNote(mail, text: "Venter"), by: TestDesk.agent("ingrid"))
        #expect(try await test.store.file(mail)?.head.idleSince == nil)
    }
}
