/// A stream of numbers that a seed determines (SplitMix64): the same on every machine, today and later.
///
/// The choices below are our own instead of the standard library's, whose algorithms may change.
/// Not for secrets.
public struct SeededRandom: RandomNumberGenerator, Sendable, Equatable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    /// A stream of its own for each `stream` of a seed: the tenth citizen is the same person whether or
    /// not anybody asked for the ninth.
    public init(seed: UInt64, stream: UInt64) {
        var mixer = SeededRandom(seed: seed ^ 0x6A09_E667_F3BC_C908)
        let first = mixer.next()
        mixer = SeededRandom(seed: first ^ (stream &* 0x9E37_79B9_7F4A_7C15))
        self.init(seed: mixer.next())
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// 0 ..< 1, with 53 bits.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// 0 ..< `count`; 0 where `count` is below two.
    public mutating func below(_ count: Int) -> Int {
        guard count > 1 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }

    /// A whole number of `range`.
    public mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in `share` of the cases: 0.25 is one in four.
    public mutating func chance(_ share: Double) -> Bool { unit() < share }

    /// nil for an empty list.
    public mutating func pick<Element>(_ list: [Element]) -> Element? {
        list.isEmpty ? nil : list[below(list.count)]
    }

    /// The list in another order (Fisher-Yates).
    public mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
        var result = list
        for index in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(index, below(index + 1))
        }
        return result
    }
}
