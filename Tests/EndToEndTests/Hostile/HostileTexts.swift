/// What nobody should be able to do to an agent's terminal: own strings, every control, generated sequences.
enum HostileTexts {
    /// A number that no sequence of the program's own holds.
    static let mark = "77777"

    static let all = own + controls + sequences + overrides + corpus

    static let own = [
        "e\u{301}\u{323}\u{308} combining, Z\u{351}\u{36B}\u{343}a\u{363}\u{326}l\u{349}g\u{332}o\u{320}",
        String(repeating: "e" + String(repeating: "\u{301}", count: 60), count: 12),
        "👩‍👩‍👧‍👦 🏳️‍🌈 🇳🇴 👍🏿 ❤️ ☺ ✈︎ 1️⃣", "全角文字とｶﾅ 한국어 ﷽ 𒐫 ꧅",
        "العربية مختلط English עברית", "Åse Øverås-Ærlig, samisk čáŋžđ",
        "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{AD} invisible \u{E0001}\u{E0041}\u{E007F}",
        "\u{FFFF}\u{FFFD}\u{1FFFE}\u{E000}\u{10FFFD} private",
        "%s%n%d {0} ${x} $(id) `id` ; rm -rf / \\x1b[31m",
        String(repeating: "W", count: 3_000), String(repeating: "ordmedmellomrom ", count: 200),
        "linje\nlinje\r\nlinje\rlinje\u{85}linje\u{2028}linje\u{2029}linje\u{0B}linje\u{0C}linje",
        "\t\ttabs\tand\ttabs\t", "\u{3000}\u{A0}\u{2003}wide spaces\u{3000}",
    ]

    static let controls: [String] = {
        let c0 = (0...0x1F).map { UInt32($0) } + [0x7F]
        let c1 = (0x80...0x9F).map { UInt32($0) }
        return [c0, c1].flatMap { set in
            [
                scalars(set), set.map { "a" + scalars([$0]) + "b" }.joined(),
                set.map { scalars([$0]) + "31m" }.joined(),
            ]
        }
    }()

    static let sequences: [String] = {
        var lines: [String] = []
        for start in ["\u{1B}[", "\u{9B}"] {
            lines.append((0x40...0x7E).map { start + mark + scalars([$0]) }.joined())
            lines.append((0x40...0x7E).map { start + "?" + mark + "h" + scalars([$0]) }.joined())
            lines.append(
                "\(start)2J\(start)H\(start)?1049l\(start)6n\(start)c\(start)31;41;5mRED\(start)8;1;1t")
        }
        for start in ["\u{1B}]", "\u{9D}"] {
            for end in ["\u{7}", "\u{1B}\\", "\u{9C}", ""] {
                lines.append("\(start)0;title\(mark)\(end)\(start)52;c;aGVp\(end)\(start)8;;http://x/\(end)L")
                lines.append("\(start)9;\(mark)\(end)\(start)4;0;rgb:0/0/0\(end)\(start)1337;File=:AA\(end)")
            }
        }
        for start in ["\u{1B}P", "\u{90}", "\u{1B}_", "\u{9F}", "\u{1B}^", "\u{9E}", "\u{1B}X", "\u{98}"] {
            lines.append("\(start)$q\(mark)m\u{1B}\\\(start)+q544e\u{9C}\(start)tmux;x\u{1B}\\\(start)open")
        }
        lines.append((0x20...0x7E).map { "\u{1B}" + scalars([$0]) }.joined())
        lines.append("\u{1B}(0lqqk\u{1B}(B\u{0E}lqqk\u{0F}\u{1B}#8\u{1B}c\u{1B}N\u{1B}O\u{1B}%G\u{1B}>")
        return lines
    }()

    static let bidirectional: [UInt32] =
        [0x061C, 0x200E, 0x200F] + Array(0x202A...0x202E) + Array(0x2066...0x2069)

    static let overrides = [
        bidirectional.map { "x" + scalars([$0]) + "y" }.joined(),
        "\u{202E}gnp.exe\u{202C} \u{2067}abc\u{2069}",
        String(repeating: "\u{202E}", count: 200) + "deep",
    ]

    /// The Big List of Naughty Strings, twenty of them in each text; absent, the own ones must do.
    static let corpus: [String] = {
        guard let text = Repository.shared("corpora/naughty-strings/blns.txt") else {
            print("The corpus of naughty strings is not beside this repository: our own are used alone.")
            return []
        }
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
        return stride(from: 0, to: lines.count, by: 20).map {
            lines[$0..<min($0 + 20, lines.count)].joined(separator: "\n")
        }
    }()

    private static func scalars(_ values: [UInt32]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: values.compactMap(Unicode.Scalar.init))
        return String(view)
    }

    private static func scalars(_ values: [Int]) -> String { scalars(values.map(UInt32.init)) }
}
