/// What one or two cells show: a base scalar with at most four combining marks.
///
/// The base is never a control, format, unassigned or private scalar: text is cleaned here, where it
/// becomes cells (law 5).
public struct DisplayCluster: Equatable, Sendable {
    public var base: UInt32
    /// In order, 0 where there is none.
    public var marks: SIMD4<UInt32>
    /// Columns: 1 or 2.
    public var width: Int

    init(base: UInt32, marks: SIMD4<UInt32> = .zero, width: Int = 1) {
        self.base = base
        self.marks = marks
        self.width = width
    }

    /// U+00B7, which stands for whatever may not be shown.
    static let dot = DisplayCluster(base: 0xB7)
}

/// A text as display clusters, by the rules of craft §4.5: variation selectors are dropped, a family of
/// pictures becomes its first picture, a pair of regional indicators becomes `[flagg NO]`, marks after the
/// fourth are dropped, and all that has no place in a cell is a middle dot.
public struct DisplayClusters: Sequence, Sendable {
    private let scalars: String.UnicodeScalarView

    public init(_ text: String) { scalars = text.unicodeScalars }

    public func makeIterator() -> Iterator { Iterator(scalars.makeIterator()) }

    public struct Iterator: IteratorProtocol {
        private var scalars: String.UnicodeScalarView.Iterator
        /// The next scalar, read ahead; `end` when there is none.
        private var ahead: UInt32
        /// Letters of a flag and the next place in `[flagg XX]`, 0 when none is being spelt.
        private var flag: (first: UInt32, second: UInt32) = (0, 0)
        private var flagPlace = 0
        /// A joiner that joined nothing was read behind the last cluster.
        private var owesDot = false
        private static let end = UInt32.max

        init(_ iterator: String.UnicodeScalarView.Iterator) {
            scalars = iterator
            ahead = Self.end
            advance()
        }

        public mutating func next() -> DisplayCluster? {
            if flagPlace > 0 { return spellFlag() }
            if owesDot {
                owesDot = false
                return .dot
            }
            let base = ahead
            guard base != Self.end else { return nil }
            advance()
            switch ScalarClass.of(base) {
            case .narrow: return ahead < 0x300 ? DisplayCluster(base: base) : collect(base, width: 1)
            case .wide: return collect(base, width: 2)
            case .mark, .dropped, .jamo: return .dot
            case .hidden:
                guard ScalarGroup.isRegional(base), ScalarGroup.isRegional(ahead) else { return .dot }
                flag = (base - 0x1F1E6 + 65, ahead - 0x1F1E6 + 65)
                advance()
                return spellFlag()
            }
        }

        private mutating func advance() { ahead = scalars.next()?.value ?? Self.end }

        /// Takes what belongs to the base: marks, skin tones, tags, joined pictures.
        private mutating func collect(_ base: UInt32, width: Int) -> DisplayCluster {
            var cluster = DisplayCluster(base: base, width: width)
            var count = 0
            var joined = false
            while ahead >= 0x300 && ahead != Self.end {
                switch ScalarClass.of(ahead) {
                case .mark:
                    if count < 4 && !joined {
                        cluster.marks[count] = ahead
                        count += 1
                    }
                case .jamo:
                    guard ScalarGroup.isHangul(base) else { return cluster }
                    if count < 4 {
                        cluster.marks[count] = ahead
                        count += 1
                    }
                case .dropped: break
                case .narrow, .wide: return cluster
                case .hidden:
                    guard takesHidden(base) else { return cluster }
                    if ahead == ScalarGroup.joiner {
                        guard join() else { return cluster }
                        joined = true
                    }
                }
                advance()
            }
            return cluster
        }

        /// Whether the hidden scalar ahead is part of a picture with this base.
        private func takesHidden(_ base: UInt32) -> Bool {
            if ScalarGroup.isTag(ahead) { return base == ScalarGroup.blackFlag }
            guard ahead == ScalarGroup.joiner || ScalarGroup.isSkinTone(ahead) else { return false }
            return ScalarGroup.isPicture(base)
        }

        /// Steps over a joiner; true if it stands before a picture, which is then ahead.
        private mutating func join() -> Bool {
            advance()
            if ahead != Self.end && ScalarGroup.isPicture(ahead) { return true }
            owesDot = true
            return false
        }

        private mutating func spellFlag() -> DisplayCluster {
            let scalar: UInt32
            switch flagPlace {
            case 7: scalar = flag.first
            case 8: scalar = flag.second
            default: scalar = Self.flagSpelling[flagPlace]
            }
            flagPlace = flagPlace == 9 ? 0 : flagPlace + 1
            return DisplayCluster(base: scalar)
        }

        /// "[flagg XX]" (craft §4.5); the two letters stand at 7 and 8.
        private static let flagSpelling: [UInt32] = [91, 102, 108, 97, 103, 103, 32, 88, 88, 93]
    }
}
