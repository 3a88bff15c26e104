import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("The counter: next number, parked, one more service, a host, free times")
struct VisitTests {
    @Test func theNextNumberIsCalledToThisCounter() {
        var day = DemoDay.morning()
        // A desk where one agent may call up several at once.
        day.desk.policy.channels.capacity.fills[.visit] = 0
        var console = TestConsole(day.desk)
        console.press(":skranke 2<enter>")
        #expect(console.flash == "Du sitter i skranke 2.")
        console.press("3K")
        let first = console.desk.inquiries[day.visits[0]]
        #expect(first?.interaction?.state == .called && first?.owner == Demo.kari)
        #expect(first?.interaction?.visit?.counter == "2")
        #expect(console.state.current == day.visits[0])
        console.wait(2)
        console.press("<esc>3K")
        #expect(console.desk.inquiries[day.visits[1]]?.interaction?.state == .called)
        console.wait(2)
        console.press("<esc>3K")
        #expect(console.flash == "Ingen venter. Bra jobbet!")
    }

    /// Who knows the topic is served first, where the directory says what an agent knows; else whoever waits.
    @Test(
        arguments: [
            ([], 0), (["byggesak"], 1), (["renovasjon"], 0),
        ] as [([TopicCode], Int)])
    func byCompetence(topics: [TopicCode], index: Int) {
        var day = DemoDay.morning()
        _ = day.desk.submit(.setTopic(day.visits[0], "renovasjon"), at: Demo.now)
        _ = day.desk.submit(.setTopic(day.visits[1], "byggesak"), at: Demo.now)
        day.desk.policy.staff[Demo.kari]?.topics = Set(topics)
        let console = TestConsole(day.desk)
        #expect(console.state.nextVisitor?.id == day.visits[index])
    }

    @Test func parkedServedFurtherAndHandedOver() {
        let day = DemoDay.morning()
        let id = day.visits[0]
        var console = TestConsole(day.desk)
        for keys in ["3<enter>", "ak", "as", "ap"] {
            console.press(keys)
            console.wait(2)
        }
        #expect(console.desk.inquiries[id]?.interaction?.state == .parked)
        #expect(console.flash.contains("er satt på vent"))
        console.press("as")
        console.wait(2)
        #expect(console.desk.inquiries[id]?.interaction?.state == .active)
        console.press("at")
        console.press("bygg<enter>")
        #expect(console.desk.inquiries[id]?.interaction?.visit?.services == ["byggesak"])
        console.wait(2)
        console.press("ao")
        console.press("liv<enter>")
        let handed = console.desk.inquiries[id]
        #expect(handed?.owner == Demo.liv && handed?.interaction?.state == .waiting)
        #expect(console.flash.contains("er overlatt"))
    }

    @Test func theColleagueIsToldAndHisFocusStays() {
        let day = DemoDay.morning()
        let id = day.visits[0]
        var console = TestConsole(day.desk, agent: Demo.liv)
        _ = console.elsewhere(.callVisitor(id, counter: "1"), by: Demo.caller())
        console.press("1")
        let before = console.state.focus
        _ = console.elsewhere(.handVisitor(id, to: Demo.liv, reason: nil), by: Demo.caller())
        #expect(console.flash == "Kari N. har overlatt deg en besøkende: Kølapp 14. K: kall inn")
        #expect(console.state.focus == before && console.state.current == nil)
        #expect(console.state.nextVisitor?.id == id)
    }

    @Test func theHostHearsThatHisVisitorIsHere() {
        let day = DemoDay.morning()
        let id = day.appointments[0]
        var console = TestConsole(day.desk)
        console.press("1")
        _ = console.elsewhere(.claim(id), by: Demo.caller())
        _ = console.elsewhere(.visitorForAppointment(id), by: Caller(.system(.intake)))
        #expect(console.flash.hasPrefix("Nora Bø har møtt fram til avtalen: "))
    }

    /// Jon receives on Thursdays from nine to ten.
    private static func bookable() -> DemoDay.Day {
        var day = DemoDay.morning()
        day.desk.policy.visits.hosts = [
            HostPolicy(
                id: "jon", name: [.nb: "Jon Eik"], topics: ["byggesak"],
                hours: [
                    .thursday: [OpeningCalendar.Interval(opens: ClockTime(9, 0), closes: ClockTime(10, 0))]
                ],
                place: [.nb: "Rom 3"])
        ]
        return day
    }

    @Test func aFreeTimeIsPickedAndIsFreeNoMore() {
        let day = Self.bookable()
        var console = TestConsole(day.desk)
        console.press("<home>bai")
        expectShown(console, "to 26.11 09:00")
        expectShown(console, "Jon Eik, Rom 3")
        expectShown(console, "En annen tid")
        console.press("09:30<enter>")
        let booked = console.desk.inquiries.values.first {
            $0.channel == .appointment && $0.firstChannel == .chat
        }
        #expect(booked?.interaction?.appointment?.from == Demo.at(26, 9, 30))
        #expect(booked?.isReceipted == true)
        console.wait(2)
        console.press("<esc>1")
        console.wait(2)
        console.press("<home>bai")
        expectNotShown(console, "to 26.11 09:30")
        expectShown(console, "to 26.11 09:00")
    }

    @Test func anotherTimeIsTyped() {
        let day = Self.bookable()
        var console = TestConsole(day.desk)
        console.press("<home>baiannen<enter>")
        guard case .form(let form)? = console.state.overlay else {
            Issue.record("no form: \(String(describing: console.state.overlay))")
            return
        }
        #expect(form.text(of: .time) == "09:00")
    }
}
