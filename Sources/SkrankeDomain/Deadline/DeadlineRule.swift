/// How long the citizen waits at most: a kind of promise and its method of counting.
///
/// A pure value; `computation(received:calendar:)` gives the date. What a municipality changes
/// (days, direction, `literal48h`) are arguments of the factories below.
public struct DeadlineRule: Sendable, Hashable, Codable {
    public enum Method: Sendable, Hashable, Codable {
        /// Clock time from receipt, day and night.
        case clock(Span)
        /// Opening time from the first opening on.
        case openingTime(Span)
        /// Working days from the first opening on, due at the same clock time.
        case workingDays(Int)
        /// Working days from the first opening on, due at the closing time of the last.
        case workingDaysToClosing(Int)
        /// Calendar days after the day of receipt (day 0), rolled, due at closing time.
        case calendarDays(Int, Roll)
        /// Months after the day of receipt, rolled, due at closing time.
        case months(Int, Roll)
        /// Closing time of the next working day after the day of receipt.
        case nextWorkingDay
        /// Closing time of the day, or of the next working day where that has passed.
        case sameDay
        /// The end of a window that was promised to the citizen, open or not.
        case promised(from: Moment, until: Moment)
    }

    public var kind: DeadlineKind
    public var method: Method
    public init(_ kind: DeadlineKind, _ method: Method) {
        self.kind = kind
        self.method = method
    }
}

/// A service's target for the final answer, as its data file says it.
public struct ServiceTarget: Sendable, Hashable, Codable {
    public enum Unit: String, CaseIterable, Sendable, Codable { case calendarDays, workingDays }
    public var days: Int
    public var unit: Unit
    /// Only calendar days roll. `following` where the target is a period set by law.
    public var roll: Roll
    public init(days: Int, unit: Unit, roll: Roll = .preceding) {
        self.days = days
        self.unit = unit
        self.roll = roll
    }
}

extension DeadlineRule {
    /// 48 hours: two working days to the same clock time (K4), or 48 hours on the clock where a
    /// municipality takes the words literally.
    public static func emailAnswer(literal48h: Bool = false) -> DeadlineRule {
        DeadlineRule(.emailAnswer, literal48h ? .clock(.hours(48)) : .workingDays(2))
    }

    /// The meeting itself within eight calendar days (K6, K7).
    public static func appointment(days: Int = 8, roll: Roll = .preceding) -> DeadlineRule {
        DeadlineRule(.appointment, .calendarDays(days, roll))
    }

    /// A complaint within eight calendar days (K6).
    public static func complaint(days: Int = 8, roll: Roll = .preceding) -> DeadlineRule {
        DeadlineRule(.complaint, .calendarDays(days, roll))
    }

    /// One month by law, rolled forward (facts §3.3, K6).
    public static let legalMonth = DeadlineRule(.legalMonth, .months(1, .following))

    /// The final answer by a service's target (K5).
    public static func expectedFinal(_ target: ServiceTarget) -> DeadlineRule {
        switch target.unit {
        case .calendarDays: DeadlineRule(.expectedFinal, .calendarDays(target.days, target.roll))
        case .workingDays: DeadlineRule(.expectedFinal, .workingDaysToClosing(target.days))
        }
    }

    /// A call back by the end of the next working day.
    public static let callback = DeadlineRule(.callback, .nextWorkingDay)

    /// A call back in the window that the citizen was promised.
    public static func callback(from: Moment, until: Moment) -> DeadlineRule {
        DeadlineRule(.callback, .promised(from: from, until: until))
    }

    /// The final answer of a chat or a visit: the same day (model §5.9).
    public static let sameDay = DeadlineRule(.sameDay, .sameDay)

    /// Another unit's answer by agreement.
    public static func unitResponse(workingDays: Int = 2) -> DeadlineRule {
        DeadlineRule(.unitResponse, .workingDays(workingDays))
    }
}
