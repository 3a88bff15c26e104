import SkrankeDomain
import SkrankeJournal

/// Turns an inquiry's events into what a person reads: who said what, and what happened in between.
struct Story {
    private(set) var entries: [Timeline.Entry] = []
    /// The first entry of the citizen that nobody has answered, where something was said before.
    private(set) var newFrom: Int?
    /// The citizen's words after our last, whether something was said before or not.
    private(set) var unanswered: ClosedRange<Int>?
    let file: InquiryFile
    private let state: AppState
    private var shown: Set<MessageID> = []
    private let messages: [MessageID: Message]

    init(_ file: InquiryFile, _ state: AppState) {
        self.file = file
        self.state = state
        messages = Dictionary(
            file.inquiry.messages.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        for envelope in file.events { add(envelope) }
        markNew()
    }

    var texts: Texts { state.texts }
    var naming: Naming { state.naming }

    private mutating func add(_ envelope: Envelope) {
        switch envelope.event {
        case .staffMessageLeft(_, let id, _, let to, _, let after):
            let text = texts.storyStaffMessage(
                state.policy.directory[to]?.name ?? naming.full(to), after.map { brief($0) })
            entries.append(.init(kind: .event, at: envelope.at, author: texts.deskWord, text: text))
            addMessage(id)
        case .noteAdded(let id, _, _), .messageQueued(let id, _, _, _, _), .chatMessageSent(let id, _, _),
            .emailReceived(_, let id, _), .mailArrived(_, let id, _, _, _):
            addMessage(id)
        case .replyNoted(let id, _, let by):
            addMessage(id)
            let text = texts.storyReplyNoted(naming.short(by))
            entries.append(.init(kind: .event, at: envelope.at, author: texts.deskWord, text: text))
        case .answerGiven(_, let id?, _, _): addMessage(id)
        case .receiptSent(_, let expected, let content):
            let short = [
                texts.storyReceipt(long(expected)), texts.storyReceipt(brief(expected)),
                texts.storyReceiptShort(numbers(expected)),
            ]
            let text = file.texts[content].flatMap { $0.isEmpty ? nil : $0 } ?? short[0]
            entries.append(
                .init(kind: .system, at: envelope.at, author: texts.deskWord, text: text, folded: short))
        case .deadlineMissed(let kind, _):
            entries.append(
                .init(
                    kind: .broken, at: envelope.at, author: texts.deskWord,
                    text: texts.storyMissed(texts.deadline(kind))))
        case .contentErased:
            entries.append(
                .init(kind: .erased, at: envelope.at, author: texts.deskWord, text: texts.storyErased))
        case .mailQueued(_, let content, let purpose, _, _, _) where purpose.isOwnText:
            if let text = file.texts[content] {
                let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
                entries.append(
                    .init(kind: .system, at: envelope.at, author: texts.deskWord, text: text, folded: [line]))
            }
            addPosted(envelope)
        default:
            if addPosted(envelope) { return }
            guard let text = happened(envelope.event) else { return }
            entries.append(.init(kind: .event, at: envelope.at, author: texts.deskWord, text: text))
            addDigest(envelope)
        }
    }

    @discardableResult
    private mutating func addPosted(_ envelope: Envelope) -> Bool {
        guard let (text, isBad) = posted(envelope.event) else { return false }
        entries.append(
            .init(kind: isBad ? .broken : .event, at: envelope.at, author: texts.deskWord, text: text))
        return true
    }

    /// A message once, as it stands now: held text that was sent stands where it was sent.
    private mutating func addMessage(_ id: MessageID) {
        guard !shown.contains(id), let message = messages[id] else { return }
        shown.insert(id)
        let words = file.texts[message.content]
        let (kind, author) = look(message, isErased: words == nil)
        var text = words.map { dressed($0, id) } ?? texts.erasedText
        // The column says «Internt»; who wrote it stands before the words.
        if kind == .note { text = "\(author): \(text)" }
        let folded = kind == .system ? [text.split(whereSeparator: \.isNewline).joined(separator: " ")] : []
        entries.append(
            .init(kind: kind, at: message.sentAt ?? message.at, author: author, text: text, folded: folded))
    }

    private func look(_ message: Message, isErased: Bool) -> (Timeline.Entry.Kind, String) {
        switch message.author {
        case .citizen: return (isErased ? .erased : .citizen, file.contact?.name ?? texts.citizenWord)
        case .system: return (isErased ? .erased : .system, texts.deskWord)
        case .note(let agent): return (isErased ? .erased : .note, naming.short(agent))
        case .agent(let agent):
            switch message.delivery {
            case .held(let until): return (.held(until), naming.short(agent))
            case .withdrawn: return (.withdrawn, naming.short(agent))
            case .sent, .internalOnly: return (isErased ? .erased : .agent, naming.short(agent))
            }
        }
    }

    /// Whoever goes on with it reads five lines instead of the whole story; the note of a hand-over follows.
    private mutating func addDigest(_ envelope: Envelope) {
        switch envelope.event {
        case .channelMoved, .inquiryHandedOver, .inquiryTransferred: break
        default: return
        }
        if case .inquiryHandedOver(_, _, let id?, _) = envelope.event { addMessage(id) }
        let lines = Digest.lines(file, at: envelope, state)
        entries.append(
            .init(
                kind: .event, at: envelope.at, author: texts.deskWord, text: lines.joined(separator: "\n")))
    }

    private mutating func markNew() {
        guard file.head.unread > 0 else { return }
        let spoken = entries.indices.filter { entries[$0].kind == .citizen || entries[$0].kind == .agent }
        let unread = spoken.suffix(file.head.unread)
        guard let first = unread.first, let last = unread.last,
            unread.allSatisfy({ entries[$0].kind == .citizen })
        else { return }
        unanswered = first...last
        if spoken.first != first { newFrom = first }
    }

    /// «25.11 08:30»
    private func numbers(_ moment: Moment) -> String {
        let wall = state.zone.wallTime(at: moment)
        return Phrases(state.language).numericDay(wall.date) + " " + wall.time.iso
    }

    private func brief(_ moment: Moment) -> String {
        Phrases(state.language).shortDateAndTime(state.zone.wallTime(at: moment))
    }

    private func long(_ moment: Moment) -> String {
        Phrases(state.language).dateAndTime(state.zone.wallTime(at: moment))
    }

    private func words(_ content: ContentID?) -> String {
        content.flatMap { file.texts[$0] }.map { ": \($0)" } ?? ""
    }

    // MARK: What happened

    private func happened(_ event: Event) -> String? {
        switch event {
        case .inquiryReceived(_, let channel, _, _, _, _, _, _): texts.storyReceived(texts.channel(channel))
        case .inquiryClaimed(let by), .chatClaimed(_, let by):
            if case .chatClaimed = event { nil } else { texts.storyClaimed(naming.short(by)) }
        case .inquiryReleased(let by, let reason): texts.storyReleased(naming.short(by)) + words(reason)
        case .inquiryAssigned(let to, let by): texts.storyAssigned(naming.short(to), naming.short(by))
        case .inquiryHandedOver(let by, let to, _, _):
            texts.storyHandedOver(naming.short(by), to.map(naming.short))
        case .claimIdle(let agent, _): texts.storyIdle(naming.short(agent))
        case .inquiryTakenOver(let by, let from, let reason):
            texts.storyTakenOver(naming.short(by), naming.short(from)) + words(reason)
        case .topicSet(let topic): texts.topicLine(naming.topic(topic))
        case .reclassified(let kind): texts.storyKind(kind)
        case .inquiryTransferred(let unit, _, let brief, let by):
            texts.storyTransferred(naming.unit(unit), naming.short(by)) + words(brief)
        case .inquiryReturned(let by, let reason): texts.storyReturned(naming.short(by)) + words(reason)
        case .channelMoved(let from, let to, let reason):
            texts.storyMoved(texts.channel(from), texts.channel(to)) + words(reason)
        case .citizenAsked: texts.storyAsked
        case .citizenReminded: texts.storyReminded
        case .citizenSilent: texts.storySilent
        // A chat's answer is the conversation above it.
        case .answerGiven(_, nil, _, .chat), .answerGiven(_, nil, _, .mia): nil
        case .answerGiven(let by, nil, _, _): texts.storyAnswered(naming.short(by))
        case .inquiryClosed(let by, let result, _, _, let body, let reason):
            texts.storyClosed(by.map(naming.short), texts.result(result), body.map(naming.unit))
                + words(reason)
        case .inquiryReopened: texts.storyReopened
        case .inquiryVoided(_, let reason): texts.storyVoided(texts.void(reason))
        case .expectedDateChanged(_, let to, let reason, _): texts.storyDate(long(to)) + words(reason)
        case .sessionLost(let agent): texts.storyLost(naming.short(agent))
        default: linked(event) ?? contact(event)
        }
    }

    private func linked(_ event: Event) -> String? {
        switch event {
        case .inquiriesMerged(let duplicate, let reference, _, let target, let by):
            duplicate == file.inquiry.id
                ? texts.storyMergedInto(target.short, naming.short(by))
                : texts.storyDuplicate(reference.short, naming.short(by))
        case .inquirySplit(let from, let reference, _, let new, let by):
            from == file.inquiry.id
                ? texts.storySplitOff(new.short, naming.short(by))
                : texts.storySplitFrom(reference.short, naming.short(by))
        case .clearanceRequested(let by, let reason):
            texts.storyClearanceAsked(naming.short(by)) + words(reason)
        case .messageCleared(let by): texts.storyCleared(naming.short(by))
        case .clearanceRefused(let by, let reason):
            texts.storyClearanceRefused(naming.short(by)) + words(reason)
        default: nil
        }
    }

    private func contact(_ event: Event) -> String? {
        switch event {
        case .questionLeft: texts.storyLeft
        case .chatEnded(_, let by): texts.storyChatEnded(by)
        case .callReported(_, let isInHours, _): isInHours ? nil : texts.storyOutsideHours
        case .callOffered: texts.storyCallRings
        case .callAnswered(_, let by): texts.storyCallAnswered(by.map(naming.short))
        case .callEnded(let id, _):
            switch file.inquiry.interactions.first(where: { $0.id == id })?.call?.outcome {
            case .abandoned: texts.contactState(.abandoned, .phone)
            case .forwarded: texts.storyCallForwarded
            default: texts.storyCallEnded
            }
        case .callbackRequested(_, _, let until): texts.storyCallback(long(until))
        case .callbackAttempted(_, let by, let result, let next):
            texts.storyAttempt(naming.short(by), texts.attempt(result))
                + (next.map { texts.nextAttempt(brief($0)) } ?? "")
        case .callbackRequeued: texts.storyRequeued
        case .callWrapUpEnded: texts.storyWrapUpEnded
        case .callContinued(_, let reference, let from, let origin, let since):
            from == file.inquiry.id
                ? texts.storyContinuedIn(reference.short)
                : texts.storyContinuedFrom(
                    origin.short, since.map { state.texts.clock($0, state) })
        case .callbackGivenUp: texts.giveUp
        case .visitorArrived(_, let ticket): texts.storyVisit(texts.ticket(ticket))
        case .visitorCalled(_, let by, let counter): texts.storyCalledTo(naming.short(by), counter)
        case .visitStarted: texts.meeting(.start)
        case .visitorLeft: texts.meeting(.left)
        case .visitDone: texts.meeting(.finish)
        case .appointmentBooked(_, let host, let from, _): texts.storyBooked(host, long(from))
        case .appointmentRescheduled(_, let from, _, let byCitizen):
            texts.storyRescheduled(long(from), byCitizen)
        case .appointmentCancelled: texts.contactState(.cancelled, .appointment)
        case .appointmentArrived: texts.meeting(.arrived)
        case .appointmentHeld: texts.meeting(.held)
        case .appointmentNoShow: texts.meeting(.noShow)
        default: atTheCounter(event)
        }
    }

    private func atTheCounter(_ event: Event) -> String? {
        switch event {
        case .visitParked: texts.contactState(.parked, .visit)
        case .visitServiceAdded(_, let topic): texts.storyService(naming.topic(topic))
        case .visitHandedOver(_, let to, let by, let reason):
            texts.storyHanded(naming.short(to), naming.short(by)) + words(reason)
        case .appointmentReminded: texts.storyMeetingReminded
        default: nil
        }
    }
}
