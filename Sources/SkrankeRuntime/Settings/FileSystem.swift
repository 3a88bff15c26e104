import Glibc
import SkrankeReference

/// Reads whole small files, safely: no pipes, no devices, a limit, UTF-8.
public enum FileSystem {
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The text of `path`, told as `shownPath` in errors.
    public static func text(
        _ path: String, limit: Int = DataFile.sizeLimit
    ) throws(DataFileError) -> DataText {
        let bytes = try read(path, limit: limit)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DataFileError(file: path, line: brokenLine(bytes), expected: .utf8)
        }
        return DataText(shownPath: path, text: text)
    }

    private static func read(_ path: String, limit: Int) throws(DataFileError) -> [UInt8] {
        // Not blocking, so that a pipe of that name can't hang us; what it is, is asked of the open file.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw unreadable(path) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let got = Glibc.read(file, &chunk, chunk.count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw unreadable(path) }
            if got == 0 { return bytes }
            bytes += chunk[..<got]
        }
        throw DataFileError(file: path, expected: .fileSize(limit))
    }

    private static func unreadable(_ path: String) -> DataFileError {
        DataFileError(file: path, expected: .readableFile)
    }

    /// The line of the first byte that is no UTF-8.
    private static func brokenLine(_ bytes: [UInt8]) -> Int {
        var start = 0
        var line = 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if String(validating: bytes[start..<end], as: UTF8.self) == nil { return line }
            line += 1
            start = end + 1
        }
        return line
    }
}
