/// One key of the key bar: what to press, what it does.
public struct KeyHint: Equatable, Sendable {
    public var key: String
    public var label: String
    /// Shown in another role: the command is not possible now (habit 2).
    public var isEnabled: Bool
    public init(_ key: String, _ label: String, isEnabled: Bool = true) {
        self.key = key
        self.label = label
        self.isEnabled = isEnabled
    }

    var width: Int { TextWidth.of(key) + 1 + TextWidth.of(label) }
}

/// The lowest row: keys of the focus, the most important first, as many as fit.
public enum KeyBar {
    /// Columns between two hints.
    public static let gap = 2

    /// A hint where it stands.
    public struct Place: Equatable, Sendable {
        /// The hint's number.
        public var hint: Int
        /// Columns from the bar's left edge.
        public var x: Int
        public var width: Int
    }

    /// The hints that fit, whole, first to last; behind a left out one nothing is shown, and `isCut` tells.
    public static func places(_ hints: [KeyHint], width: Int) -> (places: [Place], isCut: Bool) {
        var places: [Place] = []
        var x = 1
        for (index, hint) in hints.enumerated() {
            // Unless it is the last, the ellipsis must find room behind it.
            let reserve = index < hints.count - 1 ? gap + 1 : 0
            guard x + hint.width + reserve <= width else { return (places, true) }
            places.append(Place(hint: index, x: x, width: hint.width))
            x += hint.width + gap
        }
        return (places, false)
    }

    /// The number of the hint under a column (a click), nil between hints.
    public static func hint(at column: Int, _ hints: [KeyHint], width: Int) -> Int? {
        places(hints, width: width).places.first { column >= $0.x && column < $0.x + $0.width }?.hint
    }
}

extension Canvas {
    /// Draws a key bar over a row, cut with `…`.
    public mutating func keyBar(_ hints: [KeyHint], at point: Point, width: Int) {
        fill(Rect(x: point.x, y: point.y, width: width, height: 1), Style(.keyBar))
        let (places, isCut) = KeyBar.places(hints, width: width)
        for place in places {
            let hint = hints[place.hint]
            let x = point.x + place.x
            let (keyRole, labelRole): (Role, Role) =
                hint.isEnabled ? (.keyBarKey, .keyBar) : (.disabled, .disabled)
            let key = text(hint.key, at: Point(x: x, y: point.y), Style(keyRole))
            text(hint.label, at: Point(x: x + key + 1, y: point.y), Style(labelRole))
        }
        if isCut, width > 0 {
            let x = places.last.map { $0.x + $0.width + KeyBar.gap } ?? 0
            text(TextWidth.ellipsis, at: Point(x: point.x + min(x, width - 1), y: point.y), Style(.keyBar))
        }
    }
}
