import Glibc

/// Reads a file of this repository.
enum SourceText {
    struct Missing: Error { let path: String }

    static func read(_ path: String, file: String = #filePath) throws -> String {
        let root = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
            separator: "/")
        guard let handle = fopen(root + "/" + path, "r") else { throw Missing(path: path) }
        defer { fclose(handle) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, handle), count > 0 {
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// The text after `start` up to the first `end`.
    func components(from start: String, to end: String) -> String? {
        guard let first = firstRange(of: start, after: startIndex)?.upperBound,
            let last = firstRange(of: end, after: first)?.lowerBound
        else { return nil }
        return String(self[first..<last])
    }

    private func firstRange(of needle: String, after start: Index) -> Range<Index>? {
        var index = start
        while index < endIndex {
            if self[index...].hasPrefix(needle) {
                return index..<self.index(index, offsetBy: needle.count)
            }
            index = self.index(after: index)
        }
        return nil
    }
}
