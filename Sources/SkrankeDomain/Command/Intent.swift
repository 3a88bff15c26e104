/// What somebody wants (model §5.5). Texts are NFC and within `Limits` when they come from the rim;
/// `Decide` refuses them where they are not.
public enum Intent: Equatable, Sendable {
    // Arrival
    /// An agent registers by hand what reached the desk in any channel.
    case registerInquiry(id: InquiryID, Registration)
    /// A citizen asks through the web page.
    case startChat(id: InquiryID, question: String, language: Language?, contact: ContactDetails?)
    case citizenWrites(InquiryID, text: String)
    case citizenEndsChat(InquiryID)

    // Ownership
    case claim(InquiryID)
    case release(InquiryID, reason: String?)
    case assign(InquiryID, to: AgentID)
    case takeOver(InquiryID, reason: String)
    /// At the end of a shift, with a note for whoever goes on with it; `to` nil = to the queue.
    case handOver(InquiryID, to: AgentID?, note: String?)

    // Facts
    case setTopic(InquiryID, TopicCode)
    case setContactType(InquiryID, ContactType)
    case setContact(InquiryID, ContactDetails)
    case reclassify(InquiryID, ErrandKind)
    case addNote(InquiryID, text: String)

    // Answers. `seen` is the version that the writer saw (law 3).
    case sendMessage(InquiryID, text: String, seen: Int, final: Bool, immediately: Bool)
    case withdrawMessage(InquiryID, MessageID)
    /// The answer was given by word of mouth; the text sums it up.
    case giveSpokenAnswer(InquiryID, summary: String, seen: Int)
    case askCitizen(InquiryID, text: String, seen: Int)
    /// The citizen has replied by letter, e-mail, telephone or at the counter; his words, noted by hand.
    case noteReply(InquiryID, text: String)
    case endChat(InquiryID)

    // Promises
    case sendReceipt(InquiryID, expectedAt: Moment?)
    case changeExpectedDate(InquiryID, to: Moment, reason: String, seen: Int)

    // The way on
    case transferToUnit(InquiryID, UnitCode, brief: String)
    case returnToDesk(InquiryID, reason: String?)
    case moveChannel(InquiryID, to: Channel, ChannelTarget, reason: String?)

    // The end
    case close(InquiryID, ClosingDetails, seen: Int)
    case reopen(InquiryID, reason: String?)
    case void(InquiryID, VoidReason)
    /// A duplicate ends and points to the inquiry that goes on; that one keeps whichever promise is earlier.
    case merge(InquiryID, into: InquiryID)
    /// A second question in it gets an inquiry of its own, as old as this one.
    case split(InquiryID, new: InquiryID, text: String, topic: TopicCode?)

    // Clearance (samordning): an answer that others must agree to first (model §5.5).
    case requestClearance(InquiryID, reason: String)
    case clearMessage(InquiryID)
    case refuseClearance(InquiryID, reason: String)

    // Callback
    case attemptCallback(InquiryID, AttemptResult)
    case giveUpCallback(InquiryID)

    // Visit
    case callVisitor(InquiryID, counter: String?)
    case startVisit(InquiryID)
    case visitorLeft(InquiryID)
    case finishVisit(InquiryID)

    // Appointment
    case rescheduleAppointment(InquiryID, from: Moment, until: Moment, byCitizen: Bool)
    case cancelAppointment(InquiryID, byCitizen: Bool)
    case visitorForAppointment(InquiryID)
    case holdAppointment(InquiryID)
    case appointmentNoShow(InquiryID)

    // The desk: tickets, several services, meetings that citizens book (issue 10)
    case takeTicket(InquiryID, TicketWish)
    case parkVisit(InquiryID)
    case addService(InquiryID, TopicCode)
    case handVisitor(InquiryID, to: AgentID, reason: String?)
    case bookAppointment(InquiryID, BookingWish)

    // Call registered by hand
    case endCall(InquiryID)

    /// The telephone system tells of a call. The identifier follows from the call's own number, so that
    /// whatever is told twice, late or in disorder is told of the same inquiry.
    case callReported(InquiryID, PhoneEvent)

    // E-mail (issue 10)
    /// A letter has come: a new inquiry, or new words on one.
    case receiveEmail(InquiryID, IncomingEmail)
    /// A mail server says what became of a letter of ours that it had taken.
    case deliveryReported(InquiryID, MessageID, DeliveryNews)
    /// An agent's letter to whom he names; `sendMessage` goes to who wrote last.
    case sendEmail(InquiryID, text: String, to: [String], cc: [String], seen: Int, immediately: Bool)
    /// A letter that may not have arrived is sent again, by a human being's decision.
    case resendEmail(InquiryID, MessageID)
    /// What came of handing a letter to the mail server.
    case mailSettled(InquiryID, MessageID, MailResult)
    /// A message to a colleague who is not there (beskjed): its caller is rung back after `after`, which is what
    /// he was told (scenario 5).
    case leaveStaffMessage(InquiryID, to: AgentID, text: String, after: Moment?)

    // Time
    case timerFired(InquiryID, TimerKind, due: Moment)
    /// Every chat that waits becomes a left question: closing time, or nobody is there.
    case leaveQuestion(InquiryID, LeftCause)
    case loseSession(InquiryID, AgentID)

    // Staff
    case openSession(AgentID)
    case closeSession(AgentID)
    case setPresence(AgentID, Presence, PresenceDetail = PresenceDetail())
    /// From which queues he is offered work; none named = all.
    case assignChannels(AgentID, [QueuePane])

    // Directory
    case setAbsence(AgentID, AbsenceDetails)
    case clearAbsence(AgentID)

    // Erasure
    case eraseContent(InquiryID)
}

/// What an agent fills in when registering by hand (R20, R29).
public struct Registration: Equatable, Sendable {
    public var channel: Channel
    public var text: String
    public var topic: TopicCode?
    public var contactType: ContactType
    public var contact: ContactDetails?
    public var language: Language?
    public var kind: ErrandKind
    public var target: ChannelTarget
    /// When it reached the desk, if earlier than now, e.g. a letter.
    public var receivedAt: Moment?
    /// The registering agent takes it at once (a caller on the line, a visitor at the counter).
    public var claim: Bool

    public init(
        channel: Channel, text: String, topic: TopicCode? = nil, contactType: ContactType = .citizen,
        contact: ContactDetails? = nil, language: Language? = nil, kind: ErrandKind = .simple,
        target: ChannelTarget = .none, receivedAt: Moment? = nil, claim: Bool = false
    ) {
        self.channel = channel
        self.text = text
        self.topic = topic
        self.contactType = contactType
        self.contact = contact
        self.language = language
        self.kind = kind
        self.target = target
        self.receivedAt = receivedAt
        self.claim = claim
    }
}

/// What the new channel needs to know: a callback's window, an appointment's slot.
public enum ChannelTarget: Equatable, Sendable {
    case none
    case window(from: Moment, until: Moment)
    case slot(host: String, from: Moment, until: Moment)
}

/// Who the citizen says he is. Empty strings count as not given.
public struct ContactDetails: Equatable, Sendable, Codable {
    public var name: String?
    public var email: String?
    public var phone: String?
    public init(name: String? = nil, email: String? = nil, phone: String? = nil) {
        self.name = name
        self.email = email
        self.phone = phone
    }
    public var isEmpty: Bool { (name ?? "").isEmpty && (email ?? "").isEmpty && (phone ?? "").isEmpty }
}

public struct ClosingDetails: Equatable, Sendable {
    public var result: ClosingResult
    public var topic: TopicCode?
    public var archive: ArchiveDecision?
    public var phoneOutcome: PhoneOutcome?
    public var referredTo: UnitCode?
    /// Why it ends without an answer (model §5.2).
    public var reason: String?
    public init(
        result: ClosingResult, topic: TopicCode? = nil, archive: ArchiveDecision? = nil,
        phoneOutcome: PhoneOutcome? = nil, referredTo: UnitCode? = nil, reason: String? = nil
    ) {
        self.result = result
        self.topic = topic
        self.archive = archive
        self.phoneOutcome = phoneOutcome
        self.referredTo = referredTo
        self.reason = reason
    }
}

/// A row with a due time that the gateway fires (DESIGN §5). One per stream, kind and due.
public enum TimerKind: Hashable, Sendable, Codable {
    case heldText(MessageID)
    case deadlineWarning(DeadlineKind)
    case deadlineDue(DeadlineKind)
    case chatIdle
    case chatTimeout
    /// The citizen has not replied to a question back: he is reminded, where the desk can reach him.
    case citizenReminder
    /// He has still not replied: the inquiry is the desk's work again.
    case citizenSilence
    /// A call rings for longer than anybody would wait: its end was lost on the way.
    case callSilence
    /// Its owner has left written work alone for too long.
    case claimIdle
    /// A meeting draws near: its citizen is reminded.
    case appointmentReminder
    /// After-work has had its time.
    case callWrapUp
}

/// An intent on its way: who, when asked, and what makes a repetition harmless.
public struct Command: Equatable, Sendable {
    public var id: CommandID
    public var intent: Intent
    public var caller: Caller
    public var correlation: CommandID?
    public init(id: CommandID, intent: Intent, caller: Caller, correlation: CommandID? = nil) {
        self.id = id
        self.intent = intent
        self.caller = caller
        self.correlation = correlation
    }
}
