import SkrankeDomain
import TOMLKit

/// Collects what is wrong with one file, and which codes it defines and names, while it is decoded.
/// Lives within one call of a decoder, on one thread.
final class FileLog {
    let file: String
    private let text: String
    private(set) var errors: [DataFileError] = []
    /// Codes that this file defines, with the place of each.
    private(set) var definitions: [DataExpectation.Referent: [String: String]] = [:]
    /// Codes that this file names, to be looked up when all files are read.
    private(set) var references: [(kind: DataExpectation.Referent, code: String, path: String)] = []
    private lazy var lines = KeyLines(text)

    init(file: String, text: String) {
        self.file = file
        self.text = FileLog.normalised(text)
    }

    /// `text` without a byte order mark and with line feeds for the line ends of other systems.
    private static func normalised(_ text: String) -> String {
        if !text.utf8.contains(UInt8(ascii: "\r")) && text.utf8.first != 0xEF { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n"), bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
            bytes.append(byte)
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return String(decoding: bytes.starts(with: mark) ? bytes[3...] : bytes[...], as: UTF8.self)
    }

    func report(_ path: String, _ expected: DataExpectation, found: String? = nil) {
        errors.append(
            DataFileError(
                file: file, line: lines.line(of: path), path: path, expected: expected,
                found: found.map(FileLog.withoutPassword)))
    }

    /// A secret that was written where none belongs is not said aloud as well.
    private static func withoutPassword(_ found: String) -> String {
        found.replacing(/:\/\/([^:@\/]*):[^@]*@/) { "://\($0.1):…@" }
            .replacing(/password=[^&\s]*/) { _ in "password=…" }
    }

    /// In the order of lines.
    var sortedErrors: [DataFileError] { errors.sorted { ($0.line ?? 0, $0.path) < ($1.line ?? 0, $1.path) } }

    /// Notes that `code` is defined here; a second definition is an error.
    func define(_ kind: DataExpectation.Referent, _ code: String, at path: String) {
        if definitions[kind, default: [:]].updateValue(path, forKey: code) != nil {
            report(path, .unique(kind), found: code)
        }
    }

    func refer(_ kind: DataExpectation.Referent, _ code: String, at path: String) {
        references.append((kind, code, path))
    }

    /// The document's tables, or nil after reporting why it is none.
    func document() -> [String: DataNode]? {
        if text.utf8.count > DataFile.sizeLimit {
            errors.append(DataFileError(file: file, expected: .fileSize(DataFile.sizeLimit)))
            return nil
        }
        if let line = forbiddenLine() {
            errors.append(DataFileError(file: file, line: line, expected: .plainCharacters))
            return nil
        }
        do {
            return try DataNode.parse(text)
        } catch let error as TOMLParseError {
            errors.append(
                DataFileError(file: file, line: error.source.begin.line, expected: .syntax(error.description))
            )
        } catch {
            errors.append(DataFileError(file: file, expected: .syntax("\(error)")))
        }
        return nil
    }

    /// The first line with a control character in it, raw or (NUL only, which would end a C string)
    /// as an escape. Other escaped ones are refused where their text is read.
    private func forbiddenLine() -> Int? {
        if PlainText.maybeForbidden(text.utf8) {
            var line = 1
            for scalar in text.unicodeScalars {
                if scalar == "\n" { line += 1 }
                if PlainText.isForbidden(scalar) && scalar != "\t" { return line }
            }
        }
        var rest = text.utf8[...]
        while let escape = rest.firstIndex(of: UInt8(ascii: "\\")) {
            rest = rest[text.utf8.index(after: escape)...]
            if rest.starts(with: "u0000".utf8) || rest.starts(with: "U00000000".utf8) {
                return text.utf8[..<escape].count { $0 == UInt8(ascii: "\n") } + 1
            }
        }
        return nil
    }
}
