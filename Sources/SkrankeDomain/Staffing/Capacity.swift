/// How much one agent may hold at once: one budget, in which every channel weighs what the desk has decided
/// (R119, model §5.10).
///
/// The interrupt rules: who talks with somebody (a call, a visitor) gets no chat; who writes a letter may be
/// offered a call, a visitor or a chat, for written work waits without anybody noticing.
public struct CapacityPolicy: Equatable, Sendable {
    /// How many of a channel fill an agent; 0 = it weighs nothing. Chats stand in `ChannelPolicy`.
    public var fills: [Channel: Int] = [
        .phone: 1, .callback: 1, .visit: 1, .appointment: 1, .email: 20, .letter: 20, .sms: 20, .social: 20,
    ]
    /// False: written work counts against live contacts too.
    public var writtenYields = true
    public init() {}

    /// The whole budget.
    public static let whole = 1_000
}

extension ChannelPolicy {
    /// How many of this channel fill an agent; nil where it weighs nothing.
    public func fills(_ channel: Channel) -> Int? {
        let number =
            switch channel {
            case .chat, .mia: parallelChats
            case .media: capacity.fills[.phone] ?? 1
            default: capacity.fills[channel] ?? 0
            }
        return number > 0 ? number : nil
    }

    /// Thousandths of the budget.
    public func weight(_ channel: Channel) -> Int { fills(channel).map { CapacityPolicy.whole / $0 } ?? 0 }

    private func weight(_ counts: [Channel: Int]) -> Int {
        counts.reduce(0) { $0 + $1.value * weight($1.key) }
    }

    /// Per cent of the budget that is used; more than 100 where facts (a call that was answered) demanded it.
    public func used(_ load: Load) -> Int {
        (weight(load.live) + weight(load.written)) * 100 / CapacityPolicy.whole
    }

    /// Why an agent with this load may not take one more of `occupation`; nil where he may.
    ///
    /// - Parameter isOffer: "neste" offers nobody more than the whole budget. Whoever deliberately turns to a
    ///   visitor or a caller lets his chats wait a moment: they never stand against it, or a desk of one
    /// could
    ///   not call up the citizen who stands before it.
    public func refusal(
        toTake occupation: Occupation, with load: Load, isOffer: Bool = false
    ) -> Refusal? {
        switch occupation {
        case .live(let channel):
            let yields = !isOffer && channel != .chat
            let live = yields ? load.live.filter { $0.key != .chat } : load.live
            let held = weight(live) + (capacity.writtenYields ? 0 : weight(load.written))
            guard held + weight(channel) > CapacityPolicy.whole else { return nil }
            // The old sentence where chats alone are the matter.
            let others = load.live.filter { $0.key != .chat }
            if channel == .chat, others.isEmpty, held == weight(live) {
                return .tooManyLive(limit: parallelChats)
            }
            let busy = others.isEmpty ? load.liveChannel : Load.first(others)
            let by = busy ?? load.written.keys.min { $0.rawValue < $1.rawValue } ?? channel
            return .overCapacity(wanted: channel, holds: by, count: load.count(by))
        case .written(let channel):
            guard weight(load.written) + weight(channel) > CapacityPolicy.whole else { return nil }
            return .overCapacity(wanted: channel, holds: channel, count: load.count(channel))
        }
    }
}

extension Load {
    fileprivate static func first(_ counts: [Channel: Int]) -> Channel? {
        [Channel.phone, .callback, .visit, .appointment].first { (counts[$0] ?? 0) > 0 }
    }
}

extension InquiryHead {
    /// How it would take the time of whoever claims it; a callback only when somebody is on the line.
    public var occupationIfTaken: Occupation? {
        switch (channel, contactState) {
        case (.visit, .waiting): .live(.visit)
        case (.phone, .waiting): nil
        default: Occupation(channel, contactState, .inProgress)
        }
    }
}

extension Inquiry {
    /// As `InquiryHead.occupationIfTaken`.
    var occupationIfTaken: Occupation? {
        switch (channel, interaction?.state) {
        case (.visit, .waiting): .live(.visit)
        case (.phone, .waiting): nil
        default: Occupation(channel, interaction?.state, .inProgress)
        }
    }
}
