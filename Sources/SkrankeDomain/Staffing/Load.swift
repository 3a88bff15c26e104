/// What an agent holds, by channel: who talks with him at this moment, and written work that he has begun.
///
/// The same reckoning in the store's transaction and in the console, from the same columns of the row.
public struct Load: Equatable, Sendable {
    /// Somebody is at the other end: chats, calls, visits, meetings.
    public private(set) var live: [Channel: Int] = [:]
    /// Letters of any kind in his hands.
    public private(set) var written: [Channel: Int] = [:]

    public init() {}

    public var liveCount: Int { live.values.reduce(0, +) }
    public func count(_ channel: Channel) -> Int { (live[channel] ?? 0) + (written[channel] ?? 0) }

    /// With what he is busy: the one that weighs most, a call before a visit before a chat.
    public var liveChannel: Channel? {
        [Channel.phone, .callback, .visit, .appointment, .chat].first { (live[$0] ?? 0) > 0 }
    }

    /// Takes a row in (or, with `-1`, out).
    public mutating func add(
        _ channel: Channel, _ contact: InteractionState?, _ state: InquiryState, by step: Int = 1
    ) {
        switch Occupation(channel, contact, state) {
        case .live(let channel): Load.add(channel, step, to: &live)
        case .written(let channel): Load.add(channel, step, to: &written)
        case nil: break
        }
    }

    private static func add(_ channel: Channel, _ step: Int, to counts: inout [Channel: Int]) {
        let count = (counts[channel] ?? 0) + step
        counts[channel] = count > 0 ? count : nil
    }
}

/// In which way an inquiry takes its owner's time.
public enum Occupation: Equatable, Sendable {
    case live(Channel)
    case written(Channel)

    /// Nil where it takes none: somebody else's turn, an agreed time, a promise to ring later.
    public init?(_ channel: Channel, _ contact: InteractionState?, _ state: InquiryState) {
        let isTalk = state == .received || state == .inProgress || state == .answered
        switch channel {
        case .chat, .mia:
            guard isTalk, contact == .active || contact == .citizenIdle || contact == .waiting else {
                if state == .inProgress, contact == .left {
                    self = .written(.email)
                    return
                }
                return nil
            }
            self = .live(.chat)
        case .phone, .media, .callback:
            guard isTalk, contact == .active || contact == .dialling else { return nil }
            self = .live(channel == .callback ? .callback : .phone)
        case .visit:
            guard isTalk, contact == .active || contact == .called else { return nil }
            self = .live(.visit)
        case .appointment:
            guard contact == .arrived else { return nil }
            self = .live(.appointment)
        case .email, .letter, .sms, .social:
            guard state == .inProgress else { return nil }
            self = .written(channel)
        }
    }
}
