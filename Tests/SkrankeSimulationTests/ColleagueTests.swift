import SkrankeDomain
import SkrankeReference
import SkrankeRuntime
import SkrankeSimulation
import Testing

/// The colleagues against the real rules: what they do is accepted, and gets done.
@Suite struct ColleagueTests {
    private let data: ReferenceData
    private let start: Moment
    private let odd = AgentID("odd")

    init() throws {
        data = try Repository.data()
        start = DemoPlan.origin(in: data.policy.calendar.zone)
    }

    /// Lets a colleague look every five seconds, for `minutes`.
    private func work(_ desk: inout MemoryDesk, minutes: Int64, leisure: ColleagueWork.Leisure = .none) {
        var odd = ColleagueWork(agent: odd, counter: "3", seed: 1, at: desk.now, leisure: leisure)
        let caller = Caller(.agent(self.odd), roles: [.agent], terminal: "test")
        let end = desk.now + .minutes(minutes)
        while desk.now < end {
            for intent in odd.look(at: desk.heads, now: desk.now) { _ = desk.submit(intent, caller) }
            desk.now = desk.now + .seconds(5)
        }
    }

    private func register(_ channel: Channel, _ desk: inout MemoryDesk) -> InquiryID {
        let id = InquiryID(Identifier(high: 1, low: UInt64(desk.inquiries.count + 1)))
        let target: ChannelTarget =
            channel == .callback ? .window(from: desk.now, until: desk.now + .minutes(30)) : .none
        let registration = Registration(
            channel: channel, text: "Når brøytes Lyngveien?",
            contact: ContactDetails(name: "Blid Multe", email: "b@epost.example", phone: "59000051"),
            target: target)
        _ = desk.submit(
            .registerInquiry(id: id, registration),
            Caller(.agent(AgentID("tuva")), roles: [.agent], terminal: "test"))
        return id
    }

    @Test(arguments: [Channel.visit, .email, .callback])
    func finishesWhatWaits(_ channel: Channel) {
        var desk = MemoryDesk(policy: data.policy, now: start)
        let id = register(channel, &desk)
        work(&desk, minutes: 60)
        #expect(desk.refusals.isEmpty, "\(desk.refusals)")
        #expect(desk.inquiries[id]?.state == .closed, "\(String(describing: desk.inquiries[id]?.state))")
        #expect(desk.inquiries[id]?.closing?.by == odd)
    }

    @Test func leavesThingsToOthersFirst() {
        var desk = MemoryDesk(policy: data.policy, now: start)
        let mail = register(.email, &desk)
        let visit = register(.visit, &desk)
        work(&desk, minutes: 2, leisure: .init())
        #expect(desk.inquiries[mail]?.owner == nil && desk.inquiries[visit]?.owner == nil)
    }

    @Test func finishesTheCallThatTheExchangeGaveHim() {
        var desk = MemoryDesk(policy: data.policy, now: start)
        let id = InquiryID(Identifier(high: 9, low: 9))
        let intake = Caller(.system(.intake), terminal: "cti")
        for (event, pause) in [
            (PhoneEvent(.newCall, from: "59000051"), 5), (PhoneEvent(.answer, users: ["odd"]), 60),
            (PhoneEvent(.hangup, cause: .normalClearing), 0),
        ] as [(PhoneEvent, Int64)] {
            _ = desk.submit(.callReported(id, event), intake)
            desk.now = desk.now + .seconds(pause)
        }
        #expect(desk.inquiries[id]?.owner == odd)
        work(&desk, minutes: 10)
        #expect(desk.refusals.isEmpty, "\(desk.refusals)")
        #expect(desk.inquiries[id]?.state == .closed)
    }
}
