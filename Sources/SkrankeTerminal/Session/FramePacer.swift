/// Decides when a frame is drawn (habit 10): for a key at once; for news at once after a pause, else at least
/// `gap` after the last frame; a tick of the clock waits for an open gap but opens none.
/// Pure: the owner arms a timer when told to and reports its end.
struct FramePacer {
    static let gapMilliseconds: Int64 = 15

    private var wanted: FrameUrgency?
    private(set) var isGapOpen = false

    mutating func request(_ urgency: FrameUrgency) {
        if let present = wanted, present.rawValue >= urgency.rawValue { return }
        wanted = urgency
    }

    mutating func gapEnded() { isGapOpen = false }

    /// Whether a frame is due now, and whether the gap's timer starts. The request is spent.
    mutating func take() -> (draw: Bool, startGap: Bool) {
        guard let urgency = wanted, urgency == .key || !isGapOpen else { return (false, false) }
        wanted = nil
        let opens = urgency != .tick
        if opens { isGapOpen = true }
        return (true, opens)
    }
}

/// Why a frame is wanted; the later ones win.
public enum FrameUrgency: Int, Sendable {
    /// A clock on the screen moved on.
    case tick
    /// The journal moved.
    case news
    /// Somebody pressed a key: never waits.
    case key
}
