import SkrankeDomain
import Testing

@Suite struct GateTests {
    static let id = InquiryID(Identifier(high: 9, low: 9))
    static let other = InquiryID(Identifier(high: 9, low: 8))

    @Test func aCitizenTouchesNothingButHisOwn() {
        let citizen = Caller(.citizen(Self.id))
        #expect(Gate.permits(.citizenWrites(Self.id, text: "x"), citizen, owner: nil))
        #expect(!Gate.permits(.citizenWrites(Self.other, text: "x"), citizen, owner: nil))
        #expect(!Gate.permits(.claim(Self.id), citizen, owner: nil))
        #expect(!Gate.permits(.eraseContent(Self.id), citizen, owner: nil))
    }

    /// Model §5.5, a row a command: who may.
    @Test(arguments: [
        (Intent.claim(GateTests.id), [StaffRole.agent, .specialist, .leader, .supervisor]),
        (.assign(GateTests.id, to: "liv"), [.leader, .supervisor]),
        (.takeOver(GateTests.id, reason: "syk"), [.leader, .supervisor]),
        (.void(GateTests.id, .spam), [.agent, .supervisor]),
        (.merge(GateTests.id, into: GateTests.other), [.agent, .supervisor]),
        (.split(GateTests.id, new: GateTests.other, text: "x", topic: nil), [.agent, .supervisor]),
        (.noteReply(GateTests.id, text: "x"), [.agent, .supervisor]),
        (.requestClearance(GateTests.id, reason: "x"), [.agent, .supervisor]),
        (.clearMessage(GateTests.id), [.leader, .supervisor]),
        (.refuseClearance(GateTests.id, reason: "x"), [.leader, .supervisor]),
        (.eraseContent(GateTests.id), [.admin]),
        (.setPresence("kari", .paused), [.supervisor]),
        (.assignChannels("kari", [.chat]), [.supervisor]),
        (.handOver(GateTests.id, to: "liv", note: nil), [.supervisor]),
        (.addNote(GateTests.id, text: "x"), [.agent, .supervisor]),
        (.citizenWrites(GateTests.id, text: "x"), []),
        (.takeTicket(GateTests.id, TicketWish()), []),
        (.parkVisit(GateTests.id), [.agent, .supervisor]),
        (.addService(GateTests.id, "x"), [.agent, .supervisor]),
        (.handVisitor(GateTests.id, to: "liv", reason: nil), [.agent, .supervisor]),
    ])
    func theTableOfRoles(intent: Intent, permitted: [StaffRole]) {
        for role in StaffRole.allCases {
            let caller = Caller(.agent("ola"), roles: [role])
            #expect(
                Gate.permits(intent, caller, owner: nil) == permitted.contains(role), "\(role)")
        }
    }

    @Test func adminsSeeNoCitizens() {
        #expect(!Gate.mayReadInquiries(Caller(.agent("a"), roles: [.admin])))
        #expect(Gate.mayReadInquiries(Caller(.agent("a"), roles: [.agent])))
    }
}
