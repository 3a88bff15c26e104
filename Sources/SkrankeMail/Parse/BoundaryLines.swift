/// Boundary lines that carry more than the boundary: the comparison is with the beginning of the line, says
/// RFC 2046 §5.1.1, which GMime does not do. Only where a message's own outer boundary stands on no line of
/// its own; the original stays as it came.
enum BoundaryLines {
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        guard let boundary = outerBoundary(bytes), !boundary.isEmpty else { return bytes }
        let mark = [UInt8(ascii: "-"), UInt8(ascii: "-")] + boundary
        var repaired: [UInt8] = []
        var isWhole = false
        var wasTouched = false
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            var kept = line
            if line.starts(with: mark) {
                var tail = line.dropFirst(mark.count)
                let isEnd = tail.starts(with: "--".utf8)
                if isEnd { tail = tail.dropFirst(2) }
                let isExact = tail.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
                if isExact, !isEnd { isWhole = true }
                if !isExact {
                    wasTouched = true
                    kept = ArraySlice(mark + (isEnd ? Array("--".utf8) : []) + [13])
                }
            }
            repaired += kept
            repaired.append(10)
        }
        repaired.removeLast()
        return wasTouched && !isWhole ? repaired : bytes
    }

    /// The outer message's boundary, read by hand from its header.
    private static func outerBoundary(_ bytes: [UInt8]) -> [UInt8]? {
        let head = header(bytes)
        guard let type = field("content-type:", head),
            let place = type.lowercased().firstRange(of: "boundary=")
        else { return nil }
        let offset = type.lowercased().distance(from: type.lowercased().startIndex, to: place.upperBound)
        let rest = type.dropFirst(offset)
        if rest.first == "\"" { return Array(rest.dropFirst().prefix { $0 != "\"" }.utf8) }
        return Array(rest.prefix { $0 != ";" && !$0.isWhitespace }.utf8)
    }

    static func header(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        for line in bytes.prefix(200_000).split(separator: 10, omittingEmptySubsequences: false) {
            let bare = line.last == 13 ? line.dropLast() : line
            if bare.isEmpty { break }
            lines.append(String(decoding: bare, as: UTF8.self))
        }
        return lines
    }

    private static func field(_ name: String, _ lines: [String]) -> String? {
        guard let start = lines.firstIndex(where: { $0.lowercased().hasPrefix(name) }) else { return nil }
        let more = lines[(start + 1)...].prefix { $0.first == " " || $0.first == "\t" }
        return lines[start] + more.map { $0.drop(while: \.isWhitespace) }.joined(separator: " ")
    }
}

/// Lines among the headers that are none.
enum StrayLines {
    static func inHeader(of bytes: [UInt8]) -> [UInt8] {
        let lines = BoundaryLines.header(bytes)
        guard lines.contains(where: isField) else { return [] }
        let stray = lines.enumerated().filter { index, line in
            guard let first = line.first, !first.isWhitespace, !isField(line) else { return false }
            return !(index == 0 && line.hasPrefix("From ")) && !line.hasPrefix(">From ")
        }
        return Array(stray.map { $0.element + "\r\n" }.joined().utf8)
    }

    private static func isField(_ line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":") else { return false }
        let name = line[..<colon]
        return !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F || $0 == 0x20 }
            && !name.contains("  ") && name.split(separator: " ").count <= 1
    }
}
