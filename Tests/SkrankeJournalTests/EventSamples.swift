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
        (.inquiryAssigned(to: ola, by: kari), #"InquiryAssigned {"by":"kari","to":"ola"}"#),
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
            #"NoteAdded {"by":"kari","content":"000000000000000a0000000000000003","#
                + #""message":"000000000000000a0000000000000002"}"#
        ),
        (
            .inquiryTransferred(unit: UnitCode("plan"), line: 2, brief: content, by: kari),
            #"InquiryTransferred {"brief":"000000000000000a0000000000000003","by":"kari","line":2,"unit":"plan"}"#
        ),
        (.inquiryReturned(by: kari, reason: nil), #"InquiryReturned {"by":"kari"}"#),
        (
            .citizenAsked(message: message, remindAt: at),
            #"CitizenAsked {"message":"000000000000000a0000000000000002","remindAt":1778572800123}"#
        ),
        (.citizenReplied, #"CitizenReplied {}"#),
        (
            .staffMessageLeft(
                interaction: contact, message: message, content: content, to: ola, by: kari, after: at),
            #"StaffMessageLeft {"after":1778572800123,"by":"kari","content":"000000000000000a0000000000000003","#
                + #""interaction":"000000000000000a0000000000000001","#
                + #""message":"000000000000000a0000000000000002","to":"ola"}"#
        ),
        (
            .absenceSet(
                person: ola, code: "MØT", from: at, until: later, phoneOpen: false, text: content, by: kari),
            #"AbsenceSet {"by":"kari","code":"MØT","from":1778572800123,"person":"ola","phoneOpen":false,"#
                + #""text":"000000000000000a0000000000000003","until":1778659200000}"#
        ),
        (.absenceCleared(person: ola, by: kari), #"AbsenceCleared {"by":"kari","person":"ola"}"#),
        (
            .callbackRequeued(interaction: contact),
            #"CallbackRequeued {"interaction":"000000000000000a0000000000000001"}"#
        ),
        (
            .callWrapUpStarted(interaction: contact, until: at),
            #"CallWrapUpStarted {"interaction":"000000000000000a0000000000000001","until":1778572800123}"#
        ),
        (
            .callWrapUpEnded(interaction: contact),
            #"CallWrapUpEnded {"interaction":"000000000000000a0000000000000001"}"#
        ),
        (
            .callbackAttempted(interaction: contact, by: kari, result: .busy, nextAt: at),
            #"CallbackAttempted {"by":"kari","interaction":"000000000000000a0000000000000001","#
                + #""nextAt":1778572800123,"result":"busy"}"#
        ),
        (.citizenReminded, #"CitizenReminded {}"#),
        (.citizenSilent, #"CitizenSilent {}"#),
        (
            .channelMoved(from: .chat, to: .callback, reason: nil),
            #"ChannelMoved {"from":"chat","to":"callback"}"#
        ),
        (
            .answerGiven(by: kari, message: message, content: content, channel: .email),
            #"AnswerGiven {"by":"kari","channel":"email","#
                + #""content":"000000000000000a0000000000000003","message":"000000000000000a0000000000000002"}"#
        ),
        (
            .inquiryClosed(
                by: kari, result: .referred, archive: .notArchived, phoneOutcome: .reachedPerson,
                referredTo: UnitCode("nav"), reason: content),
            #"InquiryClosed {"archive":"not-archived","by":"kari","phoneOutcome":"a","#
                + #""reason":"000000000000000a0000000000000003","referredTo":"nav","result":"referred"}"#
        ),
        (
            .inquiryClosed(
                by: kari, result: .solvedAtDesk, archive: nil, phoneOutcome: nil, referredTo: nil, reason: nil
            ),
            #"InquiryClosed {"by":"kari","result":"solved-at-desk"}"#
        ),
        (
            .replyNoted(message: message, content: content, by: kari),
            #"ReplyNoted {"by":"kari","content":"000000000000000a0000000000000003","#
                + #""message":"000000000000000a0000000000000002"}"#
        ),
        (
            .clearanceRequested(by: kari, reason: content),
            #"ClearanceRequested {"by":"kari","reason":"000000000000000a0000000000000003"}"#
        ),
        (.messageCleared(by: ola), #"MessageCleared {"by":"ola"}"#),
        (
            .clearanceRefused(by: ola, reason: content),
            #"ClearanceRefused {"by":"ola","reason":"000000000000000a0000000000000003"}"#
        ),
        (.inquiryReopened(by: nil, reason: nil), #"InquiryReopened {}"#),
        (.inquiryVoided(by: kari, reason: .private), #"InquiryVoided {"by":"kari","reason":"private"}"#),
        (.inquiryVoided(by: nil, reason: .hungUp), #"InquiryVoided {"reason":"hung-up"}"#),
        (
            .contentErased(contents: [content], contact: id(4)),
            #"ContentErased {"contact":"000000000000000a0000000000000004","#
                + #""contents":["000000000000000a0000000000000003"]}"#
        ),
    ]

    static let promise: [(Event, String)] = [
        (
            .receiptSent(channel: .chat, expectedAt: later, content: content),
            #"ReceiptSent {"channel":"chat","content":"000000000000000a0000000000000003","expectedAt":1778659200000}"#
        ),
        (
            .expectedDateChanged(from: at, to: later, reason: content, by: kari),
            #"ExpectedDateChanged {"by":"kari","from":1778572800123,"#
                + #""reason":"000000000000000a0000000000000003","to":1778659200000}"#
        ),
        (
            .deadlineStarted(kind: .emailAnswer, start: at, due: later),
            #"DeadlineStarted {"due":1778659200000,"kind":"email-answer","start":1778572800123}"#
        ),
        (
            .deadlinePaused(kind: .expectedFinal, reason: .awaitingCitizen),
            #"DeadlinePaused {"kind":"expected-final","reason":"awaiting-citizen"}"#
        ),
        (
            .deadlineResumed(kind: .legalMonth, due: later),
            #"DeadlineResumed {"due":1778659200000,"kind":"legal-month"}"#
        ),
        (.deadlineMet(kind: .receipt), #"DeadlineMet {"kind":"receipt"}"#),
        (.deadlineWarning(kind: .callback), #"DeadlineWarning {"kind":"callback"}"#),
        (
            .deadlineMissed(kind: .walkInWait, due: later),
            #"DeadlineMissed {"due":1778659200000,"kind":"walk-in-wait"}"#
        ),
        (.deadlineCancelled(kind: .appointment), #"DeadlineCancelled {"kind":"appointment"}"#),
        (
            .messageQueued(message: message, content: content, by: kari, channel: .email, until: later),
            #"MessageQueued {"by":"kari","channel":"email","content":"000000000000000a0000000000000003","#
                + #""message":"000000000000000a0000000000000002","until":1778659200000}"#
        ),
        (
            .messageWithdrawn(message: message, by: kari),
            #"MessageWithdrawn {"by":"kari","message":"000000000000000a0000000000000002"}"#
        ),
    ]

    private static let at1 = #""interaction":"000000000000000a0000000000000001""#

    static let contacts: [(Event, String)] = [
        (.chatWaiting(interaction: contact), #"ChatWaiting {\#(at1)}"#),
        (
            .questionLeft(interaction: contact, cause: .nobodyThere),
            #"QuestionLeft {"cause":"nobody-there",\#(at1)}"#
        ),
        (.chatClaimed(interaction: contact, by: kari), #"ChatClaimed {"by":"kari",\#(at1)}"#),
        (
            .chatMessageSent(message: message, content: content, author: .agent(kari)),
            #"ChatMessageSent {"author":{"agent":{"_0":"kari"}},"#
                + #""content":"000000000000000a0000000000000003","message":"000000000000000a0000000000000002"}"#
        ),
        (.chatIdle(interaction: contact), #"ChatIdle {\#(at1)}"#),
        (.chatResumed(interaction: contact), #"ChatResumed {\#(at1)}"#),
        (.chatEnded(interaction: contact, by: .closingTime), #"ChatEnded {"by":"closing-time",\#(at1)}"#),
        (.callAnswered(interaction: contact, by: kari), #"CallAnswered {"by":"kari",\#(at1)}"#),
        (.callEnded(interaction: contact), #"CallEnded {\#(at1)}"#),
        (
            .callEnded(interaction: contact, cause: .forwarded),
            #"CallEnded {"cause":"forwarded",\#(at1)}"#
        ),
        (.callAnswered(interaction: contact, by: nil), #"CallAnswered {\#(at1)}"#),
        (
            .callReported(interaction: contact, isInHours: true, goal: .seconds(30)),
            #"CallReported {"goal":30000,\#(at1),"isInHours":true}"#
        ),
        (.callOffered(interaction: contact, origin: nil), #"CallOffered {\#(at1)}"#),
        (
            .callbackRequested(interaction: contact, from: at, until: later),
            #"CallbackRequested {"from":1778572800123,\#(at1),"until":1778659200000}"#
        ),
        (
            .callbackAttempted(interaction: contact, by: kari, result: .messageLeft),
            #"CallbackAttempted {"by":"kari",\#(at1),"result":"message-left"}"#
        ),
        (.callbackDone(interaction: contact), #"CallbackDone {\#(at1)}"#),
        (.callbackGivenUp(interaction: contact), #"CallbackGivenUp {\#(at1)}"#),
        (.visitorArrived(interaction: contact, ticket: 42), #"VisitorArrived {\#(at1),"ticket":42}"#),
        (
            .visitorCalled(interaction: contact, by: kari, counter: "2"),
            #"VisitorCalled {"by":"kari","counter":"2",\#(at1)}"#
        ),
        (.visitStarted(interaction: contact, by: kari), #"VisitStarted {"by":"kari",\#(at1)}"#),
        (.visitorLeft(interaction: contact), #"VisitorLeft {\#(at1)}"#),
        (.visitDone(interaction: contact), #"VisitDone {\#(at1)}"#),
        (
            .appointmentBooked(interaction: contact, host: "siri", from: at, until: later),
            #"AppointmentBooked {"from":1778572800123,"host":"siri",\#(at1),"until":1778659200000}"#
        ),
        (
            .appointmentRescheduled(interaction: contact, from: at, until: later, byCitizen: true),
            #"AppointmentRescheduled {"byCitizen":true,"from":1778572800123,\#(at1),"until":1778659200000}"#
        ),
        (
            .appointmentCancelled(interaction: contact, byCitizen: false),
            #"AppointmentCancelled {"byCitizen":false,\#(at1)}"#
        ),
        (.appointmentArrived(interaction: contact), #"AppointmentArrived {\#(at1)}"#),
        (.appointmentHeld(interaction: contact), #"AppointmentHeld {\#(at1)}"#),
        (.appointmentNoShow(interaction: contact), #"AppointmentNoShow {\#(at1)}"#),
        (.visitParked(interaction: contact), #"VisitParked {\#(at1)}"#),
        (
            .visitServiceAdded(interaction: contact, topic: TopicCode("byggesak")),
            #"VisitServiceAdded {\#(at1),"topic":"byggesak"}"#
        ),
        (
            .visitHandedOver(interaction: contact, to: kari, by: kari, reason: content),
            #"VisitHandedOver {"by":"kari",\#(at1),"reason":"000000000000000a0000000000000003","to":"kari"}"#
        ),
        (.appointmentReminded(interaction: contact), #"AppointmentReminded {\#(at1)}"#),
        (
            .emailReceived(interaction: contact, message: message, content: content),
            #"EmailReceived {"content":"000000000000000a0000000000000003",\#(at1),"#
                + #""message":"000000000000000a0000000000000002"}"#
        ),
        (
            .mailArrived(
                interaction: contact, message: message, content: content, envelope: id(8), isAutomatic: false),
            #"MailArrived {"content":"000000000000000a0000000000000003","#
                + #""envelope":"000000000000000a0000000000000008",\#(at1),"isAutomatic":false,"#
                + #""message":"000000000000000a0000000000000002"}"#
        ),
        (.mailClassified(category: .colleague), #"MailClassified {"category":3}"#),
        (
            .mailAddressed(message: message, envelope: id(8)),
            #"MailAddressed {"envelope":"000000000000000a0000000000000008","#
                + #""message":"000000000000000a0000000000000002"}"#
        ),
        (
            .mailQueued(
                message: message, content: content, purpose: .receipt, answers: id(9), expectedAt: later,
                by: kari),
            #"MailQueued {"answers":"000000000000000a0000000000000009","by":"kari","#
                + #""content":"000000000000000a0000000000000003","expectedAt":1778659200000,"#
                + #""message":"000000000000000a0000000000000002","purpose":"receipt"}"#
        ),
        (
            .mailQueued(
                message: message, content: content, purpose: .answer, answers: nil, expectedAt: nil, by: nil),
            #"MailQueued {"content":"000000000000000a0000000000000003","#
                + #""message":"000000000000000a0000000000000002","purpose":"answer"}"#
        ),
        (.emailSent(message: message), #"EmailSent {"message":"000000000000000a0000000000000002"}"#),
        (
            .emailRefused(message: message, status: "550"),
            #"EmailRefused {"message":"000000000000000a0000000000000002","status":"550"}"#
        ),
        (.emailUnknown(message: message), #"EmailUnknown {"message":"000000000000000a0000000000000002"}"#),
        (
            .emailResent(message: message, by: kari),
            #"EmailResent {"by":"kari","message":"000000000000000a0000000000000002"}"#
        ),
        (
            .emailBounced(message: message, status: "5.1.1", isFinal: true, content: content),
            #"EmailBounced {"content":"000000000000000a0000000000000003","isFinal":true,"#
                + #""message":"000000000000000a0000000000000002","status":"5.1.1"}"#
        ),
        (
            .receiptWithheld(message: message, reason: .tooManyToOne),
            #"ReceiptWithheld {"message":"000000000000000a0000000000000002","reason":"too-many-to-one"}"#
        ),
        (.sessionOpened(agent: kari), #"SessionOpened {"agent":"kari"}"#),
        (.sessionClosed(agent: kari), #"SessionClosed {"agent":"kari"}"#),
        (.sessionLost(agent: kari), #"SessionLost {"agent":"kari"}"#),
        (
            .presenceChanged(agent: kari, presence: .wrapUp),
            #"PresenceChanged {"agent":"kari","presence":"wrapUp"}"#
        ),
        (
            .presenceChanged(
                agent: kari, presence: .paused,
                detail: PresenceDetail(channel: .chat, absence: "LUN", until: later, by: ola)),
            #"PresenceChanged {"agent":"kari","detail":{"absence":"LUN","by":"ola","channel":"chat","#
                + #""until":1778659200000},"presence":"paused"}"#
        ),
        (
            .channelsAssigned(agent: kari, panes: [.chat, .email], by: ola),
            #"ChannelsAssigned {"agent":"kari","by":"ola","panes":[1,4]}"#
        ),
        (
            .inquiryHandedOver(by: kari, to: ola, message: message, note: content),
            #"InquiryHandedOver {"by":"kari","message":"000000000000000a0000000000000002","#
                + #""note":"000000000000000a0000000000000003","to":"ola"}"#
        ),
        (.inquiryHandedOver(by: kari, to: nil, message: nil, note: nil), #"InquiryHandedOver {"by":"kari"}"#),
        (.claimIdle(agent: kari, since: at), #"ClaimIdle {"agent":"kari","since":1778572800123}"#),
    ]

    /// Two inquiries in one event, in both their streams.
    static func linked(_ reference: PublicReference) -> [(Event, String)] {
        let ids = #"000000000000000a0000000000000005"#
        let other = #"000000000000000a0000000000000006"#
        return [
            (
                .linkSuggested(other: id(5), reference: reference, reason: .named),
                #"LinkSuggested {"other":"\#(ids)","reason":"named","reference":"\#(reference)"}"#
            ),
            (
                .inquiriesMerged(
                    duplicate: id(5), duplicateReference: reference, target: id(6),
                    targetReference: reference,
                    by: kari),
                #"InquiriesMerged {"by":"kari","duplicate":"\#(ids)","duplicateReference":"\#(reference)","#
                    + #""target":"\#(other)","targetReference":"\#(reference)"}"#
            ),
            (
                .callContinued(
                    call: id(6), callReference: reference, from: id(5), fromReference: reference,
                    waitingSince: at),
                #"CallContinued {"call":"\#(other)","callReference":"\#(reference)","from":"\#(ids)","#
                    + #""fromReference":"\#(reference)","waitingSince":1778572800123}"#
            ),
            (
                .inquirySplit(
                    from: id(5), fromReference: reference, new: id(6), newReference: reference, by: kari),
                #"InquirySplit {"by":"kari","from":"\#(ids)","fromReference":"\#(reference)","#
                    + #""new":"\#(other)","newReference":"\#(reference)"}"#
            ),
        ]
    }

    /// The first event of a stream, which needs a reference.
    static func received(_ reference: PublicReference) -> (Event, String) {
        (
            .inquiryReceived(
                reference: reference, channel: .email, language: .nn, contact: id(4), contactType: .business,
                topic: TopicCode("byggesak"), subject: content, receivedAt: at),
            #"InquiryReceived {"channel":"email","contact":"000000000000000a0000000000000004","#
                + #""contactType":"business","language":"nn","receivedAt":1778572800123,"#
                + #""reference":"\#(reference)","subject":"000000000000000a0000000000000003","topic":"byggesak"}"#
        )
    }
}
