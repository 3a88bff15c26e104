import SkrankeDomain

/// What a citizen sees of one event. At most one of these comes of an event, so that a stream's position
/// is a version and resuming loses and doubles nothing.
enum CitizenEvent: Equatable, Sendable {
    enum Author: String, Sendable, Encodable { case citizen, agent, system }
    case message(from: Author, content: ContentID)
    case receipt(content: ContentID, expectedAt: Moment)
    case state(CitizenState)

    /// The text that it needs.
    var content: ContentID? {
        switch self {
        case .message(_, let content), .receipt(let content, _): content
        case .state: nil
        }
    }
}

/// The inquiry as its citizen sees it: a fold of the stream, used alike for replay and for what comes live.
///
/// Notes, held and withdrawn text, reasons and owners never pass (lessons, vulnerability classes).
struct CitizenView: Sendable {
    private(set) var inquiry: Inquiry?
    private var shown: CitizenState?

    /// The stream's version up to which this view has seen. Stored: computed from `inquiry`, Swift 6.3.1's
    /// optimiser dies of it in `EventStream.show` ("Found ownership error", CopyPropagation).
    private(set) var version = 0
    private(set) var reference: PublicReference?
    var state: CitizenState? { shown }

    /// Applies the next event of the stream.
    mutating func apply(_ envelope: Envelope) -> CitizenEvent? {
        let next = Evolve.apply(envelope, to: inquiry)
        inquiry = nil
        inquiry = next
        version = next?.version ?? 0
        reference = next?.reference
        if let said = Self.said(envelope.event) { return said }
        guard let next, !next.interactions.isEmpty else { return nil }
        let state = CitizenState(of: next)
        if state == shown { return nil }
        shown = state
        return .state(state)
    }

    private static func said(_ event: Event) -> CitizenEvent? {
        switch event {
        case .chatMessageSent(_, let content, let author):
            switch author {
            case .citizen: .message(from: .citizen, content: content)
            case .agent: .message(from: .agent, content: content)
            case .system: .message(from: .system, content: content)
            case .note: nil
            }
        case .answerGiven(_, .some, .some(let content), _): .message(from: .agent, content: content)
        case .replyNoted(_, let content, _): .message(from: .citizen, content: content)
        case .receiptSent(_, let expected, let content): .receipt(content: content, expectedAt: expected)
        default: nil
        }
    }
}
