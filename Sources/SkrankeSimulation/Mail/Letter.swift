import FoundationEssentials
import SkrankeDomain

/// A message in the form of RFC 5322, as a citizen's mail program or a mail server writes it. Nothing is shared
/// with the code that reads it.
public struct Letter: Sendable, Equatable {
    public enum Charset: Sendable, Equatable { case utf8, latin1 }

    public var messageID: String
    public var date: Moment
    public var name: String
    public var from: String
    public var to: String
    public var subject: String
    public var text: String
    public var inReplyTo: String?
    public var charset = Charset.utf8
    /// Further fields, as they stand.
    public var fields: [(name: String, value: String)] = []
    /// The body of a report in parts, and its type; instead of `text`.
    var report: String?
    var reportType: String?

    public static func == (a: Letter, b: Letter) -> Bool { a.bytes == b.bytes }

    public var bytes: [UInt8] {
        var head = [
            "Return-Path: <\(from)>", "Delivered-To: \(to)", "Message-ID: <\(messageID)>",
            "Date: \(MailDate.text(date))", "From: \(Letter.phrase(name)) <\(from)>", "To: <\(to)>",
            "Subject: \(Letter.encoded(subject))", "MIME-Version: 1.0",
        ]
        if let inReplyTo { head += ["In-Reply-To: <\(inReplyTo)>", "References: <\(inReplyTo)>"] }
        head += fields.map { "\($0.name): \($0.value)" }
        let set = charset == .utf8 ? "utf-8" : "iso-8859-1"
        let type = reportType ?? "text/plain; charset=\(set)"
        head += ["Content-Type: \(type)", "Content-Transfer-Encoding: 8bit"]
        let lines = (report ?? text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + encodedBody(lines)
    }

    private func encodedBody(_ text: String) -> [UInt8] {
        switch charset {
        case .utf8: Array(text.utf8)
        case .latin1: text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?") }
        }
    }

    private static func phrase(_ text: String) -> String { text.isEmpty ? "\"\"" : encoded(text) }

    /// RFC 2047, in pieces of at most 75 characters.
    private static func encoded(_ text: String) -> String {
        if text.utf8.allSatisfy({ (32...126).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") })
        {
            return text
        }
        var words: [String] = []
        var piece = ""
        for character in text {
            if (piece + String(character)).utf8.count > 42 {
                words.append(word(piece))
                piece = ""
            }
            piece.append(character)
        }
        words.append(word(piece))
        return words.joined(separator: "\r\n ")
    }

    private static func word(_ text: String) -> String {
        "=?utf-8?B?\(Data(text.utf8).base64EncodedString())?="
    }
}

/// The date of RFC 5322, in UTC.
enum MailDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ moment: Moment) -> String {
        let seconds = moment.seconds
        let day = Int((seconds - ((seconds % 86_400) + 86_400) % 86_400) / 86_400)
        let date = CivilDate(daysSinceEpoch: day)
        let rest = Int(seconds - Int64(day) * 86_400)
        // 1 January 1970 was a Thursday.
        let weekday = ((day + 3) % 7 + 7) % 7
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(days[weekday]), \(date.day) \(months[date.month - 1]) \(date.year) "
            + "\(clock.joined(separator: ":")) +0000"
    }
}
