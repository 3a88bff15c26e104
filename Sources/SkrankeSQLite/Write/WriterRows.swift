import SkrankeDomain
import SkrankeJournal

/// The rows that a decision leaves beside its events.
extension Writer {
    func writeTexts(_ decision: Decision) throws(StoreFault) {
        for content in decision.contents {
            try writeText(
                SQLValue(content.id), content.inquiry, content.kind.rawValue, content.text,
                isSearchable: content.kind != .receipt)
        }
        for contact in decision.contacts { try write(contact, of: decision.streams.first?.inquiry) }
    }

    private func writeText(
        _ id: SQLValue, _ inquiry: InquiryID, _ kind: String, _ text: String, isSearchable: Bool
    ) throws(StoreFault) {
        try sql.run(
            "INSERT INTO content(id, inquiry, kind, text) VALUES(?, ?, ?, ?)",
            [id, SQLValue(inquiry), .text(kind), .text(text)])
        guard isSearchable else { return }
        try sql.run(
            "INSERT INTO search(rowid, text) VALUES(?, ?)",
            [.integer(sql.database.lastInsertedRowID), .text(text)])
    }

    private func write(_ contact: Contact, of inquiry: InquiryID?) throws(StoreFault) {
        try sql.run(
            """
            INSERT INTO contact(
              id, type, name, email, phone, language, protected, sort_key, email_key, phone_key)
            VALUES(?,?,?,?,?,?,?,?,?,?)
            """,
            [
                SQLValue(contact.id), .text(contact.type.rawValue), SQLValue(contact.name),
                SQLValue(contact.email), SQLValue(contact.phone), SQLValue(contact.language?.rawValue),
                SQLValue(contact.isProtected), SQLValue(contact.sortKey),
                SQLValue(contact.email.map(ContactKey.email)), SQLValue(contact.phone.map(ContactKey.phone)),
            ])
        if let inquiry, let text = contact.searchText {
            try writeText(SQLValue(contact.id), inquiry, "contact", text, isSearchable: true)
        }
    }

    /// The inquiry's row and its deadlines, as they differ from before.
    func writeRow(
        _ inquiry: Inquiry, before: Inquiry?, changed: Int64, decision: Decision
    ) throws(StoreFault) {
        let namesChanged =
            before == nil || before?.contact != inquiry.contact || before?.subject != inquiry.subject
            || !decision.erases.isEmpty
        let head = InquiryHead(
            inquiry, name: namesChanged ? try name(of: inquiry, decision) : nil,
            subject: namesChanged ? try subject(of: inquiry, decision) : nil)
        if before == nil {
            try sql.run(HeadRows.insert, HeadRows.insertValues(head, inquiry, changed: changed))
        } else {
            try sql.run(HeadRows.update, HeadRows.updateValues(head, inquiry, changed: changed))
            if before?.owner != inquiry.owner {
                try sql.run(HeadRows.updateOwner, [SQLValue(head.owner?.rawValue), SQLValue(head.id)])
            }
            if namesChanged {
                try sql.run(
                    HeadRows.updateNames,
                    [SQLValue(head.contact), SQLValue(head.name), SQLValue(head.subject), SQLValue(head.id)])
            }
        }
        try writeDeadlines(inquiry, before: before)
    }

    private func writeDeadlines(_ inquiry: Inquiry, before: Inquiry?) throws(StoreFault) {
        let old = before?.deadlines ?? []
        for (number, deadline) in inquiry.deadlines.enumerated() {
            if number < old.count, old[number] == deadline { continue }
            try sql.run(
                """
                INSERT INTO deadline(inquiry, number, kind, start, due, state, settled_at)
                VALUES(?,?,?,?,?,?,?)
                ON CONFLICT DO UPDATE
                SET due=excluded.due, state=excluded.state, settled_at=excluded.settled_at
                """,
                [
                    SQLValue(inquiry.id), SQLValue(number), .text(deadline.kind.rawValue),
                    SQLValue(deadline.start), SQLValue(deadline.due), .text(deadline.state.rawValue),
                    SQLValue(deadline.settledAt),
                ])
        }
    }

    private func name(of inquiry: Inquiry, _ decision: Decision) throws(StoreFault) -> String? {
        guard let id = inquiry.contact, decision.erases.isEmpty else { return nil }
        if let new = decision.contacts.last(where: { $0.id == id }) { return new.name }
        return try TextRows.name(sql, id)
    }

    private func subject(of inquiry: Inquiry, _ decision: Decision) throws(StoreFault) -> String? {
        guard let id = inquiry.subject, decision.erases.isEmpty else { return nil }
        if let new = decision.contents.last(where: { $0.id == id }) {
            return InquiryHead.firstWords(of: new.text)
        }
        return try TextRows.text(sql, id).map(InquiryHead.firstWords)
    }

    func writeLive(_ decision: Decision, at: Moment) throws(StoreFault) {
        for change in decision.timers {
            switch change {
            case .set(let id, let kind, let due):
                try sql.run(
                    """
                    INSERT INTO timer(inquiry, kind, due) VALUES(?,?,?)
                    ON CONFLICT DO UPDATE SET due=excluded.due
                    """,
                    [SQLValue(id), .text(kind.name), SQLValue(due)])
            case .cancel(let id, let kind):
                try sql.run("DELETE FROM timer WHERE inquiry=? AND kind=?", [SQLValue(id), .text(kind.name)])
            }
        }
        for change in decision.leases { try write(change, at: at) }
        for change in decision.outbox { try write(change, at: at) }
        for settlement in decision.originals { try settle(settlement) }
        for key in decision.frees { try sql.run("DELETE FROM reservation WHERE name=?", [.text(key.name)]) }
        if let stream = decision.events.first?.stream {
            for key in decision.reserves {
                try sql.run(
                    "INSERT OR REPLACE INTO reservation(name, stream) VALUES(?, ?)",
                    [.text(key.name), SQLValue(stream)])
            }
        }
        for counter in decision.usedCounters {
            try sql.run(
                "INSERT INTO counter(name, value) VALUES(?, 1) ON CONFLICT DO UPDATE SET value = value + 1",
                [.text(counter.name)])
        }
    }

    private func write(_ change: LeaseChange, at: Moment) throws(StoreFault) {
        let id: InquiryID
        switch change {
        case .take(let inquiry, _), .drop(let inquiry): id = inquiry
        }
        let holder = try sql.first("SELECT agent FROM lease WHERE inquiry = ?", [SQLValue(id)]) { $0.text(0) }
        if let holder {
            try sql.run("DELETE FROM lease WHERE inquiry = ?", [SQLValue(id)])
            countLive(AgentID(holder), -1)
        }
        guard case .take(_, let agent) = change else { return }
        try sql.run(
            "INSERT INTO lease(inquiry, agent, taken_at) VALUES(?, ?, ?)",
            [SQLValue(id), .text(agent.rawValue), SQLValue(at)])
        countLive(agent, 1)
    }

    private func write(_ change: OutboxChange, at: Moment) throws(StoreFault) {
        switch change {
        case .hold(let message, let inquiry, let channel, let until):
            try LiveRows.write(
                sql,
                OutboxRow(message: message, inquiry: inquiry, channel: channel, state: .held, until: until))
        case .ready(let message):
            guard var row = try LiveRows.outboxRow(sql, message) else { return }
            row.makeReady()
            try LiveRows.write(sql, row)
        case .withdraw(let message): try LiveRows.mark(sql, message, .withdrawn)
        case .enqueue(let message, let inquiry):
            try LiveRows.write(
                sql,
                OutboxRow(message: message, inquiry: inquiry, channel: .email, state: .ready, until: at))
        case .settle(let message, let end):
            guard var row = try LiveRows.outboxRow(sql, message) else { return }
            row.settle(end)
            try LiveRows.write(sql, row)
        }
    }

    func deleteDraft(of command: Command) throws(StoreFault) {
        guard let agent = command.caller.actor.agent else { return }
        let kind = command.intent.draftKind
        let inquiry = kind == .registration ? nil : command.intent.inquiry
        try LiveRows.deleteDraft(sql, agent, inquiry, kind)
    }
}

/// Answers under their keys: a repetition is harmless for 24 hours, also after a kill.
extension Writer {
    func answered(
        _ key: IdempotencyKey, at now: Moment
    ) throws(StoreFault) -> (fingerprint: String, answer: CommandAnswer)? {
        let row = try sql.first(
            "SELECT fingerprint, answer, at FROM answered WHERE scope = ? AND key = ?",
            [.text(key.scope), .text(key.key)]
        ) { ($0.text(0), $0.text(1), $0.moment(2)) }
        guard let (fingerprint, text, at) = row, at + IdempotencyKey.lifetime >= now else { return nil }
        do {
            return (fingerprint, try JSONCoder.decode(CommandAnswer.self, from: text))
        } catch { throw .corrupt("an answer cannot be read: \(error)") }
    }

    func remember(_ key: IdempotencyKey, _ answer: CommandAnswer, at now: Moment) throws(StoreFault) {
        let text: String
        do { text = try JSONCoder.encode(answer) } catch {
            throw .failed("an answer cannot be written: \(error)")
        }
        try sql.run(
            """
            INSERT INTO answered(scope, key, fingerprint, answer, inquiry, at) VALUES(?,?,?,?,?,?)
            ON CONFLICT(scope, key) DO UPDATE SET fingerprint=excluded.fingerprint, answer=excluded.answer,
              inquiry=excluded.inquiry, at=excluded.at
            """,
            [
                .text(key.scope), .text(key.key), .text(key.fingerprint), .text(text),
                SQLValue(answer.inquiry),
                SQLValue(now),
            ])
        // Two old ones go with each new one, so the table never needs a sweep.
        try sql.run(
            "DELETE FROM answered WHERE row IN (SELECT row FROM answered WHERE at < ? ORDER BY at LIMIT 2)",
            [SQLValue(now - IdempotencyKey.lifetime)])
    }
}
