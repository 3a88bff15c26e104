import Testing

@testable import SkrankeScreen

struct TextWidthTests {
    @Test(arguments: [
        ("Kongsvinger", 11), ("æøå ÆØÅ", 7), ("e\u{301}", 1), ("čđŋšŧž", 6), ("日本語", 6), ("✓", 1), ("⏳", 2),
        ("❤\u{FE0F}", 1), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇳🇴", 10), ("🏳️‍🌈", 1), ("مرحبا", 5), ("", 0),
        ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("1\u{FE0F}\u{20E3}", 1),
    ])
    func columns(_ text: String, _ expected: Int) {
        #expect(TextWidth.of(text) == expected)
        #expect(text.reduce(0) { $0 + TextWidth.of($1) } == expected)
    }

    @Test(arguments: [
        ("a\u{202E}b", "a·b"), ("\u{1B}[31m", "·[31m"), ("a\u{200B}b", "a·b"), ("x\u{200D}y", "x·y"),
        ("\u{FEFF}a", "·a"), ("so\u{AD}ft", "so·ft"), ("\u{301}a", "·a"), ("\u{9B}31m", "·31m"),
        ("\u{E000}", "·"), ("\u{378}", "·"), ("🇳🇴", "[flagg NO]"), ("🇳x", "·x"), ("👨‍👩‍👧", "👨"),
        ("❤\u{FE0F}", "❤"), ("👍🏽", "👍"),
        ("a\u{301}\u{302}\u{303}\u{304}\u{305}", "a\u{301}\u{302}\u{303}\u{304}"),
        ("a\tb\nc", "a·b·c"),
        ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"), ("a\u{E0067}", "a·"),
        ("👩\u{200D}👧\u{301}", "👩"), ("👍\u{200D}", "👍·"),
        ("\u{2066}x\u{2069}", "·x·"), ("\u{061C}\u{200F}", "··"), ("\u{2028}", "·"), ("\u{FFFE}", "·"),
    ])
    func cleaned(_ text: String, _ expected: String) {
        #expect(Array(TextWidth.clean(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(arguments: [
        ("Servicetorget", 13, "Servicetorget"), ("Servicetorget", 8, "Service…"), ("日本語", 4, "日…"),
        ("日本語", 5, "日本…"), ("abc", 1, "…"), ("abc", 0, ""), ("🇳🇴 flagg", 9, "…"), ("", 3, ""),
    ])
    func truncated(_ text: String, _ width: Int, _ expected: String) {
        #expect(TextWidth.truncate(text, to: width) == expected)
    }

    @Test(arguments: [
        (TextWidth.Alignment.left, "ab   "), (.right, "   ab"), (.center, " ab  "),
    ])
    func padded(_ alignment: TextWidth.Alignment, _ expected: String) {
        #expect(TextWidth.fit("ab", to: 5, alignment) == expected)
        #expect(TextWidth.fit("abcdef", to: 5, alignment) == "abcd…")
    }

    @Test(arguments: [
        ("Hei, og takk for at du ventet!", 12, ["Hei, og takk", "for at du", "ventet!"]),
        ("hello ", 5, ["hello"]), ("", 5, [""]), ("a\n\nb", 5, ["a", "", "b"]),
        ("a\r\nb\rc", 9, ["a", "b", "c"]),
        ("reguleringsplanen", 6, ["regule", "ringsp", "lanen"]),
        ("nå reguleringsplanen", 6, ["nå", "regule", "ringsp", "lanen"]),
        ("  innrykk her", 9, ["  innrykk", "her"]), ("日本語日本", 4, ["日本", "語日", "本"]), ("a\tb", 9, ["a   b"]),
        ("日本", 1, ["·", "·"]),
        ("🇳🇴", 4, ["[fla", "gg N", "O]"]), ("ab cd", 2, ["ab", "cd"]), ("ab   cd", 2, ["ab", "cd"]),
        ("x 👨‍👩‍👧 y", 4, ["x 👨", "y"]),
    ])
    func wrapped(_ text: String, _ width: Int, _ expected: [String]) {
        #expect(TextWrap.lines(text, width: width).map(TextWidth.clean) == expected)
    }

    /// The fast way for simple text cuts as the general one does, and no line is too wide.
    @Test(arguments: 1...60)
    func bothWaysOfWrappingAgree(_ seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<40 {
            let pieces = ["a", "ø", "—", "ord", "lengre", " ", " ", "  "]
            let text = (0..<random.int(0...25)).map { _ in pieces[random.int(0...7)] }.joined()
            let width = random.int(1...12)
            var general: [String] = []
            TextWrap.wrapGraphemes(text, width: width, into: &general)
            #expect(TextWrap.lines(text, width: width) == general, "width \(width): \(text.debugDescription)")
            for line in TextWrap.lines(random.text(upTo: 30), width: width) {
                #expect(TextWidth.of(line) <= width, "\(line.debugDescription)")
            }
        }
    }
}
