import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("Calls: who rings stands on top, who is answered stands open")
struct CallTests {
    static let intake = Caller(.system(.intake), terminal: "cti")
    static let number = "+4762888000"

    static func tell(
        _ console: inout TestConsole, _ id: InquiryID, _ kind: PhoneEvent.Kind, from: String? = number,
        users: [String] = []
    ) throws {
        let event = PhoneEvent(kind, from: from, users: users)
        _ = try console.elsewhere(.callReported(id, event), by: intake).get()
    }

    @Test func aCallStandsOnTopWithItsSeconds() throws {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        let id = console.desk.fresh()
        try Self.tell(&console, id, .newCall)
        #expect(console.flash == "Det ringer: \(Self.number)")
        console.wait(10)
        #expect(console.state.list(.callback).items.ids.first == id, "above the broken promise")
        let head = try #require(console.desk.head(id))
        let row = QueueRow(head, .callback, console.state)
        #expect((row.time, row.who, row.what) == ("20 s", Self.number, "Ringer"))
        #expect(row.timeRole == nil)
        console.wait(14)
        #expect(QueueRow(head, .callback, console.state).time == "6 s !")
        console.wait(8)
        let late = QueueRow(head, .callback, console.state)
        #expect((late.time, late.timeRole) == ("-2 s !!", .statusBroken))
        // Broken promises are still counted right with callers above them.
        #expect(console.state.board.broken(.callback, at: console.now) == 2)
    }

    @Test func aHiddenNumberIsSaid() throws {
        var console = TestConsole(DemoDay.morning().desk)
        let id = console.desk.fresh()
        try Self.tell(&console, id, .newCall, from: nil)
        let head = try #require(console.desk.head(id))
        #expect(QueueRow(head, .callback, console.state).who == "skjult nummer")
    }

    @Test func whoeverAnswersSeesTheCallerAtOnce() throws {
        var console = TestConsole(DemoDay.morning().desk)
        console.press("2")
        let id = console.desk.fresh()
        try Self.tell(&console, id, .newCall)
        console.clearEffects()
        try Self.tell(&console, id, .answer, users: ["101"])
        #expect(console.state.current == id)
        #expect(console.state.focus == .queue(.callback), "the hand stays where it is")
        #expect(console.effects.contains(.openFile(id)))
        var query = HeadQuery(limit: 100)
        query.phone = Self.number
        #expect(console.effects.contains(.loadHistory(id, query)))
        #expect(console.flash == "Du svarte \(Self.number). Ringer for første gang.")
    }

    @Test func earlierInquiriesOfTheNumberAreCounted() throws {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.answers = false
        let id = console.desk.fresh()
        try Self.tell(&console, id, .newCall)
        try Self.tell(&console, id, .answer, users: ["101"])
        #expect(console.flash == "Du svarte \(Self.number).")
        let own = try #require(console.desk.head(id))
        let others = day.emails.compactMap { console.desk.head($0) }
        console.send(.history(id, [own] + others))
        #expect(console.flash.hasPrefix("Du svarte \(Self.number). \(others.count) tidligere."))
    }

    /// What is being written goes to nobody else.
    @Test func whereTheHandWritesNothingMoves() throws {
        var console = TestConsole(DemoDay.morning().desk)
        console.press("n")
        let before = console.state.current
        console.press("s")
        let focus = console.state.focus
        #expect(focus.isEditor)
        console.press("Hei")
        let id = console.desk.fresh()
        try Self.tell(&console, id, .newCall)
        try Self.tell(&console, id, .answer, users: ["101"])
        #expect(console.state.current == before)
        #expect(console.state.focus == focus)
        #expect(console.state.tabs.contains { $0.id == id })
        #expect(console.flash.contains("Ligger klar: "))
    }

    @Test func aColleaguesCallOpensNothingHere() throws {
        var console = TestConsole(DemoDay.morning().desk)
        let before = console.state.current
        let id = console.desk.fresh()
        try Self.tell(&console, id, .newCall)
        try Self.tell(&console, id, .answer, users: ["ukjent"])
        #expect(console.state.current == before)
        #expect(!console.state.tabs.contains { $0.id == id })
    }

    @Test func whoLeftIsCalledBack() throws {
        var console = TestConsole(DemoDay.morning().desk)
        let id = console.desk.fresh()
        try Self.tell(&console, id, .newCall)
        console.wait(9)
        try Self.tell(&console, id, .hangup)
        let head = try #require(console.desk.head(id))
        let row = QueueRow(head, .callback, console.state)
        #expect(head.channel == .callback)
        #expect(row.what == Self.number)
        #expect(!head.isRinging)
    }

    /// The overview's first row, the health strip and the reckoning behind them (facts §3.2).
    @Test func theServiceLevelIsShown() {
        var console = TestConsole(DemoDay.morning().desk, size: Size(width: 140, height: 40))
        var figures = DeskFigures()
        figures.calls.answeredInTime = 76
        figures.calls.answeredLater = 14
        (figures.calls.leftAtOnce, figures.calls.leftInTime, figures.calls.leftLater) = (3, 4, 3)
        console.send(.figures(figures, .day))
        expectShown(console, "Telefon innen 30 s: 78 % !")
        console.press("<f2>")
        console.send(.figures(figures, .day))
        expectShown(console, "76 av 97")
        console.press("<enter>")
        for line in ["P  78,4 %  76/97", "A  76,0 %  76/100", "B  84,4 %  76/90", "C  81,7 %  76/93", "D  83,0 %"] {
            expectShown(console, line)
        }
    }
}
