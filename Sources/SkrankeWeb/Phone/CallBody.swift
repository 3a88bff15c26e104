import Foundation

/// The three ways in which telephone systems write their fields: JSON, a form, and a form in parts.
enum CallBody {
    /// - Parameter type: the header field; nil is read as what the body looks like.
    /// - Throws: `invalidJSON`, `invalidForm`.
    static func fields(_ bytes: [UInt8], type: String?) throws(Problem) -> CallFields {
        let kind = type?.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        switch kind {
        case "application/json": return try json(bytes)
        case "multipart/form-data": return try parts(bytes, type ?? "")
        case "application/x-www-form-urlencoded": return form(bytes)
        default: return bytes.first == UInt8(ascii: "{") ? try json(bytes) : form(bytes)
        }
    }

    // MARK: JSON

    /// A value of a field: text, a number, or a list of them. Anything else is nothing to us.
    private struct Loose: Decodable {
        var texts: [String]
        init(from decoder: any Decoder) throws {
            if var list = try? decoder.unkeyedContainer() {
                texts = []
                while !list.isAtEnd, texts.count < CallFields.limit { texts += try list.decode(Loose.self).texts }
                return
            }
            let one = try? decoder.singleValueContainer()
            let text = (try? one?.decode(String.self)) ?? (try? one?.decode(Int64.self)).map { "\($0)" }
            texts = text.map { [$0] } ?? []
        }
    }

    private static func json(_ bytes: [UInt8]) throws(Problem) -> CallFields {
        var fields = CallFields()
        let object = try JSON.decode([String: Loose].self, bytes)
        // Sorted, so that which fields are left out of a flood hangs on nothing but their names.
        for (name, value) in object.sorted(by: { $0.key < $1.key }) {
            for text in value.texts { fields.add(name, InboundText.clean(text)) }
        }
        return fields
    }

    // MARK: A form

    /// Repairs what it can: a telephone system's names may come in any character set.
    private static func form(_ bytes: [UInt8]) -> CallFields {
        var fields = CallFields()
        for pair in bytes.split(separator: UInt8(ascii: "&"), maxSplits: CallFields.limit) {
            let sides = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            fields.add(unescaped(sides[0]), sides.count == 2 ? unescaped(sides[1]) : "")
        }
        return fields
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                result.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let value = UInt8(text: rest.prefix(2)) {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return InboundText.clean(String(decoding: result, as: UTF8.self))
    }

    // MARK: A form in parts (RFC 7578)

    private static func parts(_ bytes: [UInt8], _ type: String) throws(Problem) -> CallFields {
        guard let boundary = parameter("boundary", in: type), (1...70).contains(boundary.utf8.count) else {
            throw Problem(.invalidForm)
        }
        let pieces = Bytes.split(bytes, by: Array("--\(boundary)".utf8), limit: CallFields.limit + 2)
        guard pieces.count > 1 else { throw Problem(.invalidForm) }
        var fields = CallFields()
        for piece in pieces.dropFirst() {
            if piece.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "-")]) { break }
            let halves = Bytes.split(Array(piece), by: [13, 10, 13, 10], limit: 2)
            guard halves.count == 2 else { continue }
            let head = String(decoding: halves[0], as: UTF8.self)
            var value = halves[1]
            if value.suffix(2) == [13, 10] { value = value.dropLast(2) }
            let lines = head.split(whereSeparator: \.isNewline)
            guard
                let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
                let name = parameter("name", in: String(line))
            else { continue }
            fields.add(name, InboundText.clean(String(decoding: value, as: UTF8.self)))
        }
        return fields
    }

    /// `; name=value` or `; name="value"` of a header field.
    private static func parameter(_ name: String, in field: String) -> String? {
        for part in field.split(separator: ";").dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, sides[0].filter({ $0 != " " }).lowercased() == name else { continue }
            return sides[1].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
        }
        return nil
    }
}

/// Searching in bytes.
enum Bytes {
    /// The pieces between the places of `mark`, at most `limit` of them. Linear in the length times the mark's.
    static func split(_ bytes: [UInt8], by mark: [UInt8], limit: Int) -> [ArraySlice<UInt8>] {
        guard let begin = mark.first else { return [bytes[...]] }
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index + mark.count <= bytes.count, pieces.count < limit - 1 {
            if bytes[index] == begin, bytes[index..<(index + mark.count)].elementsEqual(mark) {
                pieces.append(bytes[start..<index])
                index += mark.count
                start = index
            } else {
                index += 1
            }
        }
        return pieces + [bytes[start...]]
    }
}

extension UInt8 {
    /// Two hexadecimal digits.
    fileprivate init?(text: ArraySlice<UInt8>) {
        let isHex = text.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
        guard text.count == 2, isHex, let value = UInt8(String(decoding: text, as: UTF8.self), radix: 16)
        else { return nil }
        self = value
    }
}
