/// One decision under way: the inquiry as it becomes, and what will be written for it.
///
/// Each `emit` evolves the inquiry at once, so later rules of the same command see its effect.
struct Deciding {
    let id: InquiryID
    private(set) var inquiry: Inquiry?
    /// The other inquiries of this command, as they were read.
    let others: [InquiryID: Inquiry]
    var context: DecisionContext
    /// An e-mail address of the citizen is known to the store.
    var hasEmailAddress = false
    var decision = Decision()

    init(id: InquiryID, inquiry: Inquiry?, others: [InquiryID: Inquiry] = [:], context: DecisionContext) {
        self.id = id
        self.inquiry = inquiry
        self.others = others
        self.context = context
    }

    var now: Moment { context.now }
    var policy: DeskPolicy { context.policy }
    var dates: PromiseDates { PromiseDates(policy: context.policy) }

    /// The inquiry, or a refusal where there is none.
    func existing() throws(Refusal) -> Inquiry {
        guard let inquiry else { throw .notFound }
        return inquiry
    }

    /// The agent who gives the command.
    func agent() throws(Refusal) -> AgentID {
        guard let agent = context.caller.actor.agent else { throw .notPermitted }
        return agent
    }

    func has(_ role: StaffRole) -> Bool { context.caller.roles.contains(role) }

    mutating func emit(_ event: Event) {
        let version = (inquiry?.version ?? 0) + 1
        decision.events.append(.init(stream: .inquiry(id), event: event))
        inquiry = Evolve.apply(event, id: id, version: version, at: now, to: inquiry)
    }

    /// Stores a text and returns its name.
    mutating func store(_ text: String, as kind: Content.Kind) -> ContentID {
        let content: ContentID = context.identifiers.next()
        decision.contents.append(Content(id: content, inquiry: id, kind: kind, text: text))
        return content
    }

    /// Does the same command's part in another stream: fresh names go on from here, what it wants written is
    /// written in the same transaction.
    mutating func inStream(
        of other: InquiryID, _ body: (inout Deciding) throws(Refusal) -> Void
    ) throws(Refusal) {
        var second = Deciding(id: other, inquiry: others[other], context: context)
        try body(&second)
        context.identifiers = second.context.identifiers
        decision.add(second.decision)
    }

    mutating func storeReason(_ text: String?) throws(Refusal) -> ContentID? {
        guard let text, !text.isBlank else { return nil }
        return store(try Deciding.checked(text), as: .reason)
    }

    /// `text` within the limit and not blank.
    static func checked(_ text: String) throws(Refusal) -> String {
        if text.isBlank { throw .textMissing }
        if text.unicodeScalars.count > Limits.messageLength {
            throw .textTooLong(limit: Limits.messageLength)
        }
        return text
    }

    /// Starts a promise and the timers that watch it. It takes the place of an older one of its kind: two would
    /// never both be settled. One that was broken stays broken.
    mutating func start(_ kind: DeadlineKind, from start: Moment, due: Moment) {
        if inquiry?.deadline(kind)?.state == .missed { meet(kind) } else { cancel(kind) }
        emit(.deadlineStarted(kind: kind, start: start, due: due))
        watch(kind, start: start, due: due)
    }

    mutating func watch(_ kind: DeadlineKind, start: Moment, due: Moment) {
        let warning = start + Span(milliseconds: (due - start).milliseconds * 3 / 4)
        decision.timers.append(.set(id, .deadlineWarning(kind), due: warning))
        decision.timers.append(.set(id, .deadlineDue(kind), due: due))
    }

    mutating func unwatch(_ kind: DeadlineKind) {
        decision.timers.append(.cancel(id, .deadlineWarning(kind)))
        decision.timers.append(.cancel(id, .deadlineDue(kind)))
    }

    /// Marks a running, paused or missed promise as kept now.
    mutating func meet(_ kind: DeadlineKind) {
        guard let deadline = inquiry?.deadline(kind), deadline.settledAt == nil, deadline.state != .cancelled
        else {
            return
        }
        emit(.deadlineMet(kind: kind))
        unwatch(kind)
    }

    mutating func cancel(_ kind: DeadlineKind) {
        guard let deadline = inquiry?.deadline(kind), deadline.settledAt == nil else { return }
        if deadline.state == .met || deadline.state == .cancelled { return }
        emit(.deadlineCancelled(kind: kind))
        unwatch(kind)
    }

    /// Adds a line of the desk's own words to the conversation.
    mutating func say(_ key: CitizenTexts.Key, _ places: [String: String] = [:]) {
        guard let inquiry else { return }
        let text = policy.texts.text(key, inquiry.language, places)
        guard !text.isEmpty else { return }
        let content = store(text, as: .message)
        emit(.chatMessageSent(message: context.identifiers.next(), content: content, author: .system))
    }

    /// The finished decision with its answer filled in.
    func finished() -> Decision {
        var result = decision
        // A split answers with the inquiry that came of it.
        if result.answer.inquiry != nil { return result }
        result.answer.inquiry = id
        result.answer.reference = inquiry?.reference
        result.answer.state = inquiry?.interaction?.state
        result.answer.inquiryState = inquiry?.state
        result.answer.version = inquiry?.version
        result.answer.expectedAt = inquiry?.promisedAt
        result.answer.ticket = inquiry?.interaction?.visit?.ticket
        return result
    }
}

extension String {
    /// Nothing but white space and invisible characters.
    var isBlank: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
    }
}
