/// A 128-bit identifier, unique without asking anyone. Made at the rim, an argument in the core (law 4).
///
/// The high part begins with the time, so identifiers sort roughly by age and indexes stay compact.
public struct Identifier: Hashable, Comparable, Sendable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    public static func < (a: Identifier, b: Identifier) -> Bool { (a.high, a.low) < (b.high, b.low) }
}

extension Identifier: LosslessStringConvertible, Codable {
    /// 32 lower-case hexadecimal digits.
    public var description: String { Identifier.hex(high) + Identifier.hex(low) }

    /// Nil unless `text` is 32 hexadecimal digits.
    public init?(_ text: String) {
        let utf8 = text.utf8
        guard utf8.count == 32 else { return nil }
        var parts: (UInt64, UInt64) = (0, 0)
        for (index, byte) in utf8.enumerated() {
            let digit: UInt64
            switch byte {
            case 48...57: digit = UInt64(byte - 48)
            case 97...102: digit = UInt64(byte - 87)
            default: return nil
            }
            if index < 16 { parts.0 = parts.0 << 4 | digit } else { parts.1 = parts.1 << 4 | digit }
        }
        self.init(high: parts.0, low: parts.1)
    }

    private static func hex(_ value: UInt64) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: 16 - text.utf8.count) + text
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Identifier(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an identifier")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// An identifier of one kind of thing.
public struct ID<Kind>: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
    public let value: Identifier
    public init(_ value: Identifier) { self.value = value }
    public init?(_ text: String) {
        guard let value = Identifier(text) else { return nil }
        self.value = value
    }
    public var description: String { value.description }
    public static func < (a: ID, b: ID) -> Bool { a.value < b.value }
    public init(from decoder: any Decoder) throws { value = try Identifier(from: decoder) }
    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

public typealias InquiryID = ID<Inquiry>
public typealias InteractionID = ID<Interaction>
public typealias MessageID = ID<Message>
public typealias ContactID = ID<Contact>
public typealias ContentID = ID<Content>
public typealias EventID = ID<Envelope>
public typealias CommandID = ID<Command>

/// A run of fresh identifiers for one command: a base made at the rim, counted up in the core.
public struct IdentifierSupply: Sendable {
    private let base: Identifier
    private var count: UInt64 = 0

    /// `base` is unique for this command, its lowest 16 bits are ignored.
    public init(base: Identifier) { self.base = base }

    public mutating func next<Kind>() -> ID<Kind> {
        precondition(count < 0xFFFF, "a command makes fewer than 65 535 things (Limits)")
        count += 1
        return ID(Identifier(high: base.high, low: base.low & ~0xFFFF | count))
    }
}

/// Who an agent is: the short name in the directory's file, e.g. `ingrid`.
public struct AgentID: Hashable, Comparable, Sendable, Codable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ name: String) { rawValue = name }
    public var description: String { rawValue }
    public static func < (a: AgentID, b: AgentID) -> Bool { a.rawValue < b.rawValue }
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
