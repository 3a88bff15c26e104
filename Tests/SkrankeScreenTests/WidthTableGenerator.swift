import Foundation
import Glibc
import Testing

@testable import SkrankeScreen

/// The system's `wcwidth` in C.UTF-8, which ncurses asks.
struct SystemWidths {
    private let wcwidth: @convention(c) (wchar_t) -> CInt

    /// Nil without the function, which is looked up by name: Swift's Glibc module hides it behind
    /// _XOPEN_SOURCE.
    init?() {
        guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "wcwidth") else { return nil }
        wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> CInt).self)
    }

    /// Calls `body` with a function that tells the columns of a scalar value; false without C.UTF-8.
    func inUTF8(_ body: ((UInt32) -> Int) -> Void) -> Bool {
        guard let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else { return false }
        let before = uselocale(locale)
        defer {
            uselocale(before)
            freelocale(locale)
        }
        body { Int(wcwidth(wchar_t($0))) }
        return true
    }
}

/// Writes `WidthTable.swift` anew: SKRANKE_WIDTHS=1 swift test --filter WidthTableGenerator
struct WidthTableGenerator {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["SKRANKE_WIDTHS"] == "1"))
    func writeTable() throws {
        var runs: [UInt32] = []
        let system = try #require(SystemWidths())
        let isUTF8 = system.inUTF8 { columns in
            for value in UInt32(0)...0x10FFFF {
                let kind = UInt32(Self.scalarClass(value, columns: columns(value)).rawValue)
                if runs.last.map({ $0 & 7 }) != kind { runs.append(value << 3 | kind) }
            }
        }
        #expect(isUTF8 && runs.count > 1_000)
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/SkrankeScreen/Text/WidthTable.swift")
        let source = try String(contentsOf: file, encoding: .utf8)
        let head = try #require(source.range(of: "[UInt32] = [\n")).upperBound
        let table = source[..<head] + Self.lines(runs) + "\n    ]\n}\n"
        try table.write(to: file, atomically: true, encoding: .utf8)
    }

    private static func scalarClass(_ value: UInt32, columns: Int) -> ScalarClass {
        guard let properties = Unicode.Scalar(value)?.properties, columns >= 0 else { return .hidden }
        let category = properties.generalCategory
        switch category {
        case .control, .format, .surrogate, .privateUse, .unassigned: return .hidden
        case .lineSeparator, .paragraphSeparator: return .hidden
        default: break
        }
        let isMark = category == .nonspacingMark || category == .enclosingMark
        if properties.isDefaultIgnorableCodePoint { return isMark ? .dropped : .hidden }
        if ScalarGroup.isRegional(value) || ScalarGroup.isSkinTone(value) { return .hidden }
        switch columns {
        case 0: return isMark || category == .spacingMark ? .mark : category == .otherLetter ? .jamo : .hidden
        case 1: return .narrow
        default: return .wide
        }
    }

    /// The runs as lines of the literal.
    private static func lines(_ runs: [UInt32]) -> String {
        var lines: [String] = []
        var line = "       "
        for run in runs {
            let next = " 0x" + String(run, radix: 16) + ","
            if line.count + next.count > 108 {
                lines.append(line)
                line = "       "
            }
            line += next
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
