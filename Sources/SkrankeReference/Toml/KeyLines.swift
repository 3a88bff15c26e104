/// The line of every key of a TOML text: the parser tells lines for syntax errors only.
///
/// Expects a text that the parser has accepted. Paths are written as `table.key`, `list[0]`,
/// `unit[2].name.nb`; for `[[unit]]` the line of `unit[2]` is the third header's.
struct KeyLines {
    private var lines: [String: Int] = [:]

    init(_ text: String) {
        var scanner = KeyLineScanner(text)
        scanner.scan()
        lines = scanner.lines
    }

    /// The line of `path`, else of the nearest table or list around it; nil when none is written out.
    func line(of path: String) -> Int? {
        var rest = Substring(path)
        while !rest.isEmpty {
            if let line = lines[String(rest)] { return line }
            guard let cut = rest.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
            rest = rest[..<cut]
        }
        return nil
    }
}

/// Walks over the bytes of a TOML text and notes where keys and list entries begin.
private struct KeyLineScanner {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private(set) var lines: [String: Int] = [:]
    /// How many `[[headers]]` each list of tables has had.
    private var counts: [String: Int] = [:]
    private var prefix = ""

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func scan() {
        while true {
            skipBlank()
            guard let byte = peek() else { return }
            if byte == UInt8(ascii: "[") { header() } else { entry(prefix) }
        }
    }

    private func peek(_ ahead: Int = 0) -> UInt8? {
        index + ahead < bytes.count ? bytes[index + ahead] : nil
    }

    private mutating func step() {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { line += 1 }
        index += 1
    }

    private mutating func note(_ path: String) { if lines[path] == nil { lines[path] = line } }

    /// White space, line ends, comments, and what stands between entries.
    private mutating func skipBlank() {
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"),
                UInt8(ascii: ","):
                step()
            case UInt8(ascii: "#"):
                while let byte = peek(), byte != UInt8(ascii: "\n") { step() }
            default: return
            }
        }
    }

    private mutating func skip(_ set: String) {
        while let byte = peek(), set.utf8.contains(byte) { step() }
    }

    private mutating func header() {
        let isList = peek(1) == UInt8(ascii: "[")
        skip("[ \t")
        var path = ""
        let keys = dottedKey()
        for (offset, key) in keys.enumerated() {
            path = join(path, key)
            let isLast = offset == keys.count - 1
            note(path)
            if isList && isLast { counts[path, default: 0] += 1 }
            if let count = counts[path], !isLast || isList { path += "[\(count - 1)]" }
        }
        note(path)
        prefix = path
        while let byte = peek(), byte != UInt8(ascii: "\n") { step() }
    }

    private mutating func entry(_ table: String) {
        let start = index
        let began = line
        var path = table
        for key in dottedKey() {
            path = join(path, key)
            if lines[path] == nil { lines[path] = began }
        }
        skip(" \t=")
        value(path)
        if index == start { step() }
    }

    private mutating func value(_ path: String) {
        skip(" \t")
        switch peek() {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = string()
        case UInt8(ascii: "["): list(path)
        case UInt8(ascii: "{"): inlineTable(path)
        default:
            while let byte = peek(), !",]}#\n".utf8.contains(byte) { step() }
        }
    }

    private mutating func list(_ path: String) {
        step()
        var count = 0
        while true {
            skipBlank()
            guard let byte = peek() else { return }
            if byte == UInt8(ascii: "]") { return step() }
            let start = index
            note("\(path)[\(count)]")
            value("\(path)[\(count)]")
            count += 1
            if index == start { step() }
        }
    }

    private mutating func inlineTable(_ path: String) {
        step()
        while true {
            skipBlank()
            guard let byte = peek() else { return }
            if byte == UInt8(ascii: "}") { return step() }
            entry(path)
        }
    }

    private mutating func dottedKey() -> [String] {
        var keys: [String] = []
        while true {
            skip(" \t")
            guard let byte = peek() else { return keys }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                keys.append(string())
            } else {
                let start = index
                while let byte = peek(), !" \t\r\n.=]#,}".utf8.contains(byte) { step() }
                keys.append(String(decoding: bytes[start..<index], as: UTF8.self))
            }
            skip(" \t")
            guard peek() == UInt8(ascii: ".") else { return keys }
            step()
        }
    }

    /// The raw text between the quotes: one or three, single or double.
    private mutating func string() -> String {
        guard let quote = peek() else { return "" }
        let isLong = peek(1) == quote && peek(2) == quote
        for _ in 0..<(isLong ? 3 : 1) { step() }
        let start = index
        while let byte = peek() {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                step()
            } else if byte == quote, !isLong || (peek(1) == quote && peek(2) == quote) {
                break
            }
            step()
        }
        let content = String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
        while isLong, peek(3) == quote { step() }
        for _ in 0..<(isLong ? 3 : 1) { step() }
        return content
    }

    private func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + "." + key }
}
