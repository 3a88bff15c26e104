import Testing

@testable import SkrankeTerminal

/// Fewer bytes, the same picture.
struct ColourTrimTests {
    @Test(arguments: [
        // As ncurses sends a bold letter and what follows it.
        (
            "\u{1B}(B\u{1B}[m\u{1B}(B\u{1B}[0;1m\u{1B}[38;5;221m\u{1B}[48;5;234mk",
            "\u{1B}(B\u{1B}[0;1;38;5;221;48;5;234mk"
        ),
        ("\u{1B}[ma\u{1B}[31m\u{1B}[44mb\u{1B}[39;49m\u{1B}[mc", "\u{1B}[ma\u{1B}[31;44mb\u{1B}[mc"),
        // Only what changes.
        ("\u{1B}[0;31;44ma\u{1B}[31;45mb", "\u{1B}[0;31;44ma\u{1B}[45mb"),
        ("\u{1B}[0;1;38;5;3ma\u{1B}[0m\u{1B}[38;5;3mb", "\u{1B}[0;1;38;5;3ma\u{1B}[0;38;5;3mb"),
        ("\u{1B}[0;7ma\u{1B}[27mb", "\u{1B}[0;7ma\u{1B}[mb"),
        ("\u{1B}[0;31ma\u{1B}[0;31mb", "\u{1B}[0;31mab"),
        // What is not known goes through: another state before, other numbers, other sequences.
        ("\u{1B}[31ma\u{1B}[39mb", "\u{1B}[31ma\u{1B}[39mb"),
        ("\u{1B}[m\u{1B}[31m\u{1B}[0;10ma\u{1B}[31mb", "\u{1B}[m\u{1B}[31m\u{1B}[0;10ma\u{1B}[31mb"),
        ("\u{1B}[m\u{1B}[38;2;1;2;3ma\u{1B}[39mb", "\u{1B}[m\u{1B}[38;2;1;2;3ma\u{1B}[39mb"),
        ("\u{1B}[>4;1m\u{1B}[?25l\u{1B}[5Gx\u{1B}[", "\u{1B}[>4;1m\u{1B}[?25l\u{1B}[5Gx\u{1B}["),
        ("\u{1B}(0q\u{1B}(Bq\u{1B}(Bq", "\u{1B}(0q\u{1B}(Bq\u{1B}(Bq"),
        ("\u{1B}[m\u{1B}(0q\u{1B}(Bq\u{1B}(Bq", "\u{1B}[m\u{1B}(0q\u{1B}(Bqq"),
    ])
    func says(_ before: String, _ after: String) {
        var trim = ColourTrim()
        #expect(String(decoding: trim.trim(Array(before.utf8)), as: UTF8.self) == after)
    }

    @Test func remembersFromFrameToFrameUntilToldToForget() {
        var trim = ColourTrim()
        _ = trim.trim(Array("\u{1B}[0;31ma".utf8))
        #expect(trim.trim(Array("\u{1B}[31mb".utf8)) == Array("b".utf8))
        trim.forget()
        #expect(trim.trim(Array("\u{1B}[31mb".utf8)) == Array("\u{1B}[31mb".utf8))
    }

    /// A terminal that knows nothing but letters and SGR sees the same letters in the same look.
    @Test(arguments: 0..<200) func looksTheSame(_ seed: UInt64) {
        var random = Seeded(seed)
        let pieces = [
            "\u{1B}[m", "\u{1B}[0;1m", "\u{1B}[1m", "\u{1B}[4m", "\u{1B}[7m", "\u{1B}[27m", "\u{1B}[22m",
            "\u{1B}[24m", "\u{1B}[31m", "\u{1B}[94m", "\u{1B}[38;5;7m", "\u{1B}[38;5;221m", "\u{1B}[39m",
            "\u{1B}[44m", "\u{1B}[103m", "\u{1B}[48;5;234m", "\u{1B}[49m", "\u{1B}[39;49m", "\u{1B}(B",
            "\u{1B}[0;10m", "\u{1B}[38;2;1;2;3m", "a", "b", "c",
        ]
        var trim = ColourTrim()
        var (plain, trimmed) = ([UInt8](), [UInt8]())
        for _ in 0..<4 {
            let frame = (0..<40).flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
            plain += frame
            trimmed += trim.trim(frame)
        }
        #expect(Self.looks(trimmed) == Self.looks(plain))
        #expect(trimmed.count <= plain.count)
    }

    /// Each letter with the numbers in force, as the standard has them; written without the code under test.
    private static func looks(_ bytes: [UInt8]) -> [String] {
        var (set, front, back) = (Set<Int>(), "39", "49")
        var result: [String] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            guard byte == 0x1B, let next = rest.popFirst() else {
                result.append("\(Character(UnicodeScalar(byte))) \(set.sorted()) \(front) \(back)")
                continue
            }
            guard next == UInt8(ascii: "[") else {
                rest = rest.dropFirst()
                continue
            }
            let text = String(decoding: rest.prefix { $0 != UInt8(ascii: "m") }, as: UTF8.self)
            rest = rest.dropFirst(text.utf8.count + 1)
            let parts = text.split(separator: ";", omittingEmptySubsequences: false)
            var numbers = parts.map { Int($0) ?? 0 }[...]
            while let number = numbers.popFirst() {
                switch number {
                case 0: (set, front, back) = ([], "39", "49")
                case 1, 4, 7: set.insert(number)
                case 22, 24, 27: set.remove(number == 22 ? 1 : number - 20)
                case 38, 48:
                    let count = numbers.first == 5 ? 2 : 4
                    let colour = "\(number) \(numbers.prefix(count))"
                    numbers = numbers.dropFirst(count)
                    if number == 38 { front = colour } else { back = colour }
                case 30...39, 90...97: front = "\(number)"
                case 40...49, 100...107: back = "\(number)"
                default: break
                }
            }
        }
        return result
    }
}
