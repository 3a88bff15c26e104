/// Where a measured value is held against.
enum Bar {
    /// At most `factor` times the companion's.
    case times(Double)
    /// At least `factor` times the companion's.
    case atLeastTimes(Double)
    /// At most so much, whatever the companion does.
    case atMost(Double)
    /// Shown to be looked at.
    case none
}

/// A measured value beside its companion's.
struct Figure {
    var what: String
    var unit: String
    var ours: Double?
    var companion = ""
    var theirs: Double?
    var bar = Bar.none

    var ratio: Double? {
        guard let ours, let theirs, theirs > 0 else { return nil }
        return ours / theirs
    }

    private var limit: String {
        switch bar {
        case .times(let factor): factor == 1 ? "<= theirs" : "<= \(factor.short) x"
        case .atLeastTimes(let factor): ">= \((factor * 100).short) %"
        case .atMost(let value): "<= \(value.short) \(unit)"
        case .none: "-"
        }
    }

    /// Whether the bar was met, and by how much it was missed.
    var verdict: String {
        guard let ours else { return "not measured" }
        let room: Double
        switch bar {
        case .none: return ""
        case .atMost(let value):
            if value == 0 { return ours == 0 ? "met" : "missed by \(ours.short)" }
            room = ours / value
        case .times(let factor):
            guard let theirs, theirs > 0 else { return "no companion" }
            room = ours / (theirs * factor)
        case .atLeastTimes(let factor):
            guard let theirs, ours > 0 else { return "no companion" }
            room = theirs * factor / ours
        }
        return room <= 1 ? "met" : "missed by \(((room - 1) * 100).short) %"
    }

    var cells: [String] {
        [
            what, ours.map { "\($0.short) \(unit)" } ?? "-", companion,
            theirs.map { "\($0.short) \(unit)" } ?? "-", ratio.map { "\($0.short)" } ?? "-", limit, verdict,
        ]
    }
}

/// Prints figures as a table, and remarks below it.
struct Report {
    private static let heads = ["what", "skranke", "companion", "theirs", "ratio", "bar", ""]

    static func show(_ title: String, _ figures: [Figure], _ remarks: [String] = []) {
        say("")
        say("== \(title)")
        let rows = [heads] + figures.map(\.cells)
        let widths = heads.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            var line = ""
            for (column, cell) in row.enumerated() {
                let gap = String(repeating: " ", count: widths[column] - cell.count)
                line += (column == 0 || column == 2 || column > 4 ? cell + gap : gap + cell) + "  "
            }
            while line.last == " " { line.removeLast() }
            say(line)
        }
        for remark in remarks { say("   " + remark) }
    }
}
