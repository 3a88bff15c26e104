import SkrankeDomain
import SkrankeScreen

/// What one row of a queue says, in words.
struct QueueRow: Equatable {
    var number: String
    var time: String
    /// Of the time alone, where it is near or over; the sign says the same (law 9).
    var timeRole: Role?
    var who: String
    var what: String
    var flag = " "
    var flagRole = Role.mark
    /// Nothing that this agent has to do.
    var isQuiet: Bool

    init(_ head: InquiryHead, _ pane: QueuePane, _ state: AppState) {
        let texts = state.texts
        let section = QueueSection(head, me: state.agent)
        number = head.reference.short
        isQuiet = section == .others || section == .withUnit || !head.state.isOpen
        let isSettled = head.hasHeldText || head.state == .answered || head.state == .awaitingCitizen
        let urgency = isSettled || !head.state.isOpen ? .normal : head.urgency(at: state.now)
        let sign = urgency == .over ? " !!" : urgency == .soon ? " !" : ""
        time = QueueRow.time(head, pane, section, isSettled: isSettled, state) + sign
        timeRole = urgency == .over ? .statusBroken : urgency == .soon ? .statusSoon : nil
        who = QueueRow.who(head, section, state)
        what = QueueRow.what(head, state)
        if head.state.isOpen, !head.isAnswered, head.clearance == .requested || head.clearance == .refused {
            (flag, flagRole) = ("s", .statusSoon)
        } else if section == .mine, head.unread > 0, head.state != .answered {
            (flag, flagRole) = ("*", .mark)
        } else if state.drafts.has(head.id) {
            (flag, flagRole) = ("~", .heldText)
        } else if !head.isReceipted, !head.isAnswered, head.state.isOpen {
            (flag, flagRole) = ("k", .statusSoon)
        }
        if state.isPending(head.id) { time = "…" }
        if !state.mayRead {
            who = texts.hiddenContent
            what = texts.hiddenContent
        }
    }

    /// `03:12` below an hour, then `2 t`, `5 d`.
    static func waited(_ span: Span, _ state: AppState) -> String {
        span < .hours(1) ? Phrases.stopwatch(span) : Phrases(state.language).age(span)
    }

    private static func time(
        _ head: InquiryHead, _ pane: QueuePane, _ section: QueueSection, isSettled: Bool, _ state: AppState
    ) -> String {
        if !head.state.isOpen { return state.texts.rowState(head) }
        if section == .withUnit { return left(head, state) ?? state.texts.rowState(head) }
        if head.channel == .appointment, let slot = head.scheduledAt, head.contactState == .booked {
            return at(slot, state)
        }
        if section != .waiting, isSettled || head.waitingSince == nil { return state.texts.rowState(head) }
        switch pane {
        case .callback where head.isRinging:
            return head.due.map { state.texts.secondsLeft($0 - state.now) }
                ?? waited(state.now - head.receivedAt, state)
        case .callback:
            return head.due.map { moment($0, state) } ?? waited(state.now - head.receivedAt, state)
        case .email: return left(head, state) ?? waited(state.now - head.receivedAt, state)
        case .chat: return waited(state.now - (head.waitingSince ?? head.receivedAt), state)
        // Beside times of day a running clock could be taken for one.
        case .visit:
            return Phrases(state.language).age(state.now - (head.waitingSince ?? head.receivedAt))
        }
    }

    /// «kl. 12.30» today, else the date.
    private static func at(_ moment: Moment, _ state: AppState) -> String {
        let wall = state.zone.wallTime(at: moment)
        let phrases = Phrases(state.language)
        if wall.date != state.zone.date(at: state.now) { return phrases.shortDate(wall.date) }
        return state.texts.atTime(phrases.time(wall.time))
    }

    /// Today the time, on other days the date.
    private static func moment(_ moment: Moment, _ state: AppState) -> String {
        let wall = state.zone.wallTime(at: moment)
        if wall.date == state.zone.date(at: state.now) { return wall.time.iso }
        return Phrases(state.language).numericDay(wall.date)
    }

    /// What is left of the promise, with a minus where it is over.
    private static func left(_ head: InquiryHead, _ state: AppState) -> String? {
        guard let due = head.due else { return head.isOverdue ? state.texts.rowLate : nil }
        let span = due - state.now
        let phrases = Phrases(state.language)
        return span < .zero ? "-" + phrases.age(state.now - due) : phrases.age(span)
    }

    private static func who(_ head: InquiryHead, _ section: QueueSection, _ state: AppState) -> String {
        if section == .others, let owner = head.owner { return state.naming.short(owner) }
        if section == .withUnit, let unit = head.unit { return state.naming.unit(unit) }
        if let name = head.name, !name.isEmpty { return name }
        if head.isRinging { return head.subject ?? state.texts.hiddenNumber }
        if let ticket = head.ticket { return state.texts.ticket(ticket) }
        return state.texts.unknownCitizen
    }

    private static func what(_ head: InquiryHead, _ state: AppState) -> String {
        if head.isRinging { return state.texts.ringing }
        if let topic = head.topic { return state.naming.topic(topic) }
        return head.subject ?? state.texts.channel(head.channel)
    }
}

extension AppState {
    /// A command about it is on its way to the store.
    func isPending(_ id: InquiryID) -> Bool { pending.values.contains { $0.inquiry == id } }
}
