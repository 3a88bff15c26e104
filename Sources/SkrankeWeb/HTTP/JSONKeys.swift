import Foundation

/// Finds what readers of JSON disagree about: a name that stands twice in one object (RFC 8259 §4: some take
/// the first, some the last, so a text that one of them checked might be another than the one that we store),
/// and a comma with nothing behind it, which our decoder lets pass.
///
/// Reads UTF-8 JSON, which the decoder has accepted; linear in its length.
enum JSONKeys {
    /// - Throws: `repeatedField` with the first name of that kind, `invalidJSON`.
    static func check(_ bytes: [UInt8]) throws(Problem) {
        var objects: [Set<String>?] = []
        var index = 0
        var isName = false
        var last = UInt8(ascii: "[")
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"):
                objects.append([])
                isName = true
            case UInt8(ascii: "["):
                objects.append(nil)
                isName = false
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if last == UInt8(ascii: ",") { throw Problem(.invalidJSON) }
                _ = objects.popLast()
                isName = false
            case UInt8(ascii: ","): isName = objects.last.map { $0 != nil } ?? false
            case UInt8(ascii: ":"): isName = false
            case UInt8(ascii: "\""):
                let end = closingQuote(bytes, after: index)
                if isName, let name = name(bytes[index...end]), let top = objects.indices.last {
                    if objects[top]?.insert(name).inserted == false {
                        throw Problem(.repeatedField, place: InboundText.shown(name))
                    }
                }
                index = end
            default: break
            }
            if ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { last = bytes[index] }
            index += 1
        }
    }

    private static func closingQuote(_ bytes: [UInt8], after start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, bytes.count - 1)
    }

    /// A name without its escapes.
    private static func name(_ quoted: ArraySlice<UInt8>) -> String? {
        guard quoted.contains(UInt8(ascii: "\\")) else {
            return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
        }
        let list = [UInt8(ascii: "[")] + quoted + [UInt8(ascii: "]")]
        return try? JSONDecoder().decode([String].self, from: Data(list)).first
    }
}
