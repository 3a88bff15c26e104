import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("The opened story: the citizen's words first, our own letters folded")
struct StoryTests {
    /// A receipt as long as a real one.
    private func longReceipt() -> TestConsole {
        var policy = Demo.policy()
        let lines = (1...7).map { "Linje \($0) i kvitteringen {reference}, svar senest {expected}." }
        policy.texts.texts[.receiptEmail] = [.nb: lines.joined(separator: "\n")]
        var desk = TestDesk(policy: policy)
        let id = desk.fresh()
        _ = desk.submit(
            .registerInquiry(id: id, Registration(channel: .email, text: "Hvor søker jeg om SFO?")),
            at: Demo.at(24, 9, 2))
        _ = desk.submit(.sendReceipt(id, expectedAt: nil), at: Demo.at(24, 9, 3))
        return TestConsole(desk, size: Size(width: 80, height: 24))
    }

    @Test func aReceiptIsOneLineAndTheQuestionIsInSight() {
        var console = longReceipt()
        console.press("4<enter>")
        expectShown(console, "Hvor søker jeg om SFO?")
        expectShown(console, "Kvittert: svar innen 26.11 09:02")
        expectNotShown(console, "Linje 2")
    }

    @Test func enterUnfoldsTheLettersAndFoldsThemAgain() {
        var console = longReceipt()
        console.press("4<enter><enter>")
        expectShown(console, "Linje 2")
        expectShown(console, "Hvor søker jeg om SFO?")
        console.press("<enter>")
        expectNotShown(console, "Linje 2")
    }

    @Test(arguments: [(80, 24), (120, 36), (60, 18), (200, 60)])
    func theUnansweredWordsAreOnTheScreenWhateverCameAfterThem(_ width: Int, _ height: Int) {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk, size: Size(width: width, height: height))
        let id = day.chats[0]
        for number in 1...40 {
            _ = console.elsewhere(.addNote(id, text: "Notat \(number)"), by: Demo.caller())
        }
        console.press("1<end><enter>")
        expectShown(console, "Takk! Gjelder det barna også?")
        #expect(console.state.currentTab?.anchor == .news)
        // Going down is the hand's own doing, and stays.
        console.press("<end>")
        expectShown(console, "Notat 40")
        expectNotShown(console, "Takk! Gjelder det barna også?")
    }

    @Test func wordsThatFitAreWholeAndTheLatestBeginsAtTheTopWhereTheyDoNot() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk, size: Size(width: 80, height: 24))
        let long = (1...9).map { "Avsnitt \($0)" }.joined(separator: "\n")
        _ = console.elsewhere(.citizenWrites(day.chats[0], text: long), by: Caller(.citizen(day.chats[0])))
        _ = console.elsewhere(.addNote(day.chats[0], text: "Sjekket"), by: Demo.caller())
        console.press("1<end><enter>")
        expectShown(console, "Avsnitt 1")
        expectShown(console, "Avsnitt 9")
        let longer = (1...30).map { "Del \($0)" }.joined(separator: "\n")
        _ = console.elsewhere(
            .citizenWrites(day.chats[0], text: longer), by: Caller(.citizen(day.chats[0])))
        expectShown(console, "Del 1")
        expectNotShown(console, "Del 30")
    }

    @Test(arguments: [(80, 24), (60, 18), (100, 28), (120, 36)])
    func theNumberToCallIsAlwaysInSight(_ width: Int, _ height: Int) {
        var console = TestConsole(DemoDay.morning().desk, size: Size(width: width, height: height))
        console.press("2<enter>")
        expectShown(console, "59000011")
        expectShown(console, "Berit Aas")
        console.press("s")
        expectShown(console, "59000011")
    }
}
