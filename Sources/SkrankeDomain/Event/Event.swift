/// What happened: the only thing that is ever stored about an inquiry (model §5.6).
///
/// Payloads hold no free text and no personal data (law 10): they name rows of `content` and `contact`.
/// A new field is optional, a changed meaning is a new case; old journals are read through upcasters.
public enum Event: Equatable, Sendable, Codable {
    // Inquiry
    case inquiryReceived(
        reference: PublicReference, channel: Channel, language: Language, contact: ContactID?,
        contactType: ContactType, topic: TopicCode?, subject: ContentID?, receivedAt: Moment)
    case inquiryClaimed(by: AgentID)
    case inquiryReleased(by: AgentID, reason: ContentID?)
    case inquiryAssigned(to: AgentID, by: AgentID)
    case inquiryTakenOver(by: AgentID, from: AgentID, reason: ContentID?)
    case topicSet(topic: TopicCode)
    case contactTypeSet(type: ContactType)
    case contactLinked(contact: ContactID)
    case reclassified(kind: ErrandKind)
    case noteAdded(message: MessageID, content: ContentID, by: AgentID)
    case inquiryTransferred(unit: UnitCode, line: Int, brief: ContentID, by: AgentID)
    case inquiryReturned(by: AgentID, reason: ContentID?)
    case citizenAsked(message: MessageID, remindAt: Moment)
    case citizenReplied
    /// The citizen's words, which reached the desk outside the page and were noted by an agent.
    case replyNoted(message: MessageID, content: ContentID, by: AgentID)
    /// He was reminded that the desk has asked him something, by the message before it.
    case citizenReminded
    /// He has not replied for as long as the desk waits: the inquiry is work again (model §5.2, timeout).
    case citizenSilent
    case channelMoved(from: Channel, to: Channel, reason: ContentID?)
    /// A final answer that the citizen has: `message` names it, or it was spoken and `content` sums it up.
    case answerGiven(by: AgentID, message: MessageID?, content: ContentID?, channel: Channel)
    case inquiryClosed(
        by: AgentID?, result: ClosingResult, archive: ArchiveDecision?, phoneOutcome: PhoneOutcome?,
        referredTo: UnitCode?, reason: ContentID?)
    case inquiryReopened(by: AgentID?, reason: ContentID?)
    /// By the system itself where a caller without a number left.
    case inquiryVoided(by: AgentID?, reason: VoidReason)
    /// In both streams: the duplicate and the one that goes on.
    case inquiriesMerged(
        duplicate: InquiryID, duplicateReference: PublicReference, target: InquiryID,
        targetReference: PublicReference, by: AgentID)
    /// In both streams: the one that was asked in, and the new one.
    case inquirySplit(
        from: InquiryID, fromReference: PublicReference, new: InquiryID, newReference: PublicReference,
        by: AgentID)
    case clearanceRequested(by: AgentID, reason: ContentID)
    case messageCleared(by: AgentID)
    case clearanceRefused(by: AgentID, reason: ContentID)

    // Promise
    case receiptSent(channel: Channel, expectedAt: Moment, content: ContentID)
    case expectedDateChanged(from: Moment?, to: Moment, reason: ContentID, by: AgentID)
    case deadlineStarted(kind: DeadlineKind, start: Moment, due: Moment)
    case deadlinePaused(kind: DeadlineKind, reason: Deadline.PauseReason)
    case deadlineResumed(kind: DeadlineKind, due: Moment)
    case deadlineMet(kind: DeadlineKind)
    case deadlineWarning(kind: DeadlineKind)
    case deadlineMissed(kind: DeadlineKind, due: Moment)
    case deadlineCancelled(kind: DeadlineKind)

    // Text that waits for its grace
    case messageQueued(message: MessageID, content: ContentID, by: AgentID, channel: Channel, until: Moment)
    case messageWithdrawn(message: MessageID, by: AgentID)

    // Chat
    case chatWaiting(interaction: InteractionID)
    case questionLeft(interaction: InteractionID, cause: LeftCause)
    case chatClaimed(interaction: InteractionID, by: AgentID)
    case chatMessageSent(message: MessageID, content: ContentID, author: Message.Author)
    case chatIdle(interaction: InteractionID)
    case chatResumed(interaction: InteractionID)
    case chatEnded(interaction: InteractionID, by: EndedBy)

    // Telephone and callback
    /// The telephone system told of a call for the first time, by whichever fact came first. `goal` is within
    /// how long it was to be answered (K1).
    case callReported(interaction: InteractionID, isInHours: Bool, goal: Span)
    /// It rings. `origin` is the inquiry of the call that it goes on from.
    case callOffered(interaction: InteractionID, origin: InquiryID?)
    /// `by` is nil where the telephone system named nobody whom the desk knows.
    case callAnswered(interaction: InteractionID, by: AgentID?)
    case callEnded(interaction: InteractionID, cause: CallCause? = nil)
    case callbackRequested(interaction: InteractionID, from: Moment, until: Moment)
    /// `nextAt` is when to try again, where that is owed.
    case callbackAttempted(
        interaction: InteractionID, by: AgentID, result: AttemptResult, nextAt: Moment? = nil)
    case callbackDone(interaction: InteractionID)
    case callbackGivenUp(interaction: InteractionID)
    // -- Telephone, the rest: transfers, after-work, broken windows, messages to colleagues --
    /// In both streams: the call that was put through, and the one that goes on. `waitingSince` is since when
    /// its caller has waited, where nobody had answered him before.
    case callContinued(
        call: InquiryID, callReference: PublicReference, from: InquiryID, fromReference: PublicReference,
        waitingSince: Moment?)
    /// The caller is gone; until then at the latest whoever answered writes up (etterarbeid).
    case callWrapUpStarted(interaction: InteractionID, until: Moment)
    case callWrapUpEnded(interaction: InteractionID)
    /// The window passed and nobody had rung: it is anybody's again, on top of the queue.
    case callbackRequeued(interaction: InteractionID)
    /// A message to a colleague who was not there (beskjed); `after` is when he is back, as the caller was told.
    /// `interaction` is the contact in which it was left.
    case staffMessageLeft(
        interaction: InteractionID?, message: MessageID, content: ContentID, to: AgentID, by: AgentID,
        after: Moment?)

    // Visit and appointment
    case visitorArrived(interaction: InteractionID, ticket: Int)
    case visitorCalled(interaction: InteractionID, by: AgentID, counter: String?)
    case visitStarted(interaction: InteractionID, by: AgentID)
    case visitorLeft(interaction: InteractionID)
    case visitDone(interaction: InteractionID)
    case appointmentBooked(interaction: InteractionID, host: String, from: Moment, until: Moment)
    case appointmentRescheduled(interaction: InteractionID, from: Moment, until: Moment, byCitizen: Bool)
    case appointmentCancelled(interaction: InteractionID, byCitizen: Bool)
    case appointmentArrived(interaction: InteractionID)
    case appointmentHeld(interaction: InteractionID)
    case appointmentNoShow(interaction: InteractionID)
    // Visits and meetings, more (issue 10)
    /// The visitor fills in a form; he comes back to the same agent.
    case visitParked(interaction: InteractionID)
    /// A further service in the same visit.
    case visitServiceAdded(interaction: InteractionID, topic: TopicCode)
    /// A colleague receives him.
    case visitHandedOver(interaction: InteractionID, to: AgentID, by: AgentID, reason: ContentID?)
    /// The citizen was reminded of his meeting, by the message before it.
    case appointmentReminded(interaction: InteractionID)

    // E-mail and other written channels
    case emailReceived(interaction: InteractionID, message: MessageID, content: ContentID)

    // E-mail through the mail servers (issue 10)
    /// A letter has come; `interaction` begins with it where it is nothing that is going on already.
    /// `envelope` names the row that says who wrote to whom about what.
    case mailArrived(
        interaction: InteractionID?, message: MessageID, content: ContentID, envelope: ContentID,
        isAutomatic: Bool)
    case mailClassified(category: EmailCategory)
    /// It may belong to another inquiry, or goes on from it; nobody has decided yet.
    case linkSuggested(other: InquiryID, reference: PublicReference, reason: LinkReason)
    /// Whom an agent writes to, where that is not simply who wrote last.
    case mailAddressed(message: MessageID, envelope: ContentID)
    /// A letter of ours waits for its server; nil is the desk itself.
    case mailQueued(
        message: MessageID, content: ContentID, purpose: MailPurpose, answers: MessageID?,
        expectedAt: Moment?, by: AgentID?)
    /// The next server has taken it.
    case emailSent(message: MessageID)
    case emailRefused(message: MessageID, status: String?)
    /// Nobody can say whether the server has taken it.
    case emailUnknown(message: MessageID)
    /// A human being sends it again.
    case emailResent(message: MessageID, by: AgentID)
    /// It was taken and came back, or is late; `content` is the server's sentence.
    case emailBounced(message: MessageID, status: String?, isFinal: Bool, content: ContentID?)
    case receiptWithheld(message: MessageID, reason: ReceiptWithheld)

    // Sessions and presence
    case sessionOpened(agent: AgentID)
    case sessionClosed(agent: AgentID)
    /// A live claim's heartbeat stopped: the item goes back to the front of its queue.
    case sessionLost(agent: AgentID)
    case presenceChanged(agent: AgentID, presence: Presence, detail: PresenceDetail? = nil)
    // One agent, four channels (issue 10)
    /// The queues that he is offered work from; none named = all.
    case channelsAssigned(agent: AgentID, panes: [QueuePane], by: AgentID)
    /// At the end of a shift: to a colleague, or to the queue where `to` is nil; the note is for the next
    /// one.
    case inquiryHandedOver(by: AgentID, to: AgentID?, message: MessageID?, note: ContentID?)
    /// Its owner has done nothing about it since, for longer than the desk leaves written work alone.
    case claimIdle(agent: AgentID, since: Moment)

    // -- Directory: a stream of its own for each person (`StreamID.absence`) --
    /// Takes the place of the one before: at most one is active. `text` names the row of its words.
    case absenceSet(
        person: AgentID, code: String, from: Moment, until: Moment?, phoneOpen: Bool, text: ContentID?,
        by: AgentID)
    case absenceCleared(person: AgentID, by: AgentID)

    // Erasure
    case contentErased(contents: [ContentID], contact: ContactID?)
}

/// Why a question is kept for later instead of being chatted about.
public enum LeftCause: String, Sendable, Codable {
    case closed
    case nobodyThere = "nobody-there"
    case closingTime = "closing-time"
    case lastAgentLeft = "last-agent-left"
    case deskGone = "desk-gone"
}
