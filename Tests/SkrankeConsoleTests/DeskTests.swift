import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("One agent, four channels: status, capacity, next, alerts")
struct DeskTests {
    private func policy() -> DeskPolicy {
        var policy = Demo.policy()
        policy.absences = [
            AbsencePolicy(code: "LUN", name: [.nb: "Lunsj", .en: "Lunch"]),
            AbsencePolicy(code: "MØT", name: [.nb: "Møte", .en: "Meeting"]),
        ]
        return policy
    }

    @Test func twoKeysForAPauseWithItsCode() {
        var console = TestConsole(TestDesk(policy: policy()))
        console.press("p")
        expectShown(console, "Pause: Lunsj")
        console.press("u")
        #expect(console.desk.agents[Demo.kari]?.presence == .paused)
        #expect(console.desk.agents[Demo.kari]?.detail.absence == "LUN")
        expectShown(console, "Pause: Lunsj")
        #expect(console.effects.contains(.setPresence(.paused)))
        console.press("u")
        #expect(console.desk.agents[Demo.kari]?.presence == .available, "u takes it back")
    }

    @Test func afterWorkIsCountedDownAndEndsByItself() {
        var console = TestConsole(TestDesk(policy: policy()))
        console.press("pe")
        expectShown(console, "Etterarbeid 60 s")
        console.wait(42)
        expectShown(console, "Etterarbeid 18 s")
        console.wait(19)
        expectShown(console, "Ledig")
        #expect(console.effects.last == .setPresence(.available))
    }

    @Test func aSupervisorsWordIsHeard() {
        var console = TestConsole(TestDesk(policy: policy()))
        _ = console.elsewhere(.openSession(Demo.kari), by: Demo.caller())
        _ = console.elsewhere(
            .assignChannels(Demo.kari, [.email]), by: Demo.caller(Demo.liv, [.supervisor]))
        #expect(console.flash.contains("Liv T. har satt deg på: E-post"))
        _ = console.elsewhere(
            .setPresence(Demo.kari, .blocked), by: Demo.caller(Demo.liv, [.supervisor]))
        #expect(console.state.presence == .blocked)
        #expect(console.flash.contains("Sperret"))
        console.press("n")
        #expect(console.flash.contains("Sperret: ingenting nytt"))
    }

    @Test func nextRespectsQueuesTopicsAndLanguages() {
        var day = DemoDay.morning()
        day.desk.policy.staff[Demo.kari]?.topics = [TopicCode("renovasjon")]
        var console = TestConsole(day.desk)
        _ = console.elsewhere(
            .assignChannels(Demo.kari, [.email]), by: Demo.caller(Demo.liv, [.supervisor]))
        console.press("n")
        let taken = console.state.current.flatMap { console.desk.inquiries[$0] }
        #expect(taken?.channel == .email && (taken?.topic == nil || taken?.topic?.rawValue == "renovasjon"))
        var english = DemoDay.morning()
        english.desk.policy.staff[Demo.kari]?.languages = [.en]
        var other = TestConsole(english.desk)
        other.press("n")
        #expect(other.flash.contains("er for andre"))
        #expect(other.effects.isEmpty || other.state.current == nil)
    }

    /// A chat held in a visit is impossible; an e-mail yields to a chat.
    @Test func whoHasAVisitorGetsNoChat() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk, agent: Demo.per)
        console.press("3ak")
        #expect(console.desk.inquiries[day.visits[0]]?.owner == Demo.per)
        console.wait(2)
        console.press("1<home>t")
        #expect(console.flash.contains("Du har noen i skranken. Chat må vente."))
        #expect(console.desk.inquiries[day.chats[1]]?.owner == nil)
        var writer = TestConsole(DemoDay.morning().desk, agent: Demo.per)
        writer.press("4t")
        writer.wait(2)
        writer.press("1<home>t")
        #expect(writer.desk.inquiries[day.chats[1]]?.owner == Demo.per)
    }

    /// Whatever comes while somebody writes: the count changes, the focus and the text do not.
    @Test func alertsNeverMoveTheFocus() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk, agent: Demo.per)
        console.press("4sKjære Ole")
        let focus = console.state.focus
        let before = console.state.alerts
        let call = console.desk.fresh()
        _ = console.elsewhere(
            .callReported(call, PhoneEvent(.newCall, from: "59000012")),
            by: Caller(.system(.intake)))
        let chat = console.desk.fresh()
        _ = console.elsewhere(
            .startChat(id: chat, question: "Hei", language: nil, contact: nil), by: Caller(.newcomer))
        let ticket = console.desk.fresh()
        _ = console.elsewhere(
            .registerInquiry(id: ticket, Registration(channel: .visit, text: "Skal inn")),
            by: Demo.caller(Demo.liv))
        #expect(console.state.focus == focus)
        #expect(console.state.alerts.first?.kind == .ringing)
        #expect(count(.chat, console.state.alerts) == count(.chat, before) + 1)
        #expect(count(.visit, console.state.alerts) == count(.visit, before) + 1)
        expectShown(console, "!! 1 ringer")
        console.press(" Moen")
        #expect(console.state.drafts.drafts.values.contains { $0.text == "Kjære Ole Moen" })
    }

    private func count(_ kind: Alert.Kind, _ alerts: [Alert]) -> Int {
        alerts.first { $0.kind == kind }?.count ?? 0
    }

    @Test func untouchedWorkIsSeenByItsOwnerAndTheSupervisor() {
        var day = DemoDay.morning()
        let id = day.emails[3]
        let later = Demo.at(24, 12, 6)
        _ = day.desk.submit(
            .timerFired(id, .claimIdle, due: later), by: Caller(.system(.timekeeper)), at: later)
        let owner = TestConsole(day.desk, agent: Demo.liv, at: later)
        #expect(count(.idle, owner.state.alerts) == 1)
        let colleague = TestConsole(day.desk, agent: Demo.per, at: later)
        #expect(count(.idle, colleague.state.alerts) == 0)
        var boss = TestConsole(day.desk, roles: [.agent, .supervisor], at: later)
        #expect(count(.idle, boss.state.alerts) == 1)
        _ = boss.elsewhere(.takeOver(id, reason: "Liv er borte"), by: boss.state.caller)
        #expect(count(.idle, boss.state.alerts) == 0)
    }

    @Test func eachChannelRingsByItsOwnSetting() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk, agent: Demo.per)
        console.press(":lyd av<enter>:lyd tlf<enter>")
        #expect(console.state.settings.bells == [.callback])
        console.clearEffects()
        let call = console.desk.fresh()
        _ = console.elsewhere(
            .callReported(call, PhoneEvent(.newCall, from: "59000012")), by: Caller(.system(.intake)))
        #expect(console.effects.contains(.bell))
        console.press(":lyd tlf<enter>:lyd e-post<enter>")
        #expect(console.state.settings.bells == [.email])
        console.clearEffects()
        // Three quarters of the time until the first letter is due have passed in the evening.
        console.wait(3_600 * 11)
        #expect(console.effects.contains(.bell))
    }

    /// At 80 columns as well, whatever stands in focus.
    @Test(arguments: [Size(width: 120, height: 36), Size(width: 80, height: 24), Size(width: 60, height: 18)])
    func theMostPressingAlertIsAlwaysSeen(_ size: Size) {
        var console = TestConsole(DemoDay.morning().desk, size: size)
        console.press("4s")
        expectShown(console, "!! 4 chat")
    }
}

@Suite("The end of a shift")
struct HandOverTests {
    @Test func whoLeavesHandsOverAndTheNextSeesTheNote() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("o")
        expectShown(console, "Du har 1 åpne")
        console.press("1")
        expectShown(console, "Køen")
        console.press("l")
        console.press("Han venter på barna<c-s>")
        #expect(console.desk.inquiries[day.chats[0]]?.owner == Demo.liv)
        #expect(console.flash.contains("1 overlevert til Liv T."))

        var next = TestConsole(day.desk, agent: Demo.liv)
        _ = next.elsewhere(
            .handOver(day.chats[0], to: Demo.liv, note: "Han venter på barna"), by: Demo.caller())
        #expect(next.flash.contains("Kari N. har gitt deg 4222-Z: Han venter på barna"))
        next.send(.file(day.chats[0], next.desk.file(day.chats[0])))
    }

    @Test func everythingToTheQueueWithOneNote() {
        var day = DemoDay.morning()
        _ = day.desk.submit(.claim(day.emails[0]), at: Demo.now)
        var console = TestConsole(day.desk)
        console.press("oa0")
        console.press("<c-s>")
        #expect(console.desk.inquiries[day.chats[0]]?.owner == nil)
        #expect(console.desk.inquiries[day.emails[0]]?.owner == nil)
        #expect(console.flash.contains("2 overlevert til køen"))
        console.press("o")
        #expect(console.flash.contains("Du har ingen åpne henvendelser"))
    }

    @Test func leavingAsksFirst() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("<c-q>")
        expectShown(console, "1 åpen henvendelse er din.")
        console.press("o")
        expectShown(console, "Hva skal overleveres?")
    }

    @Test func aSupervisorAssigns() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk, agent: Demo.liv, roles: [.agent, .supervisor])
        console.press("4D")
        expectShown(console, "Tildel")
        console.press("p")
        #expect(console.desk.inquiries[day.emails[0]]?.owner == Demo.per)
        var agent = TestConsole(day.desk)
        agent.press("4D")
        #expect(agent.flash.contains("Rollen din"))
    }
}
