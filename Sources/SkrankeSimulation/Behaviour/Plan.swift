import SkrankeDomain

/// Actions one after the other, at the pace of a human hand.
struct Plan {
    /// Milliseconds a letter.
    let pace: Int64
    var steps: [PlannedAction] = []
    private(set) var end = Span.zero

    init(pace: Int64) { self.pace = pace }

    /// `action`, `pause` after what came before.
    mutating func add(_ action: CitizenAction, after pause: Span) {
        end = end + pause
        steps.append(PlannedAction(after: end, action))
    }

    /// Time to read `text`.
    mutating func read(_ text: String) {
        end = end + .milliseconds(min(9_000, 1_200 + 25 * Int64(text.count)))
    }

    /// Types `text` visibly, with a sign of life every three seconds, and sends it.
    mutating func write(_ text: String, after pause: Span) {
        end = end + pause
        let length = min(14_000, max(1_000, pace * Int64(text.count)))
        for moment in stride(from: Int64(0), to: length, by: 3_000) {
            steps.append(PlannedAction(after: end + .milliseconds(moment), .typing))
        }
        end = end + .milliseconds(length)
        steps.append(PlannedAction(after: end, .write(text)))
    }
}

extension Span {
    static func milliseconds(_ count: Int64) -> Span { Span(milliseconds: count) }
    static func + (a: Span, b: Span) -> Span { Span(milliseconds: a.milliseconds + b.milliseconds) }
}
