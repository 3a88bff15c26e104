/// Writes an `Encodable` value straight to JSON text: no tree in between, members in declared order.
///
/// Relies on what synthesised conformances do: a nested container is complete before its parent goes on.
/// Optional members that are nil are left out.
public enum JSONCoder {
    public static func encode(_ value: some Encodable) throws -> String {
        let stream = JSONStream()
        try value.encode(to: JSONStreamEncoder(stream: stream, depth: 0))
        stream.unwind(to: 0)
        return stream.text.string
    }

    public static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try decode(type, from: try JSONValue.parse(text))
    }

    public static func decode<Value: Decodable>(_ type: Value.Type, from value: JSONValue) throws -> Value {
        try Value(from: JSONTreeDecoder(value: value, codingPath: []))
    }
}

/// The text so far, and the brackets that are open.
final class JSONStream {
    var text = JSONText()
    private var closers: [UInt8] = []
    private var isEmpty: [Bool] = []

    var depth: Int { closers.count }

    /// Opens an object or array and returns the depth of what stands inside.
    func open(_ opener: Unicode.Scalar, _ closer: Unicode.Scalar) -> Int {
        text.bytes.append(UInt8(ascii: opener))
        closers.append(UInt8(ascii: closer))
        isEmpty.append(true)
        return closers.count
    }

    /// Closes what is deeper than `depth`.
    func unwind(to depth: Int) {
        while closers.count > depth {
            text.bytes.append(closers.removeLast())
            isEmpty.removeLast()
        }
    }

    /// The place for the next member of the container at `depth`.
    func member(at depth: Int, name: String?) {
        unwind(to: depth)
        if isEmpty[depth - 1] { isEmpty[depth - 1] = false } else { text.bytes.append(UInt8(ascii: ",")) }
        if let name {
            text.write(name)
            text.bytes.append(UInt8(ascii: ":"))
        }
    }

    func scalar(_ value: some Encodable) throws {
        switch value {
        case let value as String: text.write(value)
        case let value as Bool: text.raw(value ? "true" : "false")
        case let value as any BinaryInteger: text.raw(String(value))
        case let value as Double: text.write(.number(value))
        case let value as Float: text.write(.number(Double(value)))
        default: try value.encode(to: JSONStreamEncoder(stream: self, depth: depth))
        }
    }
}

struct JSONStreamEncoder: Encoder {
    let stream: JSONStream
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Keyed<Key>(stream: stream, depth: stream.open("{", "}")))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        Unkeyed(stream: stream, depth: stream.open("[", "]"))
    }
    func singleValueContainer() -> any SingleValueEncodingContainer { Single(stream: stream) }

    struct Single: SingleValueEncodingContainer {
        let stream: JSONStream
        var codingPath: [any CodingKey] { [] }
        mutating func encodeNil() throws { stream.text.raw("null") }
        mutating func encode(_ value: some Encodable) throws { try stream.scalar(value) }
    }

    struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let stream: JSONStream
        let depth: Int
        var codingPath: [any CodingKey] { [] }

        mutating func encodeNil(forKey key: Key) throws {
            stream.member(at: depth, name: key.stringValue)
            stream.text.raw("null")
        }
        mutating func encode(_ value: some Encodable, forKey key: Key) throws {
            stream.member(at: depth, name: key.stringValue)
            try stream.scalar(value)
        }
        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            stream.member(at: depth, name: key.stringValue)
            return KeyedEncodingContainer(Keyed<Nested>(stream: stream, depth: stream.open("{", "}")))
        }
        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            stream.member(at: depth, name: key.stringValue)
            return Unkeyed(stream: stream, depth: stream.open("[", "]"))
        }
        mutating func superEncoder() -> any Encoder {
            stream.member(at: depth, name: "super")
            return JSONStreamEncoder(stream: stream, depth: depth)
        }
        mutating func superEncoder(forKey key: Key) -> any Encoder {
            stream.member(at: depth, name: key.stringValue)
            return JSONStreamEncoder(stream: stream, depth: depth)
        }
    }

    struct Unkeyed: UnkeyedEncodingContainer {
        let stream: JSONStream
        let depth: Int
        var codingPath: [any CodingKey] { [] }
        private(set) var count = 0

        init(stream: JSONStream, depth: Int) {
            self.stream = stream
            self.depth = depth
        }
        private mutating func next() {
            stream.member(at: depth, name: nil)
            count += 1
        }
        mutating func encodeNil() throws {
            next()
            stream.text.raw("null")
        }
        mutating func encode(_ value: some Encodable) throws {
            next()
            try stream.scalar(value)
        }
        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) -> KeyedEncodingContainer<Nested> {
            next()
            return KeyedEncodingContainer(Keyed<Nested>(stream: stream, depth: stream.open("{", "}")))
        }
        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            next()
            return Unkeyed(stream: stream, depth: stream.open("[", "]"))
        }
        mutating func superEncoder() -> any Encoder {
            next()
            return JSONStreamEncoder(stream: stream, depth: depth)
        }
    }
}
