// Moments as RFC 3339 text: the command line, JSON and the log.

extension Moment {
    /// The moment written as RFC 3339 demands, e.g. `2026-11-23T09:00:00+01:00`, or nil.
    ///
    /// Letters may be small and a space may stand for `T` (RFC 3339 §5.6); digits of the fraction
    /// beyond milliseconds are dropped; a leap second (`23:59:60Z`) is the second that follows.
    /// Years 0000 to 9999.
    public init?(rfc3339 text: String) {
        var reader = DigitReader(text)
        guard let year = reader.digits(4), reader.one(of: "-") != nil, let month = reader.digits(2),
            reader.one(of: "-") != nil, let day = reader.digits(2), reader.one(of: "Tt ") != nil,
            let date = CivilDate(year: year, month: month, day: day),
            let hour = reader.digits(2), reader.one(of: ":") != nil, let minute = reader.digits(2),
            reader.one(of: ":") != nil, let second = reader.digits(2),
            hour < 24, minute < 60, second <= 60,
            let fraction = Moment.fraction(&reader), let offset = Moment.offset(&reader), reader.atEnd
        else { return nil }
        let seconds = date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - offset * 60
        if second == 60, seconds % 86_400 != 0 { return nil }
        self.init(milliseconds: Int64(seconds * 1_000 + fraction))
    }

    /// Milliseconds of an optional fraction.
    private static func fraction(_ reader: inout DigitReader) -> Int? {
        guard reader.one(of: ".") != nil else { return 0 }
        var milliseconds = 0
        var weight = 100
        guard let first = reader.digits(1) else { return nil }
        milliseconds = first * weight
        while let digit = reader.digits(1) {
            weight /= 10
            milliseconds += digit * weight
        }
        return milliseconds
    }

    /// Minutes ahead of UTC.
    private static func offset(_ reader: inout DigitReader) -> Int? {
        if reader.one(of: "Zz") != nil { return 0 }
        guard let sign = reader.one(of: "+-"), let hours = reader.digits(2), reader.one(of: ":") != nil,
            let minutes = reader.digits(2), hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }

    /// RFC 3339 in UTC: `2026-11-23T08:00:00Z`.
    public var rfc3339: String { text(offset: 0) + "Z" }

    /// RFC 3339 as clocks of `zone` show it: `2026-11-23T09:00:00+01:00`; UTC is `Z`.
    ///
    /// The fraction appears only where it is not zero, with three digits. An offset with seconds
    /// (local mean time before the railways) is cut to minutes; the instant stays exact.
    public func rfc3339(zone: TimeZoneRules) -> String {
        let minutes = zone.offset(at: self) / 60
        guard minutes != 0 else { return rfc3339 }
        let size = abs(minutes)
        let sign = minutes < 0 ? "-" : "+"
        return text(offset: minutes) + "\(sign)\(padded(size / 60, to: 2)):\(padded(size % 60, to: 2))"
    }

    private func text(offset minutes: Int) -> String {
        let shift = TimeZoneRules(name: "", firstOffset: minutes * 60, transitions: [])
        let wall = shift.wallTime(at: self)
        let seconds = wall.milliseconds / 1_000
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
        let rest = wall.milliseconds % 1_000
        let fraction = rest == 0 ? "" : "." + padded(rest, to: 3)
        return wall.date.iso + "T" + clock.joined(separator: ":") + fraction
    }
}
