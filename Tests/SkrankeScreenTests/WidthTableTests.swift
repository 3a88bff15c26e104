import Testing

@testable import SkrankeScreen

/// The table beside the running system's `wcwidth`, which ncurses asks.
struct WidthTableTests {
    @Test func everyScalarThatIsDrawnHasTheColumnsOfTheSystem() throws {
        let system = try #require(SystemWidths(), "the C library has no wcwidth")
        var drawn = 0
        var wrong: [String] = []
        let isUTF8 = system.inUTF8 { columns in
            for value in UInt32(0)...0x10FFFF {
                guard let expected = Self.columns(ScalarClass.of(value)) else { continue }
                drawn += 1
                let found = columns(value)
                if found != expected {
                    wrong.append("U+\(String(value, radix: 16)): \(expected), system \(found)")
                }
            }
        }
        #expect(isUTF8, "the locale C.UTF-8 is missing")
        #expect(wrong.isEmpty, "\(wrong.count) differ, the first: \(wrong.prefix(20))")
        #expect(drawn > 140_000)
    }

    private static func columns(_ kind: ScalarClass) -> Int? {
        switch kind {
        case .hidden: nil
        case .narrow: 1
        case .wide: 2
        case .mark, .dropped, .jamo: 0
        }
    }

    @Test func whatIsHiddenIsHiddenForAReason() {
        var unexplained: [String] = []
        for value in UInt32(0)...0x10FFFF where ScalarClass.of(value) == .hidden {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isPart = ScalarGroup.isRegional(value) || ScalarGroup.isSkinTone(value)
            let isNew = (scalar.properties.age ?? (99, 0)) > (14, 0)
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: continue
            case .privateUse, .surrogate, .unassigned: continue
            default:
                if isPart || isNew || scalar.properties.isDefaultIgnorableCodePoint { continue }
                unexplained.append("U+\(String(value, radix: 16))")
            }
        }
        #expect(unexplained.isEmpty, "\(unexplained.prefix(20))")
    }

    @Test func noControlOrFormatScalarIsDrawn() {
        for value in UInt32(0)...0x10FFFF where ScalarClass.of(value) != .hidden {
            guard let category = Unicode.Scalar(value)?.properties.generalCategory else {
                Issue.record("U+\(String(value, radix: 16)) is no scalar")
                continue
            }
            let isHostile: Bool =
                switch category {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
                default: false
                }
            if isHostile { Issue.record("U+\(String(value, radix: 16)) would be drawn") }
        }
    }

    @Test func runsAscend() {
        let starts = WidthTable.runs.map { $0 >> 3 }
        #expect(starts.first == 0 && zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 })
        let classes = WidthTable.runs.map { $0 & 7 }
        #expect(zip(classes, classes.dropFirst()).allSatisfy { $0 != $1 } && classes.allSatisfy { $0 <= 5 })
    }

    /// Simple text is narrow, and no grapheme reaches across two of its scalars.
    @Test func simpleTextIsNarrowAndJoinsNothing() {
        var count = 0
        for value in UInt32(0)..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(Character(scalar))
            guard let columns = SimpleText.columns(text) else { continue }
            count += 1
            let pair = "ø" + text + text + "x"
            #expect(columns == 1 && ScalarClass.of(value) == .narrow && pair.count == 4)
            let bytes = text.utf8Span.span
            #expect(SimpleText.scalar(bytes, 0, length: bytes.count) == value)
        }
        #expect(count == 95 + 95 + 0x200 + 24)
    }

    /// The shortcuts of `ScalarClass.of` agree with the table.
    @Test func shortcutsAgreeWithTheTable() {
        var run = 0
        for value in UInt32(0)..<0x2600 {
            while run + 1 < WidthTable.runs.count && WidthTable.runs[run + 1] >> 3 <= value { run += 1 }
            #expect(ScalarClass.of(value).rawValue == UInt8(WidthTable.runs[run] & 7))
        }
    }
}
