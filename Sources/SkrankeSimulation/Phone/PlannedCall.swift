import SkrankeDomain

/// Somebody who rings, and how his telephone system tells of it.
public struct PlannedCall: Sendable, Equatable {
    public enum Patience: Sendable, Equatable {
        /// Waits until he is answered.
        case waits
        /// Hangs up before anybody answers; at once: within five seconds (a short abandon).
        case hangsUp
        case hangsUpAtOnce
    }

    public var index: Int
    /// Unique on its day.
    public var callID: String
    /// As the telephone system writes it; nil where he hides it.
    public var from: String?
    public var patience: Span
    public var isLost: Bool
    /// Until a free colleague lifts the receiver.
    public var ringing: Span
    public var talk: Span
    public var script: Script
    /// How the posts are written, and whether one comes twice.
    public var form: CallPost.Form
    public var isDoubled: Bool

    public init(seed: UInt64, index: Int, patience: Patience) {
        var random = SeededRandom(seed: seed, stream: 0xDA3_0000_0000 &+ UInt64(index))
        self.index = index
        callID = "demo-\(seed)-\(index)"
        isLost = patience != .waits
        self.patience =
            switch patience {
            case .waits: .minutes(20)
            case .hangsUpAtOnce: .milliseconds(Int64(random.within(1_500...4_500)))
            case .hangsUp:
                min(max(random.logNormal(median: .seconds(45), p90: .seconds(110)), .seconds(8)), .minutes(4))
            }
        from = PlannedCall.number(index, &random)
        ringing = .milliseconds(Int64(random.within(3_000...11_000)))
        talk = min(max(random.logNormal(median: .seconds(150), p90: .seconds(420)), .seconds(20)), .minutes(20))
        script = random.pick(Scripts.bokmal) ?? Scripts.bokmal[0]
        form = random.pick(CallPost.Form.allCases) ?? .json
        isDoubled = random.chance(0.1)
    }

    /// Numbers in the fictional series; one in ten is hidden, one in ten comes as the house's exchange writes
    /// it, one of a day's hundred means harm.
    private static func number(_ index: Int, _ random: inout SeededRandom) -> String? {
        if index % 100 == 57 { return "\u{1B}[31m59\u{202E}00<b>" }
        let digits = "590000\(random.within(50...99))"
        switch random.below(10) {
        case 0: return nil
        case 1: return "+47\(digits)"
        case 2: return "47 \(digits)"
        default: return digits
        }
    }
}
