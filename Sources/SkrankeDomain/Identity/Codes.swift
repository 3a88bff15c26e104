/// The way in which a citizen and the municipality meet (R80, K11).
public enum Channel: String, CaseIterable, Sendable, Codable {
    case chat, callback, visit, appointment, email, phone, mia, letter, sms, social, media

    /// The queue pane in which an inquiry of this channel stands.
    public var pane: QueuePane {
        switch self {
        case .chat, .mia: .chat
        case .callback, .phone: .callback
        case .visit, .appointment: .visit
        case .email, .letter, .sms, .social, .media: .email
        }
    }
}

/// The four queue panes of the desk, in the order of their digits.
public enum QueuePane: Int, CaseIterable, Sendable, Codable {
    case chat = 1
    case callback, visit, email
}

/// Who is asking (R8).
public enum ContactType: String, CaseIterable, Sendable, Codable {
    case citizen, prospectiveResident, business, association, media, electedOfficial, employee,
        otherAuthority,
        anonymous
}

/// A topic: a Los word's slug or a local word.
public struct TopicCode: Hashable, Comparable, Sendable, Codable, RawRepresentable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ code: String) { rawValue = code }
    public static func < (a: TopicCode, b: TopicCode) -> Bool { a.rawValue < b.rawValue }
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// A unit of the municipality or another body, by its code in the data files.
public struct UnitCode: Hashable, Sendable, Codable, RawRepresentable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ code: String) { rawValue = code }
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// The nature of the errand: simple gets the 48-hour promise, case work its service's date (R49, K5).
/// Unclassified counts as simple, so nobody can hide late mail.
public enum ErrandKind: String, Sendable, Codable {
    case simple, caseWork
}

/// How an inquiry ended (model §5.2, closingCode).
public enum ClosingResult: String, CaseIterable, Sendable, Codable {
    case solvedByMia = "solved-by-mia"
    case solvedAtDesk = "solved-at-desk"
    case solvedByUnit = "solved-by-unit"
    case referred
    case appointmentHeld = "appointment-held"
    case noReply = "no-reply"
    case withdrawn

    /// Results that need no answer before closing (model §5.2).
    public var closesUnanswered: Bool { self == .referred || self == .noReply || self == .withdrawn }
}

/// Why an inquiry was annulled (model §5.2).
public enum VoidReason: String, CaseIterable, Sendable, Codable {
    case spam, `private`, duplicate, misregistered
    /// A caller without a number left before he was answered: nobody can be called back. The desk's own
    /// program says it; the call counts in the telephone's figures alone.
    case hungUp = "hung-up"
    /// A caller who was put through before anybody here answered: another call goes on from it, or he is with
    /// somebody whom the desk does not serve. Said by the desk's own program.
    case putThrough = "put-through"

    /// What an agent may choose.
    public static let choices: [VoidReason] = allCases.filter { !$0.isOfLostCall }

    /// The program itself annulled it, for what it then knew of the call.
    var isOfLostCall: Bool { self == .hungUp || self == .putThrough }
}

/// What an e-mail's text becomes in the archive (R137).
public enum ArchiveDecision: String, CaseIterable, Sendable, Codable {
    case journal
    case notArchived = "not-archived"
}

/// How a telephone contact ended for the caller (R123-R126).
public enum PhoneOutcome: String, CaseIterable, Sendable, Codable {
    /// Reached the person sought.
    case reachedPerson = "a"
    /// Helped by another.
    case helpedByOther = "b"
    /// Told when and how.
    case toldWhenAndHow = "c"
    /// None of these; needs a reason and shows in the overview.
    case none
}
