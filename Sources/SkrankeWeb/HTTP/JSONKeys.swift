import Foundation

/// Finds a name that stands twice in one object: readers of JSON disagree on which of the two counts
/// (RFC 8259 §4), so a text that one of them checked might be another than the one that we store.
///
/// Reads well-formed UTF-8 JSON, which the decoder has accepted; linear in its length.
enum JSONKeys {
    /// The first name that is repeated, or nil.
    static func repeated(_ bytes: [UInt8]) -> String? {
        var objects: [Set<String>?] = []
        var index = 0
        var isName = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"):
                objects.append([])
                isName = true
            case UInt8(ascii: "["):
                objects.append(nil)
                isName = false
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = objects.popLast()
                isName = false
            case UInt8(ascii: ","): isName = objects.last.map { $0 != nil } ?? false
            case UInt8(ascii: ":"): isName = false
            case UInt8(ascii: "\""):
                let end = closingQuote(bytes, after: index)
                if isName, let name = name(bytes[index...end]), let last = objects.indices.last {
                    if objects[last]?.insert(name).inserted == false { return name }
                }
                index = end
            default: break
            }
            index += 1
        }
        return nil
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
