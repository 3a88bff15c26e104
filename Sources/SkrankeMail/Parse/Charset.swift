import Glibc

/// Bytes in any character set as text. Nothing is refused: what cannot be read becomes U+FFFD.
enum Charset {
    /// - Parameter named: what the message says; nil or unknown: UTF-8 if it is that, else Windows-1252,
    ///   which is what unmarked mail is in practice.
    static func decode(_ bytes: [UInt8], named: String?) -> String {
        let name = (named ?? "").lowercased().filter { !$0.isWhitespace && $0 != "\"" }
        switch name {
        case "", "us-ascii", "ascii", "utf-8", "utf8", "unknown-8bit", "x-unknown", "default", "binary":
            return String(validating: bytes, as: UTF8.self) ?? windows1252(bytes)
        case "iso-8859-1", "latin1", "windows-1252", "cp1252":
            return windows1252(bytes)
        default:
            return converted(bytes, from: name) ?? String(validating: bytes, as: UTF8.self)
                ?? windows1252(bytes)
        }
    }

    /// The superset of ISO 8859-1 that mail programs mean by it. Five bytes mean nothing: U+FFFD.
    private static func windows1252(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let value = (0x80..<0xA0).contains(byte) ? high[Int(byte - 0x80)] : UInt32(byte)
            scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        return String(scalars)
    }

    private static let high: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    /// By the system's iconv; nil where it does not know the name.
    private static func converted(_ bytes: [UInt8], from name: String) -> String? {
        guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else { return nil }
        let handle = iconv_open("UTF-8", name)
        guard handle != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(handle) }
        var input = bytes.map(CChar.init(bitPattern:))
        var output = [UInt8]()
        var buffer = [CChar](repeating: 0, count: 8_192)
        input.withUnsafeMutableBufferPointer { source in
            var next = source.baseAddress
            var left = source.count
            while left > 0 {
                let (status, written) = buffer.withUnsafeMutableBufferPointer { target in
                    var place = target.baseAddress
                    var room = target.count
                    let status = iconv(handle, &next, &left, &place, &room)
                    return (status, target.count - room)
                }
                output += buffer[..<written].map { UInt8(bitPattern: $0) }
                guard status == Int.max || status == -1 else { continue }
                if errno == E2BIG { continue }
                // A byte that means nothing here: marked, and the rest goes on.
                output += [0xEF, 0xBF, 0xBD]
                next = next.map { $0 + 1 }
                left -= 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
