import SkrankeDomain
import SkrankeJournal

/// `inquiry`'s columns as `InquiryHead`: by position, nothing to decode (10,000 rows stand between a
/// console's start and its full list).
enum HeadRows {
    /// In the order in which `head(_:)` reads them; every query that makes heads selects these first.
    static let columns = """
        i.id, i.reference, i.received_at, i.language, i.channel, i.state, i.contact_state, i.topic, \
        i.waiting_since, i.due, i.due_kind, i.due_start, i.promised_at, i.is_receipted, i.is_answered, \
        i.is_overdue, i.has_held_text, i.unread, i.line, i.unit, i.ticket, i.scheduled_at, i.attempts, \
        i.version, i.visible_version, i.closed_at, i.owner, i.contact, i.name, i.subject, i.clearance, \
        i.idle_since
        """
    static let count: Int32 = 32

    /// A head cannot be made of its fields, only of an inquiry: this one is overwritten whole.
    private static func blank(_ id: InquiryID, _ reference: PublicReference) -> InquiryHead {
        InquiryHead(
            Inquiry(
                id: id, reference: reference, receivedAt: Moment(milliseconds: 0), channel: .chat,
                language: .nb,
                contact: nil, contactType: .citizen, topic: nil, subject: nil),
            name: nil, subject: nil)
    }

    static func head(_ row: SQL.Row) throws(StoreFault) -> InquiryHead {
        let number = row.int(1)
        guard let reference = PublicReference(year: number / 1_000_000, number: number % 1_000_000) else {
            throw .corrupt("\(number) is no reference")
        }
        var head = blank(try row.id(0), reference)
        head.receivedAt = row.moment(2)
        head.language = try row.word(3)
        head.channel = try row.word(4)
        head.state = try row.word(5)
        head.contactState = try row.optionalWord(6)
        head.topic = row.optionalText(7).map { TopicCode($0) }
        head.waitingSince = row.optionalMoment(8)
        head.due = row.optionalMoment(9)
        head.dueKind = try row.optionalWord(10)
        head.dueStart = row.optionalMoment(11)
        head.promisedAt = row.optionalMoment(12)
        head.isReceipted = row.flag(13)
        head.isAnswered = row.flag(14)
        head.isOverdue = row.flag(15)
        head.hasHeldText = row.flag(16)
        head.unread = row.int(17)
        head.line = row.int(18)
        head.unit = row.optionalText(19).map { UnitCode($0) }
        head.ticket = row.isNull(20) ? nil : row.int(20)
        head.scheduledAt = row.optionalMoment(21)
        head.attempts = row.int(22)
        head.version = row.int(23)
        head.visibleVersion = row.int(24)
        head.closedAt = row.optionalMoment(25)
        head.owner = row.optionalText(26).map { AgentID($0) }
        head.contact = row.optionalID(27)
        head.name = row.optionalText(28)
        head.subject = row.optionalText(29)
        head.clearance = try row.optionalWord(30)
        head.idleSince = row.optionalMoment(31)
        return head
    }

    static func number(_ reference: PublicReference) -> Int { reference.year * 1_000_000 + reference.number }

    static let insert = """
        INSERT INTO inquiry(received_at, first_channel, language, reference, owner, contact, name, subject, \
        channel, state, contact_state, topic, waiting_since, due, due_kind, due_start, promised_at, \
        is_receipted, is_answered, is_overdue, has_held_text, unread, line, unit, ticket, scheduled_at, \
        attempts, version, visible_version, closed_at, closed_by, highest_line, changed, open, urgent, \
        clearance, idle_since, first_promised_at, answered_at, id) \
        VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """
    /// All that changes often. Owner and contact have indexes of their own and change seldom.
    static let update = """
        UPDATE inquiry SET channel=?, state=?, contact_state=?, topic=?, waiting_since=?, due=?, due_kind=?, \
        due_start=?, promised_at=?, is_receipted=?, is_answered=?, is_overdue=?, has_held_text=?, unread=?, \
        line=?, unit=?, ticket=?, scheduled_at=?, attempts=?, version=?, visible_version=?, closed_at=?, \
        closed_by=?, highest_line=?, changed=?, open=?, urgent=?, \
        clearance=?, idle_since=?, first_promised_at=?, answered_at=? WHERE id=?
        """
    static let updateOwner = "UPDATE inquiry SET owner=? WHERE id=?"
    static let updateNames = "UPDATE inquiry SET contact=?, name=?, subject=? WHERE id=?"

    static func insertValues(_ head: InquiryHead, _ inquiry: Inquiry, changed: Int64) -> [SQLValue] {
        [
            SQLValue(head.receivedAt), .text(inquiry.firstChannel.rawValue), .text(head.language.rawValue),
            SQLValue(number(head.reference)), SQLValue(head.owner?.rawValue), SQLValue(head.contact),
            SQLValue(head.name), SQLValue(head.subject),
        ] + updateValues(head, inquiry, changed: changed)
    }

    static func updateValues(_ head: InquiryHead, _ inquiry: Inquiry, changed: Int64) -> [SQLValue] {
        [
            .text(head.channel.rawValue), .text(head.state.rawValue), SQLValue(head.contactState?.rawValue),
            SQLValue(head.topic?.rawValue), SQLValue(head.waitingSince), SQLValue(head.due),
            SQLValue(head.dueKind?.rawValue), SQLValue(head.dueStart), SQLValue(head.promisedAt),
            SQLValue(head.isReceipted), SQLValue(head.isAnswered), SQLValue(head.isOverdue),
            SQLValue(head.hasHeldText), SQLValue(head.unread), SQLValue(head.line),
            SQLValue(head.unit?.rawValue), head.ticket.map { SQLValue($0) } ?? .null,
            SQLValue(head.scheduledAt), SQLValue(head.attempts), SQLValue(head.version),
            SQLValue(head.visibleVersion), SQLValue(head.closedAt),
            SQLValue(inquiry.state == .closed ? inquiry.closing?.by?.rawValue : nil),
            SQLValue(inquiry.highestLine), .integer(changed), SQLValue(head.state.isOpen),
            .integer(Urgency(head).due), SQLValue(head.clearance?.rawValue), SQLValue(head.idleSince),
            SQLValue(inquiry.firstPromisedAt), SQLValue(inquiry.answeredAt), SQLValue(head.id),
        ]
    }
}
