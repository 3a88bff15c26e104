/// What kind of promise a deadline keeps (model §5.7). The raw values are the words of the command
/// line and of JSON.
public enum DeadlineKind: String, CaseIterable, Sendable, Codable {
    /// A call in opening hours is answered (K1).
    case phoneAnswer = "phone-answer"
    /// The citizen has a receipt.
    case receipt
    /// A simple e-mail or left question is answered (K4, K5).
    case emailAnswer = "email-answer"
    /// The final answer to case work has come (K5).
    case expectedFinal = "expected-final"
    /// A preliminary answer by law where an individual decision takes more than a month (facts §3.3).
    case legalMonth = "legal-month"
    /// The meeting has taken place (K7).
    case appointment
    /// A complaint about a service is answered by the responsible leader.
    case complaint
    /// The citizen has been called back.
    case callback
    /// A visitor has been called to the counter.
    case walkInWait = "walk-in-wait"
    /// A human has written in a chat.
    case chatFirstReply = "chat-first-reply"
    /// A chat or visit is answered the same day.
    case sameDay = "same-day"
    /// An earlier promise than its own, which an inquiry took over from a duplicate or from the inquiry that it
    /// was split from.
    case inherited
    /// The unit that an inquiry was transferred to has responded.
    case unitResponse = "unit-response"
    /// A gap in the knowledge base is assigned or rejected.
    case gapTriage = "gap-triage"
    /// A request for access is decided.
    case accessRequest = "access-request"
}

/// Where a day goes that is no working day.
public enum Roll: String, CaseIterable, Sendable, Codable {
    /// To the working day before: a promise must not be stretched (K6).
    case preceding
    /// To the working day after, as periods set by law do (K6).
    case following
}
