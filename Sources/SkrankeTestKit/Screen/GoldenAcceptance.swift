import Foundation
import Synchronization

/// Rewrites golden literals in test sources when SKRANKE_ACCEPT=1 is set.
enum GoldenAcceptance {
    enum Failure: Error, CustomStringConvertible {
        case noLiteral(line: Int)
        var description: String {
            switch self {
            case .noLiteral(let line): "no multi-line string literal at or after line \(line)"
            }
        }
    }

    static var isOn: Bool { ProcessInfo.processInfo.environment["SKRANKE_ACCEPT"] == "1" }

    /// Lines that earlier rewrites in this process added: line of the literal, and how many.
    private static let shifts = Mutex<[String: [(line: Int, added: Int)]]>([:])

    /// Replaces the literal of the call that the compiler saw at a line.
    static func accept(_ text: String, filePath: String, line: Int) throws {
        try shifts.withLock { shifts in
            let earlier = shifts[filePath, default: []].filter { $0.line < line }
            let present = line + earlier.reduce(0) { $0 + $1.added }
            let url = URL(fileURLWithPath: filePath)
            let source = try String(contentsOf: url, encoding: .utf8)
            let (result, added) = try rewrite(source, line: present, with: text)
            try result.write(to: url, atomically: true, encoding: .utf8)
            shifts[filePath, default: []].append((line, added))
        }
    }

    /// The source with the first multi-line literal at or after a line (counted from 1) replaced.
    static func rewrite(_ source: String, line: Int, with text: String) throws -> (String, added: Int) {
        var lines = source.components(separatedBy: "\n")
        let quotes = "\"\"\""
        guard let open = lines.indices.dropFirst(line - 1).first(where: { lines[$0].hasSuffix(quotes) }),
            let close = lines.indices.dropFirst(open + 1).first(where: {
                lines[$0].drop(while: { $0 == " " }).hasPrefix(quotes)
            })
        else { throw Failure.noLiteral(line: line) }
        let indent = String(lines[close].prefix(while: { $0 == " " }))
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\")
            .replacingOccurrences(of: quotes, with: "\\\"\"\"")
        let body = escaped.components(separatedBy: "\n").map { $0.isEmpty ? "" : indent + $0 }
        lines.replaceSubrange((open + 1)..<close, with: body)
        return (lines.joined(separator: "\n"), body.count - (close - open - 1))
    }
}
