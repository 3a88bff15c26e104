import SkrankeConsole
import SkrankeDomain
import SkrankeScreen
import SkrankeTestKit
import Testing

@Test func look() {
    let day = DemoDay.morning()
    var console = TestConsole(day.desk)
    func show(_ title: String) { print("=== \(title)\n" + GoldenScreen.text(console.frame)) }
    show("start")
    console.press("n")
    show("n")
    console.press(
        "sHei, og takk for at du ventet! En frittstående bod under 50 m2 kan som hovedregel settes opp uten å søke."
    )
    console.wait(1)
    show("reply")
    console.press("<c-s>")
    show("sent")
    console.press("<esc>l")
    show("close")
    console.press("l")
    show("close 2")
    console.press("<esc> ")
    show("menu")
    console.press("<esc>?")
    show("help")
    console.press("<esc><f2>")
    show("overview")
    console.press("<esc>")
    console.resize(80, 24)
    show("80")
    console.press("N")
    show("N")
    console.press("t")
    show("Nt")
    console.press("<esc>")
    console.resize(60, 18)
    show("60")
    console.press("<esc>")
    console.press("4")
    show("60 4")
    console.resize(48, 12)
    show("48")
}
