import SkrankeDomain

/// The rows that an event names: what erasure looks for and `verify` asks after (law 10).
extension Event {
    /// Rows of `content`, in the order of the event's fields.
    public var contents: [ContentID] {
        switch self {
        case .inquiryReceived(_, _, _, _, _, _, let subject, _): subject.map { [$0] } ?? []
        case .inquiryReleased(_, let reason), .inquiryTakenOver(_, _, let reason),
            .inquiryReturned(_, let reason),
            .channelMoved(_, _, let reason), .inquiryReopened(_, let reason),
            .visitHandedOver(_, _, _, let reason),
            .inquiryClosed(_, _, _, _, _, let reason):
            reason.map { [$0] } ?? []
        case .noteAdded(_, let content, _), .inquiryTransferred(_, _, let content, _),
            .receiptSent(_, _, let content), .expectedDateChanged(_, _, let content, _),
            .messageQueued(_, let content, _, _, _), .chatMessageSent(_, let content, _),
            .emailReceived(_, _, let content), .replyNoted(_, let content, _),
            .clearanceRequested(_, let content), .clearanceRefused(_, let content),
            .staffMessageLeft(_, _, let content, _, _, _):
            [content]
        case .mailArrived(_, _, let content, let envelope, _): [content, envelope]
        case .mailAddressed(_, let envelope): [envelope]
        case .mailQueued(_, let content, _, _, _, _): [content]
        case .emailBounced(_, _, _, let content): content.map { [$0] } ?? []
        case .inquiryHandedOver(_, _, _, let content): content.map { [$0] } ?? []
        case .answerGiven(_, _, let content, _): content.map { [$0] } ?? []
        default: []
        }
    }

    /// The row of `contact`.
    public var contact: ContactID? {
        switch self {
        case .inquiryReceived(_, _, _, let contact, _, _, _, _): contact
        case .contactLinked(let contact): contact
        default: nil
        }
    }
}

/// All rows that a history names.
public struct NamedRows: Sendable, Equatable {
    public var contents: [ContentID]
    public var contacts: [ContactID]
    public init(_ events: [Envelope]) {
        var seen: Set<ContentID> = []
        contents = events.flatMap(\.event.contents).filter { seen.insert($0).inserted }
        var known: Set<ContactID> = []
        contacts = events.compactMap(\.event.contact).filter { known.insert($0).inserted }
    }
}
