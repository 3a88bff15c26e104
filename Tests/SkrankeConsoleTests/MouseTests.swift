import SkrankeDomain
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("The mouse: never required, never surprising")
struct MouseTests {
    private func click(_ console: inout TestConsole, _ x: Int, _ y: Int) {
        console.send(.input(.mouse(Mouse(action: .press, button: 0, at: Point(x: x, y: y)))))
    }

    /// The row of the screen that shows these words.
    private func row(_ console: TestConsole, _ words: String) -> Int {
        console.rows.firstIndex { $0.contains(words) } ?? -1
    }

    @Test func oneClickSelectsTheSecondOpens() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        let y = row(console, "4212-N")
        click(&console, 10, y)
        #expect(console.state.focus == .queue(.email))
        #expect(console.state.list(.email).view.selected == day.emails[1])
        #expect(console.state.current == nil)
        click(&console, 10, y)
        #expect(console.state.current == day.emails[1])
    }

    @Test func aClickTakesNothing() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4<enter>")
        click(&console, 60, 30)
        #expect(console.desk.inquiries[day.emails[0]]?.owner == nil)
        #expect(!console.state.focus.isEditor)
    }

    @Test func theKeyBarIsClickedAsItsKeys() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4")
        let x = console.rows[35].distance(
            from: console.rows[35].startIndex,
            to: console.rows[35].firstRange(of: "t Ta")?.lowerBound ?? console.rows[35].startIndex)
        click(&console, x, 35)
        #expect(console.desk.inquiries[day.emails[0]]?.owner == Demo.kari)
    }

    @Test func theWheelScrollsTheStory() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk, size: Size(width: 80, height: 24))
        console.press("<end>s")
        console.resize(80, 24)
        console.press("<esc><enter>")
        expectNotShown(console, "Mottatt: Chat")
        for _ in 0..<3 {
            console.send(.input(.mouse(Mouse(action: .wheelUp, button: 0, at: Point(x: 50, y: 8)))))
        }
        expectShown(console, "Mottatt: Chat")
    }

    @Test func aFoldedPaneUnfoldsAtAClick() {
        var console = TestConsole(DemoDay.morning().desk, size: Size(width: 80, height: 24))
        click(&console, 5, row(console, " 4 E-post"))
        #expect(console.state.focus == .queue(.email))
    }
}
