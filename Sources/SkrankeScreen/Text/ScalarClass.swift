/// How a scalar behaves in a row of cells. Raw values are those of `WidthTable`.
enum ScalarClass: UInt8 {
    /// Never reaches a cell: shown as a middle dot.
    case hidden
    /// One column.
    case narrow
    /// Two columns.
    case wide
    /// Joins the cell of the scalar before it.
    case mark
    /// A variation selector or another mark without ink: dropped after a base.
    case dropped
    /// A conjoining Hangul vowel or final: joins a Hangul base, else hidden.
    case jamo

    /// The class of a scalar value; values beyond Unicode are hidden.
    static func of(_ value: UInt32) -> ScalarClass {
        if value < 0x300 {
            if value < 0x7F { return value >= 0x20 ? .narrow : .hidden }
            return value >= 0xA0 && value != 0xAD ? .narrow : .hidden
        }
        if value >= 0x2500 && value < 0x25A0 { return .narrow }
        if value >= 0x2010 && value < 0x2028 { return .narrow }
        return searched(value)
    }

    private static func searched(_ value: UInt32) -> ScalarClass {
        guard value <= 0x10FFFF else { return .hidden }
        let runs = WidthTable.runs
        let key = value << 3 | 7
        var low = 0
        var high = runs.count
        // The last run whose start is at or below the value.
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle] <= key { low = middle } else { high = middle }
        }
        return ScalarClass(rawValue: UInt8(runs[low] & 7)) ?? .hidden
    }
}

/// Groups of scalars that terminals join in ways of their own.
enum ScalarGroup {
    static let joiner: UInt32 = 0x200D
    static let blackFlag: UInt32 = 0x1F3F4

    static func isRegional(_ value: UInt32) -> Bool { value >= 0x1F1E6 && value <= 0x1F1FF }
    static func isSkinTone(_ value: UInt32) -> Bool { value >= 0x1F3FB && value <= 0x1F3FF }
    static func isTag(_ value: UInt32) -> Bool { value >= 0xE0020 && value <= 0xE007F }

    /// A scalar that a zero-width joiner may tie to another picture.
    static func isPicture(_ value: UInt32) -> Bool {
        if value < 0x203C { return value == 0xA9 || value == 0xAE }
        if isRegional(value) || isSkinTone(value) { return false }
        return Unicode.Scalar(value)?.properties.isEmoji ?? false
    }

    /// A base that a conjoining Hangul vowel or final joins.
    static func isHangul(_ value: UInt32) -> Bool {
        (value >= 0x1100 && value <= 0x115E) || (value >= 0xA960 && value <= 0xA97C)
            || (value >= 0xAC00 && value <= 0xD7A3)
    }
}
