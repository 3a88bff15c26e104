/// State as a fold over events: the one function by which an inquiry comes to be and changes.
///
/// Total: an event that does not fit (an erased or older journal) changes what it can and never traps.
public enum Evolve {
    /// The inquiry after `envelope`; nil before its first event.
    public static func apply(_ envelope: Envelope, to inquiry: Inquiry?) -> Inquiry? {
        guard let id = envelope.stream.inquiry else { return inquiry }
        return apply(envelope.event, id: id, version: envelope.version, at: envelope.at, to: inquiry)
    }

    /// The inquiry after `event`, which became version `version` of the stream at `at`.
    public static func apply(
        _ event: Event, id: InquiryID, version: Int, at: Moment, to inquiry: Inquiry?
    ) -> Inquiry? {
        if case .inquiryReceived(
            let reference, let channel, let language, let contact, let type, let topic, let subject,
            let received) =
            event
        {
            var new = Inquiry(
                id: id, reference: reference, receivedAt: received, channel: channel, language: language,
                contact: contact, contactType: type, topic: topic, subject: subject)
            new.version = version
            new.visibleVersion = version
            return new
        }
        guard var next = inquiry else { return nil }
        next.evolve(event, version: version, at: at)
        return next
    }
}

extension Inquiry {
    /// Applies one event in place; the fold's hot path (no copy of a shared value).
    mutating func evolve(_ event: Event, version: Int, at: Moment) {
        self.version = version
        if event.changesWhatIsSeen { visibleVersion = version }
        evolveLifeCycle(event, at: at)
        evolvePromise(event, at: at)
        evolveMessage(event, at: at)
        evolveContact(event, at: at)
        evolveLinks(event, at: at)
        evolveMail(event, at: at)
        evolveClaim(event)
        evolveDesk(event, at: at)
    }

    private mutating func evolveLifeCycle(_ event: Event, at: Moment) {
        switch event {
        case .inquiryClaimed(let by), .inquiryTakenOver(let by, _, _), .inquiryAssigned(let by, _):
            owner = by
            claimedAt = at
            if state == .received { state = .inProgress }
        case .inquiryHandedOver(_, let to?, _, _):
            owner = to
            claimedAt = at
            if state == .received { state = .inProgress }
        case .inquiryReleased, .sessionLost, .inquiryHandedOver, .callbackRequeued:
            owner = nil
            claimedAt = nil
            if state == .inProgress { state = .received }
        case .topicSet(let code): topic = code
        case .contactTypeSet(let type): contactType = type
        case .contactLinked(let id): contact = id
        case .reclassified(let kind): self.kind = kind
        case .inquiryTransferred(let unit, let line, _, _):
            self.unit = unit
            self.line = line
            highestLine = max(highestLine, line)
            state = .withUnit
        case .inquiryReturned:
            unit = nil
            line = 1
            state = owner == nil ? .received : .inProgress
        case .citizenAsked: state = .awaitingCitizen
        case .citizenReplied, .citizenSilent: state = owner == nil ? .received : .inProgress
        case .channelMoved(_, let to, _): channel = to
        case .answerGiven:
            state = .answered
            answeredAt = at
        case .inquiryClosed(let by, let result, let archive, let outcome, let referred, let reason):
            closing = Closing(
                at: at, by: by, result: result, archive: archive, phoneOutcome: outcome, referredTo: referred,
                reason: reason)
            state = .closed
        case .inquiryReopened(let by, _):
            // Reopened by an agent it is his; by the citizen's word it is anybody's.
            owner = by
            claimedAt = by == nil ? nil : at
            state = owner == nil ? .received : .inProgress
            answeredAt = nil
            closing = nil
            voided = nil
            clearance = nil
        case .inquiryVoided(_, let reason):
            voided = reason
            state = .voided
        default: break
        }
    }

    private mutating func evolvePromise(_ event: Event, at: Moment) {
        switch event {
        case .receiptSent(let channel, let expected, let content):
            receipts.append(
                Receipt(
                    channel: channel, sentAt: at, expectedAt: expected, content: content, sequence: version))
        case .deadlineStarted(let kind, let start, let due):
            deadlines.append(Deadline(kind: kind, start: start, due: due))
        case .deadlinePaused(let kind, let reason):
            update(kind) {
                $0.state = .paused
                $0.pausedAt = at
                $0.pauseReason = reason
            }
        case .deadlineResumed(let kind, let due):
            update(kind) {
                $0.state = .running
                $0.due = due
                $0.pausedAt = nil
                $0.pauseReason = nil
            }
        case .deadlineMet(let kind):
            update(kind) {
                // A promise kept too late stays broken (model §5.13): it is only settled.
                if $0.state != .missed { $0.state = .met }
                $0.settledAt = at
            }
        case .deadlineWarning(let kind): update(kind) { $0.warned = true }
        case .deadlineMissed(let kind, _): update(kind) { $0.state = .missed }
        case .deadlineCancelled(let kind):
            update(kind) {
                $0.state = .cancelled
                $0.settledAt = at
            }
        default: break
        }
    }

    private mutating func update(_ kind: DeadlineKind, _ change: (inout Deadline) -> Void) {
        guard let index = deadlines.lastIndex(where: { $0.kind == kind }) else { return }
        change(&deadlines[index])
    }

    private mutating func evolveMessage(_ event: Event, at: Moment) {
        switch event {
        case .inquiryHandedOver(let by, _, let id?, let content?):
            append(id, content, .note(by), at, .internalOnly)
        case .noteAdded(let id, let content, let by), .staffMessageLeft(_, let id, let content, _, let by, _):
            append(id, content, .note(by), at, .internalOnly)
        case .messageQueued(let id, let content, let by, _, let until):
            append(id, content, .agent(by), at, .held(until: until))
        case .messageWithdrawn(let id, _):
            guard let index = messages.firstIndex(where: { $0.id == id }) else { return }
            messages[index].delivery = .withdrawn
        case .chatMessageSent(let id, let content, let author):
            sent(id, content, author, at)
        case .emailReceived(_, let id, let content), .replyNoted(let id, let content, _):
            append(id, content, .citizen, at, .sent)
        case .answerGiven(let by, let message, let content, _):
            if let message, let content { sent(message, content, .agent(by), at) }
        case .contentErased(let contents, let contact):
            messages.removeAll { contents.contains($0.content) && $0.isHeld }
            if contact != nil { self.contact = nil }
        default: break
        }
    }

    /// A message reached the citizen: the held one turns visible, else a new one is added.
    private mutating func sent(_ id: MessageID, _ content: ContentID, _ author: Message.Author, _ at: Moment)
    {
        if let index = messages.firstIndex(where: { $0.id == id }) {
            let held = messages.remove(at: index)
            append(id, content, held.author, held.at, .sent, sentAt: at)
        } else {
            append(id, content, author, at, .sent)
        }
    }

    mutating func append(
        _ id: MessageID, _ content: ContentID, _ author: Message.Author, _ at: Moment,
        _ delivery: Message.Delivery, sentAt: Moment? = nil, in channel: Channel? = nil
    ) {
        messages.append(
            Message(
                id: id, content: content, author: author, channel: channel ?? self.channel, at: at,
                sequence: version,
                delivery: delivery, sentAt: delivery == .sent ? sentAt ?? at : nil))
    }
}

extension Event {
    /// Changes the owner or what the citizen can see, so that whoever writes must look again (law 3).
    var changesWhatIsSeen: Bool {
        switch self {
        case .inquiryReceived, .inquiryClaimed, .inquiryReleased, .inquiryAssigned, .inquiryTakenOver,
            .sessionLost, .inquiryHandedOver,
            .chatMessageSent, .answerGiven, .receiptSent, .expectedDateChanged, .inquiryClosed,
            .inquiryReopened,
            .inquiryVoided, .channelMoved, .contactLinked, .emailReceived, .inquiryTransferred,
            .inquiryReturned,
            .chatEnded, .messageQueued, .replyNoted, .inquiriesMerged, .clearanceRequested, .messageCleared,
            .clearanceRefused, .mailArrived, .emailRefused, .emailBounced, .callbackRequeued:
            true
        default: false
        }
    }
}
