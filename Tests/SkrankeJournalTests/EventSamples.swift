import SkrankeDomain

/// One event of every kind, with every field filled, for the golden test of their stored form.
enum EventSamples {
    private static func id<Kind>(_ number: UInt64) -> ID<Kind> { ID(Identifier(high: 0xA, low: number)) }
    private static let at = Moment(milliseconds: 1_778_572_800_123)
    private static let later = Moment(milliseconds: 1_778_659_200_000)
    private static let kari = AgentID("kari")
    private static let ola = AgentID("ola")
    private static let contact: InteractionID = id(1)
    private static let message: MessageID = id(2)
    private static let content: ContentID = id(3)

    static var reference: PublicReference? { PublicReference(year: 2026, number: 4_217) }

    static let inquiry: [(Event, String)] = [
        (.inquiryClaimed(by: kari), #"InquiryClaimed {"by":"kari"}"#),
        (
            .inquiryReleased(by: kari, reason: content),
            #"InquiryReleased {"by":"kari","reason":"000000000000000a0000000000000003"}"#
        ),
        (.inquiryReleased(by: kari, reason: nil), #"InquiryReleased {"by":"kari"}"#),
        (.inquiryAssigned(to: ola, by: kari), #"InquiryAssigned {"to":"ola","by":"kari"}"#),
        (
            .inquiryTakenOver(by: kari, from: ola, reason: content),
            #"InquiryTakenOver {"by":"kari","from":"ola","reason":"000000000000000a0000000000000003"}"#
        ),
        (.topicSet(topic: TopicCode("byggesak")), #"TopicSet {"topic":"byggesak"}"#),
        (.contactTypeSet(type: .electedOfficial), #"ContactTypeSet {"type":"electedOfficial"}"#),
        (.contactLinked(contact: id(4)), #"ContactLinked {"contact":"000000000000000a0000000000000004"}"#),
        (.reclassified(kind: .caseWork), #"Reclassified {"kind":"caseWork"}"#),
        (
            .noteAdded(message: message, content: content, by: kari),
            #"NoteAdded {"message":"000000000000000a0000000000000002","#
                + #""content":"000000000000000a0000000000000003","by":"kari"}"#
        ),
        (
            .inquiryTransferred(unit: UnitCode("plan"), line: 2, brief: content, by: kari),
            #"InquiryTransferred {"unit":"plan","line":2,"#
                + #""brief":"000000000000000a0000000000000003","by":"kari"}"#
        ),
        (.inquiryReturned(by: kari, reason: nil), #"InquiryReturned {"by":"kari"}"#),
        (
            .citizenAsked(message: message, remindAt: at),
            #"CitizenAsked {"message":"000000000000000a0000000000000002","remindAt":1778572800123}"#
        ),
        (.citizenReplied, #"CitizenReplied {}"#),
        (
            .channelMoved(from: .chat, to: .callback, reason: nil),
            #"ChannelMoved {"from":"chat","to":"callback"}"#
        ),
        (
            .answerGiven(by: kari, message: message, content: content, channel: .email),
            #"AnswerGiven {"by":"kari","message":"000000000000000a0000000000000002","#
                + #""content":"000000000000000a0000000000000003","channel":"email"}"#
        ),
        (
            .inquiryClosed(
                by: kari, result: .referred, archive: .notArchived, phoneOutcome: .reachedPerson,
                referredTo: UnitCode("nav")),
            #"InquiryClosed {"by":"kari","result":"referred","archive":"not-archived","phoneOutcome":"a","#
                + #""referredTo":"nav"}"#
        ),
        (.inquiryReopened(by: nil, reason: nil), #"InquiryReopened {}"#),
        (.inquiryVoided(by: kari, reason: .private), #"InquiryVoided {"by":"kari","reason":"private"}"#),
        (
            .contentErased(contents: [content], contact: id(4)),
            #"ContentErased {"contents":["000000000000000a0000000000000003"],"#
                + #""contact":"000000000000000a0000000000000004"}"#
        ),
    ]

    static let promise: [(Event, String)] = [
        (
            .receiptSent(channel: .chat, expectedAt: later, content: content),
            #"ReceiptSent {"channel":"chat","expectedAt":1778659200000,"#
                + #""content":"000000000000000a0000000000000003"}"#
        ),
        (
            .expectedDateChanged(from: at, to: later, reason: content, by: kari),
            #"ExpectedDateChanged {"from":1778572800123,"to":1778659200000,"#
                + #""reason":"000000000000000a0000000000000003","by":"kari"}"#
        ),
        (
            .deadlineStarted(kind: .emailAnswer, start: at, due: later),
            #"DeadlineStarted {"kind":"email-answer","start":1778572800123,"due":1778659200000}"#
        ),
        (
            .deadlinePaused(kind: .expectedFinal, reason: .awaitingCitizen),
            #"DeadlinePaused {"kind":"expected-final","reason":"awaiting-citizen"}"#
        ),
        (
            .deadlineResumed(kind: .legalMonth, due: later),
            #"DeadlineResumed {"kind":"legal-month","due":1778659200000}"#
        ),
        (.deadlineMet(kind: .receipt), #"DeadlineMet {"kind":"receipt"}"#),
        (.deadlineWarning(kind: .callback), #"DeadlineWarning {"kind":"callback"}"#),
        (
            .deadlineMissed(kind: .walkInWait, due: later),
            #"DeadlineMissed {"kind":"walk-in-wait","due":1778659200000}"#
        ),
        (.deadlineCancelled(kind: .appointment), #"DeadlineCancelled {"kind":"appointment"}"#),
        (
            .messageQueued(message: message, content: content, by: kari, channel: .email, until: later),
            #"MessageQueued {"message":"000000000000000a0000000000000002","#
                + #""content":"000000000000000a0000000000000003","by":"kari","channel":"email","#
                + #""until":1778659200000}"#
        ),
        (
            .messageWithdrawn(message: message, by: kari),
            #"MessageWithdrawn {"message":"000000000000000a0000000000000002","by":"kari"}"#
        ),
    ]

    private static let at1 = #"{"interaction":"000000000000000a0000000000000001""#

    static let contacts: [(Event, String)] = [
        (.chatWaiting(interaction: contact), "ChatWaiting \(at1)}"),
        (
            .questionLeft(interaction: contact, cause: .nobodyThere),
            "QuestionLeft \(at1),\"cause\":\"nobody-there\"}"
        ),
        (.chatClaimed(interaction: contact, by: kari), "ChatClaimed \(at1),\"by\":\"kari\"}"),
        (
            .chatMessageSent(message: message, content: content, author: .agent(kari)),
            #"ChatMessageSent {"message":"000000000000000a0000000000000002","#
                + #""content":"000000000000000a0000000000000003","author":{"agent":{"_0":"kari"}}}"#
        ),
        (.chatIdle(interaction: contact), "ChatIdle \(at1)}"),
        (.chatResumed(interaction: contact), "ChatResumed \(at1)}"),
        (.chatEnded(interaction: contact, by: .closingTime), "ChatEnded \(at1),\"by\":\"closing-time\"}"),
        (.callAnswered(interaction: contact, by: kari), "CallAnswered \(at1),\"by\":\"kari\"}"),
        (.callEnded(interaction: contact), "CallEnded \(at1)}"),
        (
            .callbackRequested(interaction: contact, from: at, until: later),
            "CallbackRequested \(at1),\"from\":1778572800123,\"until\":1778659200000}"
        ),
        (
            .callbackAttempted(interaction: contact, by: kari, result: .messageLeft),
            "CallbackAttempted \(at1),\"by\":\"kari\",\"result\":\"message-left\"}"
        ),
        (.callbackDone(interaction: contact), "CallbackDone \(at1)}"),
        (.callbackGivenUp(interaction: contact), "CallbackGivenUp \(at1)}"),
        (.visitorArrived(interaction: contact, ticket: 42), "VisitorArrived \(at1),\"ticket\":42}"),
        (
            .visitorCalled(interaction: contact, by: kari, counter: "2"),
            "VisitorCalled \(at1),\"by\":\"kari\",\"counter\":\"2\"}"
        ),
        (.visitStarted(interaction: contact, by: kari), "VisitStarted \(at1),\"by\":\"kari\"}"),
        (.visitorLeft(interaction: contact), "VisitorLeft \(at1)}"),
        (.visitDone(interaction: contact), "VisitDone \(at1)}"),
        (
            .appointmentBooked(interaction: contact, host: "siri", from: at, until: later),
            "AppointmentBooked \(at1),\"host\":\"siri\",\"from\":1778572800123,\"until\":1778659200000}"
        ),
        (
            .appointmentRescheduled(interaction: contact, from: at, until: later, byCitizen: true),
            "AppointmentRescheduled \(at1),\"from\":1778572800123,\"until\":1778659200000,\"byCitizen\":true}"
        ),
        (
            .appointmentCancelled(interaction: contact, byCitizen: false),
            "AppointmentCancelled \(at1),\"byCitizen\":false}"
        ),
        (.appointmentArrived(interaction: contact), "AppointmentArrived \(at1)}"),
        (.appointmentHeld(interaction: contact), "AppointmentHeld \(at1)}"),
        (.appointmentNoShow(interaction: contact), "AppointmentNoShow \(at1)}"),
        (
            .emailReceived(interaction: contact, message: message, content: content),
            "EmailReceived \(at1),\"message\":\"000000000000000a0000000000000002\","
                + "\"content\":\"000000000000000a0000000000000003\"}"
        ),
        (.sessionOpened(agent: kari), #"SessionOpened {"agent":"kari"}"#),
        (.sessionClosed(agent: kari), #"SessionClosed {"agent":"kari"}"#),
        (.sessionLost(agent: kari), #"SessionLost {"agent":"kari"}"#),
        (
            .presenceChanged(agent: kari, presence: .wrapUp),
            #"PresenceChanged {"agent":"kari","presence":"wrapUp"}"#
        ),
    ]

    /// The first event of a stream, which needs a reference.
    static func received(_ reference: PublicReference) -> (Event, String) {
        (
            .inquiryReceived(
                reference: reference, channel: .email, language: .nn, contact: id(4), contactType: .business,
                topic: TopicCode("byggesak"), subject: content, receivedAt: at),
            #"InquiryReceived {"reference":"\#(reference)","channel":"email","language":"nn","#
                + #""contact":"000000000000000a0000000000000004","contactType":"business","#
                + #""topic":"byggesak","#
                + #""subject":"000000000000000a0000000000000003","receivedAt":1778572800123}"#
        )
    }
}
