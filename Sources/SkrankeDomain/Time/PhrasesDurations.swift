// Lengths of time in words. Everything is rounded down: nothing is said to have passed that has not.

extension Phrases {
    /// Hours and minutes: «2 t 10 min», «31 t», «45 s», "2 h 10 min"; a negative length has a minus.
    public func duration(_ span: Span) -> String {
        let seconds = span.milliseconds.magnitude / 1_000
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        let sign = span.milliseconds < 0 && seconds > 0 ? "-" : ""
        if seconds < 60 { return "\(sign)\(seconds) s" }
        if hours == 0 { return "\(sign)\(minutes) min" }
        return "\(sign)\(hours) \(hour)" + (minutes == 0 ? "" : " \(minutes) min")
    }

    /// One unit, for a narrow column: «12 s», «12 min», «31 t» up to two days, then «5 d».
    public func age(_ span: Span) -> String {
        let seconds = max(0, span.milliseconds) / 1_000
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<3_600: return "\(seconds / 60) min"
        case ..<172_800: return "\(seconds / 3_600) \(hour)"
        default: return "\(seconds / 86_400) d"
        }
    }

    /// A running clock: `03:12`, from an hour on `1:03:12`; the same in every language, never negative.
    public static func stopwatch(_ span: Span) -> String {
        let seconds = Int(max(0, span.milliseconds) / 1_000)
        let clock = "\(padded(seconds / 60 % 60, to: 2)):\(padded(seconds % 60, to: 2))"
        return seconds < 3_600 ? clock : "\(seconds / 3_600):\(clock)"
    }

    /// The countdown of a deadline (model §5.7): «2 t 10 min igjen i åpningstid».
    public func leftInOpeningTime(_ span: Span) -> String {
        let length = duration(max(.zero, span))
        return switch language {
        case .nb: "\(length) igjen i åpningstid"
        case .nn: "\(length) att i opningstida"
        case .en: "\(length) left in opening hours"
        }
    }

    /// What has passed since a deadline, in opening time: «1 t 5 min over frist».
    public func overdue(_ span: Span) -> String {
        let length = duration(max(.zero, span))
        return switch language {
        case .nb: "\(length) over frist"
        case .nn: "\(length) over fristen"
        case .en: "\(length) overdue"
        }
    }

    private var hour: String { language == .en ? "h" : "t" }
}
