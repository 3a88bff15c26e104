/// How the telephone was answered: counts of calls, and the service level out of them (facts §3.2, G1).
///
/// A figure of a period is made of counts, never of other percentages; which way of reckoning is meant is
/// always said, for it decides whether 80 % is met.
public struct CallFigures: Equatable, Sendable {
    /// The goal where the desk has decided no other: a human voice within so long (R47).
    public static let goal = Span.seconds(30)
    /// Whoever leaves as soon as this may have dialled wrongly, and is not counted as lost.
    public static let short = Span.seconds(5)

    public var answeredInTime = 0
    public var answeredLater = 0
    /// Left within five seconds, within the goal, and after it.
    public var leftAtOnce = 0
    public var leftInTime = 0
    public var leftLater = 0
    /// Still waiting and past the goal: a miss already.
    public var waitingTooLong = 0
    /// Still waiting within the goal: undecided, in no denominator.
    public var waiting = 0
    /// Outside opening hours: counted apart (scenario 4).
    public var outsideHours = 0
    /// Put through before anybody here answered: another call goes on from it.
    public var forwarded = 0
    /// No `newCall` came, so nobody knows how long it waited.
    public var unknownWait = 0
    /// Waits of all answered calls together.
    public var answeredWait = Span.zero

    /// Conversations that are over, and how long they lasted together (AHT).
    public var talks = 0
    public var talkTime = Span.zero

    public init() {}

    /// Mean length of a conversation.
    public var meanTalk: Span? {
        talks == 0 ? nil : Span(milliseconds: talkTime.milliseconds / Int64(talks))
    }

    /// Counts a call as it stands at `now`.
    public mutating func count(_ call: Call, at now: Moment) {
        if let answered = call.answeredAt, let ended = call.endedAt, ended > answered {
            talks += 1
            talkTime = Span(milliseconds: talkTime.milliseconds + (ended - answered).milliseconds)
        }
        guard call.isInHours else {
            outsideHours += 1
            return
        }
        guard call.outcome != .forwarded else {
            forwarded += 1
            return
        }
        guard let wait = call.wait(at: now) else {
            unknownWait += 1
            return
        }
        let isInTime = wait <= call.goal
        switch call.outcome {
        case .talking, .answered:
            if isInTime { answeredInTime += 1 } else { answeredLater += 1 }
            answeredWait = Span(milliseconds: answeredWait.milliseconds + wait.milliseconds)
        case .abandoned:
            if wait <= Self.short {
                leftAtOnce += 1
            } else if isInTime {
                leftInTime += 1
            } else {
                leftLater += 1
            }
        case .waiting: if isInTime { waiting += 1 } else { waitingTooLong += 1 }
        case .forwarded: break
        }
    }

    public var answered: Int { answeredInTime + answeredLater }
    public var abandoned: Int { leftAtOnce + leftInTime + leftLater }
    /// Entered the queue in opening hours and are decided.
    public var offered: Int { answered + abandoned + waitingTooLong }

    /// A way of reckoning the service level.
    public enum Method: String, CaseIterable, Sendable {
        /// Ours: answered in time, of all offered without those who left at once.
        case primary = "P"
        /// Of all offered.
        case strict = "A"
        /// Of the answered alone.
        case ofAnswered = "B"
        /// Of all offered without those who left within the goal.
        case withoutLeavers = "C"
        /// Those who left within the goal count as served.
        case leaversServed = "D"
    }

    /// The two counts of a service level.
    public struct Level: Equatable, Sendable {
        public var met: Int
        public var of: Int
        /// Tenths of a per cent, rounded; nil where nothing was counted: never 0 % or 100 % of nothing.
        public var tenths: Int? { of == 0 ? nil : (met * 1_000 + of / 2) / of }
    }

    public func level(_ method: Method) -> Level {
        let left = leftAtOnce + leftInTime
        switch method {
        case .primary: return Level(met: answeredInTime, of: offered - leftAtOnce)
        case .strict: return Level(met: answeredInTime, of: offered)
        case .ofAnswered: return Level(met: answeredInTime, of: answered)
        case .withoutLeavers: return Level(met: answeredInTime, of: offered - left)
        case .leaversServed: return Level(met: answeredInTime + left, of: offered)
        }
    }

    /// Mean wait of the answered calls (ASA).
    public var meanWait: Span? {
        answered == 0 ? nil : Span(milliseconds: answeredWait.milliseconds / Int64(answered))
    }
}
