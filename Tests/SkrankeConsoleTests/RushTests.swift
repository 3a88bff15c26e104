import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

/// Scenario 13, on the manual clock: six wait, two agents. Longest wait and topic decide who is called, the host
/// of a booked visitor is told, an absent host is warned about before the citizen is sent up.
@Suite("Walk-in rush") struct RushTests {
    /// One a minute from 10:00; every second about building.
    private static func rush() -> (TestDesk, [InquiryID]) {
        var desk = TestDesk()
        desk.policy.staff[Demo.kari]?.topics = ["byggesak"]
        // Who is called up is not yet served: here the order is what matters.
        desk.policy.channels.capacity.fills[.visit] = 0
        desk.policy.staff[Demo.liv]?.topics = ["barnehage"]
        desk.policy.visits.hosts = [
            HostPolicy(id: "jon", name: [.nb: "Jon Eik"], person: Demo.per, hours: [:], place: [.nb: "Rom 3"])
        ]
        var ids: [InquiryID] = []
        let topics: [TopicCode?] = ["barnehage", "byggesak", nil, "byggesak", "barnehage", "byggesak"]
        for (minute, topic) in topics.enumerated() {
            let id = desk.fresh()
            let at = Demo.at(24, 10, minute)
            _ = desk.submit(.takeTicket(id, TicketWish(topic: topic)), by: Caller(.newcomer), at: at)
            ids.append(id)
        }
        return (desk, ids)
    }

    @Test func longestWaitAndTopicDecide() {
        let (desk, ids) = Self.rush()
        var kari = TestConsole(desk, at: Demo.at(24, 10, 10))
        // Kari knows building: number two came before number three, who says nothing of a topic.
        var order: [Int] = []
        for _ in 0..<4 {
            guard let next = kari.state.nextVisitor, let place = ids.firstIndex(of: next.id) else { break }
            order.append(place)
            kari.press("3K")
            kari.wait(60)
            kari.press("<esc>")
        }
        #expect(order == [1, 2, 3, 5])
        // Those whom she knows nothing about are not left standing.
        #expect(kari.state.nextVisitor?.id == ids[0])
        let liv = TestConsole(kari.desk, agent: Demo.liv, at: Demo.at(24, 10, 15))
        #expect(liv.state.nextVisitor?.id == ids[0])
    }

    @Test func twoPressAtOnceAndOneIsTold() {
        let (desk, ids) = Self.rush()
        var kari = TestConsole(desk, at: Demo.at(24, 10, 10))
        _ = kari.desk.submit(
            .callVisitor(ids[1], counter: "1"), by: Demo.caller(Demo.liv), at: Demo.at(24, 10, 10))
        kari.press("3K")
        #expect(kari.flash.contains("Liv"), "\(kari.flash)")
        #expect(kari.desk.inquiries[ids[1]]?.owner == Demo.liv)
    }

    /// Per is at work: his visitor is his. Per is away: the desk keeps the visitor and is warned.
    @Test(arguments: [true, false])
    func theHostIsToldOrWarnedAbout(isHere: Bool) {
        var (desk, _) = Self.rush()
        if isHere { desk.members[Demo.per] = .init(presence: .available, live: 0) }
        let id = desk.fresh()
        let slot = ChannelTarget.slot(host: "jon", from: Demo.at(24, 11, 0), until: Demo.at(24, 11, 30))
        let registration = Registration(
            channel: .appointment, text: "Møte", contact: ContactDetails(name: "Nora Bø"), target: slot)
        _ = desk.submit(.registerInquiry(id: id, registration), at: Demo.at(24, 9, 0))
        var per = TestConsole(desk, agent: Demo.per, at: Demo.at(24, 10, 55))
        var kari = TestConsole(desk, at: Demo.at(24, 10, 55))
        let kiosk = Caller(.system(.intake))
        _ = per.elsewhere(.visitorForAppointment(id), by: kiosk)
        _ = kari.elsewhere(.visitorForAppointment(id), by: kiosk)
        #expect(kari.desk.inquiries[id]?.owner == (isHere ? Demo.per : nil))
        if isHere {
            #expect(per.flash.hasPrefix("Nora Bø har møtt fram til avtalen: "))
            #expect(kari.flash.isEmpty)
        } else {
            #expect(kari.flash.hasSuffix("Verten er ikke på jobb."))
            kari.press("3<end><enter>")
            kari.press("a")
            expectShown(kari, "Per Olsen er ikke logget på")
        }
    }
}
