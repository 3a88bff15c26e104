/// Reads `Decodable` values out of a JSON tree. Members that are unknown are ignored, so that an event
/// written by a newer program with one more optional field can still be read.
struct JSONTreeDecoder: Decoder {
    let value: JSONValue
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try Keyed<Key>(value, codingPath))
    }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try Unkeyed(value, codingPath) }
    func singleValueContainer() -> any SingleValueDecodingContainer {
        Single(value: value, codingPath: codingPath)
    }

    static func mismatch(_ type: Any.Type, _ path: [any CodingKey]) -> DecodingError {
        .typeMismatch(type, .init(codingPath: path, debugDescription: "not a \(type)"))
    }

    /// A scalar directly, anything else by its own initialiser.
    static func read<Value: Decodable>(
        _ type: Value.Type, _ value: JSONValue, _ path: [any CodingKey]
    ) throws -> Value {
        switch (value, type) {
        case (.string(let text), is String.Type): if let text = text as? Value { return text }
        case (.bool(let flag), is Bool.Type): if let flag = flag as? Value { return flag }
        case (.integer(let number), let integer as any BinaryInteger.Type):
            if let result = exactly(number, integer) as? Value { return result }
        case (.integer(let number), is Double.Type):
            if let result = Double(number) as? Value { return result }
        case (.number(let number), is Double.Type): if let result = number as? Value { return result }
        case (_, is String.Type), (_, is Bool.Type), (_, is any BinaryInteger.Type), (_, is Double.Type):
            break
        default: return try Value(from: JSONTreeDecoder(value: value, codingPath: path))
        }
        throw mismatch(type, path)
    }

    private static func exactly<Number: BinaryInteger>(_ number: Int64, _ type: Number.Type) -> Number? {
        Number(exactly: number)
    }

    struct Single: SingleValueDecodingContainer {
        let value: JSONValue
        let codingPath: [any CodingKey]
        func decodeNil() -> Bool { value == .null }
        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try read(type, value, codingPath)
        }
    }

    struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
        private let value: JSONValue
        private let members: [JSONValue.Member]
        let codingPath: [any CodingKey]

        init(_ value: JSONValue, _ path: [any CodingKey]) throws {
            guard case .object(let members) = value else { throw mismatch([String: Any].self, path) }
            self.value = value
            self.members = members
            codingPath = path
        }
        var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }
        func contains(_ key: Key) -> Bool { value[key.stringValue] != nil }

        private func member(_ key: any CodingKey) throws -> JSONValue {
            guard let member = value[key.stringValue] else {
                throw DecodingError.keyNotFound(
                    key, .init(codingPath: codingPath, debugDescription: "no member \(key.stringValue)"))
            }
            return member
        }
        func decodeNil(forKey key: Key) throws -> Bool { try member(key) == .null }
        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            try read(type, try member(key), codingPath + [key])
        }
        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            KeyedDecodingContainer(try Keyed<Nested>(try member(key), codingPath + [key]))
        }
        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try Unkeyed(try member(key), codingPath + [key])
        }
        func superDecoder() -> any Decoder {
            JSONTreeDecoder(value: value["super"] ?? .null, codingPath: codingPath)
        }
        func superDecoder(forKey key: Key) throws -> any Decoder {
            JSONTreeDecoder(value: try member(key), codingPath: codingPath + [key])
        }
    }

    struct Unkeyed: UnkeyedDecodingContainer {
        private let elements: [JSONValue]
        let codingPath: [any CodingKey]
        private(set) var currentIndex = 0

        init(_ value: JSONValue, _ path: [any CodingKey]) throws {
            guard case .array(let elements) = value else { throw mismatch([Any].self, path) }
            self.elements = elements
            codingPath = path
        }
        var count: Int? { elements.count }
        var isAtEnd: Bool { currentIndex >= elements.count }

        private mutating func next() throws -> JSONValue {
            guard !isAtEnd else {
                throw DecodingError.valueNotFound(
                    JSONValue.self, .init(codingPath: codingPath, debugDescription: "the array has ended"))
            }
            currentIndex += 1
            return elements[currentIndex - 1]
        }
        mutating func decodeNil() throws -> Bool {
            guard !isAtEnd, elements[currentIndex] == .null else { return false }
            currentIndex += 1
            return true
        }
        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try read(type, try next(), codingPath)
        }
        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) throws -> KeyedDecodingContainer<Nested> {
            KeyedDecodingContainer(try Keyed<Nested>(try next(), codingPath))
        }
        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            try Unkeyed(try next(), codingPath)
        }
        mutating func superDecoder() throws -> any Decoder {
            JSONTreeDecoder(value: try next(), codingPath: codingPath)
        }
    }
}
