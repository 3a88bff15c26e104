/// An instant: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// Time is an argument everywhere in the core (law 4): nothing here reads a clock.
public struct Moment: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since the Unix epoch, UTC.
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    public init(seconds: Int64) { self.milliseconds = seconds * 1_000 }

    /// Whole seconds since the Unix epoch, rounded down.
    public var seconds: Int64 {
        milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000
    }

    public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (a: Moment, b: Span) -> Moment {
        Moment(milliseconds: a.milliseconds + b.milliseconds)
    }
    public static func - (a: Moment, b: Span) -> Moment {
        Moment(milliseconds: a.milliseconds - b.milliseconds)
    }
    public static func - (a: Moment, b: Moment) -> Span {
        Span(milliseconds: a.milliseconds - b.milliseconds)
    }

    /// Years 0000 to 9999, the range that RFC 3339 can write. What comes from outside must lie in it,
    /// so that no sum of a moment and a span can overflow.
    public static let writable: ClosedRange<Moment> =
        Moment(milliseconds: -62_167_219_200_000)...Moment(milliseconds: 253_402_300_799_999)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        milliseconds = try container.decode(Int64.self)
        guard Moment.writable.contains(self) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "outside of years 0-9999")
        }
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

/// A length of clock time, in milliseconds.
public struct Span: Hashable, Comparable, Sendable, Codable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    public static func seconds(_ n: Int64) -> Span { Span(milliseconds: n * 1_000) }
    public static func minutes(_ n: Int64) -> Span { Span(milliseconds: n * 60_000) }
    public static func hours(_ n: Int64) -> Span { Span(milliseconds: n * 3_600_000) }
    public static func days(_ n: Int64) -> Span { Span(milliseconds: n * 86_400_000) }
    public static let zero = Span(milliseconds: 0)

    public static func < (a: Span, b: Span) -> Bool { a.milliseconds < b.milliseconds }

    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
