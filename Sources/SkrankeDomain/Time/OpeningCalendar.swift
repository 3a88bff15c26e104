/// When a desk is open: weekly hours, public holidays by rule, dated exceptions (R47, R48, K3).
///
/// A value, made from `Data/` at the rim. Intervals are half-open: at closing time the desk is closed.
public struct OpeningCalendar: Sendable, Equatable {
    /// Opening intervals of a day, ascending and apart; empty = closed.
    public typealias Hours = [Interval]

    public struct Interval: Sendable, Equatable, Codable {
        public var opens: ClockTime
        public var closes: ClockTime
        public init(opens: ClockTime, closes: ClockTime) {
            self.opens = opens
            self.closes = closes
        }
    }

    /// A deviation for one date, e.g. 24 December 08:00-12:00; it beats holidays and weekly hours.
    public struct Exception: Sendable, Equatable {
        public var hours: Hours
        /// The reason as citizens read it; by language code (nb, nn, en).
        public var reason: [String: String]
        public init(hours: Hours, reason: [String: String] = [:]) {
            self.hours = hours
            self.reason = reason
        }
    }

    public let zone: TimeZoneRules
    public let weekly: [Weekday: Hours]
    public let holidays: Holidays
    public let exceptions: [CivilDate: Exception]

    public init(
        zone: TimeZoneRules, weekly: [Weekday: Hours], holidays: Holidays,
        exceptions: [CivilDate: Exception] = [:]
    ) {
        self.zone = zone
        self.weekly = weekly
        self.holidays = holidays
        self.exceptions = exceptions
    }
}

/// Which days are public holidays: dates fixed in the year and dates counted from Easter Sunday,
/// as data (facts §3.8). Each has names by language code.
public struct Holidays: Sendable, Equatable {
    public struct Rule: Sendable, Equatable {
        public enum Day: Sendable, Equatable {
            case fixed(month: Int, day: Int)
            case easter(offset: Int)
        }
        public var day: Day
        public var name: [String: String]
        public init(_ day: Day, name: [String: String] = [:]) {
            self.day = day
            self.name = name
        }
    }
    public let rules: [Rule]
    public init(rules: [Rule]) { self.rules = rules }
}
