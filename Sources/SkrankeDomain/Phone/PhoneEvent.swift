/// What a telephone system tells about one call, cleaned at the rim (channels §1.4: the generic CTI push of
/// Zammad, which other systems speak too). It carries no time: waiting is measured on our own clock.
public struct PhoneEvent: Equatable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// It rings, or it stands in the system's queue.
        case newCall
        /// Somebody talks to the caller.
        case answer
        case hangup
    }
    public var kind: Kind
    /// Whoever rings. Nil where he hides his number; else within `Limits.fieldLength`.
    public var from: String?
    /// Whom the answer names: extensions, names or accounts of the telephone system.
    public var users: [String]
    public var cause: CallCause?
    /// The call that this one goes on from, where the telephone system says so (`origCallId`).
    public var origin: InquiryID?

    public init(
        _ kind: Kind, from: String? = nil, users: [String] = [], cause: CallCause? = nil,
        origin: InquiryID? = nil
    ) {
        self.kind = kind
        self.from = from
        self.users = users
        self.cause = cause
        self.origin = origin
    }
}

/// Why a call ended, in the words of the push; a word that we do not know counts as not said.
public enum CallCause: String, CaseIterable, Sendable, Codable {
    case normalClearing, busy, cancel, noAnswer, congestion, notFound
    /// Put through to somebody else: the caller goes on elsewhere and was not lost.
    case forwarded
}

/// A number as a telephone system writes it, made one that can be called and looked for.
public enum CallNumber {
    /// Nil for a hidden or unreadable number. A leading blank stands for `+`, which senders forget to escape
    /// (channels §1.3); blanks, dots, dashes, brackets and slashes between digits are left out.
    public static func clean(_ text: String?) -> String? {
        guard let text else { return nil }
        let isInternational = text.first == "+" || text.first == " "
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+" where digits.isEmpty: continue
            case " ", ".", "-", "(", ")", "/", "\u{A0}": continue
            default: return nil
            }
        }
        // Shorter ones are extensions of the house; E.164 knows none longer than fifteen.
        guard (3...15).contains(digits.utf8.count) else { return nil }
        return (isInternational ? "+" : "") + digits
    }
}
