import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

/// A small generator with a seed, so that a failure can be repeated.
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

@Suite("Whatever is pressed and whatever arrives")
struct PropertyTests {
    private static let special: [Key] = [
        Key(.enter), Key(.escape), Key(.tab), Key(.backTab), Key(.up), Key(.down), Key(.left), Key(.right),
        Key(.home),
        Key(.end), Key(.pageUp), Key(.pageDown), Key(.backspace), Key(.delete), Key(.function(1)),
        Key(.function(2)),
        Key(.function(3)), Key(.function(4)), Key(.function(12)), .control("s"), .control("l"), .control("z"),
        .control("w"), .control("q"),
    ]
    private static let letters: [Unicode.Scalar] = Array(
        "ntsSckvblrapuNfizyæøå1234567890,.:/? \u{301}🙂elge".unicodeScalars)
    private static let sizes = [
        (120, 36), (80, 24), (60, 18), (48, 12), (200, 60), (100, 30), (20, 6), (0, 0),
    ]

    /// Random keys, sizes, news and time: no crash, the cursor is inside, frames have their size.
    @Test(arguments: 1...8)
    func nothingCrashesAndTheCursorIsInside(_ seed: Int) {
        var random = Seeded(UInt64(seed))
        var console = TestConsole(
            DemoDay.morning().desk, roles: seed % 3 == 0 ? [.agent, .supervisor] : [.agent])
        for _ in 0..<300 {
            act(&console, &random)
            let frame = console.frame
            let bounds = frame.grid.bounds
            #expect(frame.grid.size == console.state.size)
            let isInside =
                bounds.contains(frame.cursor) || (bounds.isEmpty && frame.cursor == Point(x: 0, y: 0))
            #expect(isInside, "\(frame.cursor) in \(bounds.size)")
        }
    }

    private func act(_ console: inout TestConsole, _ random: inout Seeded) {
        switch random.next() % 20 {
        case 0:
            let size = PropertyTests.sizes[Int(random.next() % UInt64(PropertyTests.sizes.count))]
            console.resize(size.0, size.1)
        case 1: console.wait(Double(random.next() % 3_000) / 1_000)
        case 2: news(&console, &random)
        case 3: console.send(.input(.paste("limt inn\nto linjer \u{202E}")))
        case 4:
            let point = Point(x: Int(random.next() % 130), y: Int(random.next() % 40))
            console.send(
                .input(
                    .mouse(Mouse(action: random.next() % 2 == 0 ? .press : .wheelDown, button: 0, at: point)))
            )
        case 5...9:
            console.send(
                .input(.key(PropertyTests.special[Int(random.next() % UInt64(PropertyTests.special.count))])))
        default:
            let letter = PropertyTests.letters[Int(random.next() % UInt64(PropertyTests.letters.count))]
            console.send(.input(.key(.scalar(letter))))
        }
    }

    private func news(_ console: inout TestConsole, _ random: inout Seeded) {
        let ids = console.desk.inquiries.keys.sorted()
        let id = ids[Int(random.next() % UInt64(ids.count))]
        let liv = Demo.caller(Demo.liv, [.agent, .supervisor])
        switch random.next() % 6 {
        case 0: _ = console.elsewhere(.claim(id), by: liv)
        case 1: _ = console.elsewhere(.release(id, reason: nil), by: liv)
        case 2: _ = console.elsewhere(.citizenWrites(id, text: "Hallo?"), by: Caller(.citizen(id)))
        case 3: _ = console.elsewhere(.void(id, .spam), by: liv)
        case 4:
            let new = console.desk.fresh()
            _ = console.elsewhere(
                .startChat(id: new, question: "Ny", language: nil, contact: nil), by: Caller(.newcomer))
        default: _ = console.elsewhere(.takeOver(id, reason: "Vakt"), by: liv)
        }
    }

    /// What was typed into a field is there until it was sent, and never in another inquiry's field.
    @Test(arguments: 1...10)
    func textIsNeitherLostNorMoved(_ seed: Int) {
        var random = Seeded(UInt64(seed) &+ 1_000)
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        var typed: [DraftKey: String] = [:]
        for round in 0..<60 {
            console.press("<esc><esc><esc><esc>")
            console.wait(0.4)
            console.press("\(1 + Int(random.next() % 4))")
            for _ in 0..<(random.next() % 4) { console.press("<down>") }
            console.press(random.next() % 3 == 0 ? "c" : "s")
            guard case .editor(let kind) = console.state.focus, let id = console.state.current else {
                continue
            }
            let key = DraftKey(id, kind == .reply ? .reply : .note)
            let words = "tn\(round)lS "
            // News and sizes between the letters.
            for letter in words {
                if random.next() % 9 == 0 { news(&console, &random) }
                if random.next() % 9 == 0 {
                    console.resize(60 + Int(random.next() % 80), 18 + Int(random.next() % 30))
                }
                console.press(String(letter))
            }
            typed[key, default: ""] += words
            for (key, text) in typed { #expect(console.state.drafts[key]?.text == text, "round \(round)") }
        }
        #expect(typed.count > 3)
        // All of it is in the store a second later.
        console.wait(1)
        for (key, text) in typed { #expect(console.saved[key] == text) }
    }

    /// Every printable key in a text field is text and asks for nothing but a typing sign.
    @Test func noKeyInATextFieldIsACommand() {
        let day = DemoDay.morning()
        for kind in ["s", "c"] {
            for value in UInt32(0x20)..<0x7F {
                guard let scalar = Unicode.Scalar(value) else { continue }
                var console = TestConsole(day.desk)
                console.press("4\(kind)")
                console.clearEffects()
                console.send(.input(.key(.scalar(scalar))))
                let key = DraftKey(day.emails[0], kind == "s" ? .reply : .note)
                #expect(console.state.drafts[key]?.text == String(Character(scalar)))
                #expect(
                    console.state.focus.isEditor && console.state.overlay == nil
                        && console.state.prompt == nil)
                let others = console.effects.filter { if case .ephemeral = $0 { false } else { true } }
                #expect(others.isEmpty, "\(scalar) asked for \(others)")
            }
        }
    }

    /// The same inquiry, focus, place and text through every size.
    @Test func resizingLosesNothing() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("<end>sHalv")
        let before = (console.state.current, console.state.focus)
        for (width, height) in PropertyTests.sizes {
            console.resize(width, height)
            _ = console.frame
            #expect(console.state.current == before.0 && console.state.focus == before.1)
        }
        console.press("x")
        #expect(
            console.state.drafts[DraftKey(day.chats[0], .reply)]?.text == "Halv",
            "too small: nothing is typed blind")
        console.resize(80, 24)
        console.press(" svar")
        #expect(console.state.drafts[DraftKey(day.chats[0], .reply)]?.text == "Halv svar")
        expectShown(console, "Halv svar")
    }

    /// Hostile text in every field that comes from outside: no control or bidirectional scalar reaches a
    /// cell.
    @Test func hostileTextIsHarmless() {
        let evil = "\u{1B}]0;x\u{7}\u{9B}31m\u{202E}snart\u{2066}\u{0}\r\nA"
        var desk = TestDesk()
        for channel in [Channel.email, .visit, .callback] {
            let id = desk.fresh()
            _ = desk.submit(
                .registerInquiry(
                    id: id,
                    Registration(
                        channel: channel, text: evil,
                        contact: ContactDetails(name: evil, email: evil, phone: evil))),
                at: Demo.at(24, 9, 0))
        }
        var console = TestConsole(desk)
        for keys in ["", "4<enter>", "i", "<esc>k", "<esc>l", "<esc><f2>", "<f2>f"] {
            console.press(keys)
            let isBad = console.frame.grid.cells.contains { cell in
                (0x01..<0x20).contains(cell.base) || (0x7F...0x9F).contains(cell.base)
                    || (0x202A...0x202E).contains(cell.base) || (0x2066...0x2069).contains(cell.base)
            }
            #expect(!isBad, "after \(keys)")
            #expect(!console.frame.title.contains("snart"), "no citizen's words in the window's title")
        }
    }
}
