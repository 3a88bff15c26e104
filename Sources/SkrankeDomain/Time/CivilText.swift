// Dates and clock times as text: ISO 8601 in data files, events and JSON.

extension CivilDate {
    /// The date written `2026-12-02`, or nil.
    public init?(iso text: String) {
        var reader = DigitReader(text)
        guard let year = reader.digits(4), reader.one(of: "-") != nil, let month = reader.digits(2),
            reader.one(of: "-") != nil, let day = reader.digits(2), reader.atEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2026-12-02`.
    public var iso: String { "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))" }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CivilDate(iso: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date like 2026-12-02")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

extension ClockTime {
    /// The time written `08:00` (up to `24:00`), or nil.
    public init?(iso text: String) {
        var reader = DigitReader(text)
        guard let hour = reader.digits(2), reader.one(of: ":") != nil, let minute = reader.digits(2),
            reader.atEnd, minute < 60, hour * 60 + minute <= 1_440
        else { return nil }
        self.init(hour, minute)
    }

    /// `08:00`.
    public var iso: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2))" }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = ClockTime(iso: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no time like 08:00")
        }
        self = time
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
