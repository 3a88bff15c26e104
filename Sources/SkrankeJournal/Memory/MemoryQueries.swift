import SkrankeDomain

extension MemoryState {
    func openHeads(after cursor: Urgency?, limit: Int) -> [InquiryHead] {
        heads.values.lazy.filter { $0.state.isOpen }
            .map { (Urgency($0), $0) }
            .filter { item in cursor.map { $0 < item.0 } ?? true }
            .sorted { $0.0 < $1.0 }
            .prefix(max(0, limit)).map(\.1)
    }

    func heads(changedAfter cursor: Int64, limit: Int) -> HeadChanges {
        let later = changed.filter { $0.value > cursor }.sorted { $0.value < $1.value }
        let page = later.prefix(max(0, limit))
        let isComplete = page.count == later.count
        return HeadChanges(
            heads: page.compactMap { heads[$0.key] },
            through: isComplete ? max(cursor, sequence) : page.last?.value ?? cursor, isComplete: isComplete)
    }

    func heads(matching query: HeadQuery) -> [InquiryHead] {
        heads.values.filter { matches($0, query) }
            .sorted { ($0.receivedAt, $0.id) > ($1.receivedAt, $1.id) }
            .prefix(max(0, query.limit)).map { $0 }
    }

    private func matches(_ head: InquiryHead, _ query: HeadQuery) -> Bool {
        if let states = query.states, !states.contains(head.state) { return false }
        if let channel = query.channel, head.channel != channel { return false }
        if let owner = query.owner, head.owner != owner { return false }
        if let contact = query.contact, head.contact != contact { return false }
        if let from = query.receivedFrom, head.receivedAt < from { return false }
        if let to = query.receivedTo, head.receivedAt >= to { return false }
        let contact = head.contact.flatMap { contacts[$0] }
        if let phone = query.phone {
            guard ContactKey.phone(contact?.phone ?? "") == ContactKey.phone(phone) else { return false }
        }
        if let email = query.email {
            guard ContactKey.email(contact?.email ?? "") == ContactKey.email(email) else { return false }
        }
        return true
    }

    func file(_ id: InquiryID) -> InquiryFile? {
        guard let inquiry = inquiries[id], let head = heads[id] else { return nil }
        let events = events(of: .inquiry(id), after: 0)
        var texts: [ContentID: String] = [:]
        for content in NamedRows(events).contents { texts[content] = contents[content]?.text }
        return InquiryFile(
            inquiry: inquiry, head: head, events: events, texts: texts,
            contact: inquiry.contact.flatMap { contacts[$0] })
    }

    func search(_ query: SearchQuery) -> [SearchHit] {
        let words = SearchWords(query.text)
        guard !words.isEmpty else { return [] }
        var hits: [SearchHit] = []
        for document in documents.reversed() where document.row < query.before ?? .max {
            guard hits.count < query.limit else { break }
            guard let head = heads[document.inquiry], MemorySearch.matches(document.text, words) else {
                continue
            }
            hits.append(
                SearchHit(row: document.row, head: head, snippet: MemorySearch.snippet(document.text, words)))
        }
        return hits
    }

    func figures(from: Moment, to: Moment, now: Moment) -> DeskFigures {
        let moves = journal.compactMap { envelope -> Moment? in
            envelope.isMoveByHand ? envelope.at : nil
        }
        return FiguresFold.figures(inquiries.values, moves: moves, from: from, to: to, now: now)
    }

    func behind(_ figure: Figure, _ period: Range<Moment>, now: Moment, limit: Int) -> [FigureRow] {
        let rows = inquiries.values.compactMap { inquiry -> FigureRow? in
            guard let isKept = FigureFold.counts(inquiry, figure, period, now: now),
                let head = heads[inquiry.id]
            else { return nil }
            return FigureRow(head: head, isKept: isKept)
        }
        return Array(rows.sorted(by: FigureRow.brokenFirst).prefix(max(0, limit)))
    }

    /// Refolds every stream and compares.
    func verify() -> VerifyReport {
        var problems: [String] = []
        for (stream, positions) in streams {
            var inquiry: Inquiry?
            var absence: Absence?
            for (index, position) in positions.enumerated() {
                let envelope = journal[position]
                if envelope.version != index + 1 { problems.append("\(stream): version \(envelope.version)") }
                inquiry = Evolve.apply(envelope, to: inquiry)
                absence = Absence.after(envelope.event, at: envelope.at, absence)
                for content in envelope.event.contents
                where contents[content] == nil && !erased.contains(content) {
                    problems.append("\(stream): content \(content) is missing")
                }
            }
            if case .agent(let id) = stream,
                AgentState.folded(id, positions.map { journal[$0] }) != agents[id]
            {
                problems.append("\(stream): the agent's row differs")
            }
            if let person = stream.absentee, absences[person]?.absence != absence {
                problems.append("\(stream): the row differs")
            }
            guard let id = stream.inquiry else { continue }
            if inquiry != inquiries[id] { problems.append("\(stream): the fold differs") }
            if inquiry.map(head(of:)) != heads[id] { problems.append("\(stream): the row differs") }
        }
        for (index, envelope) in journal.enumerated() where envelope.sequence != Int64(index + 1) {
            problems.append("sequence \(envelope.sequence) stands at \(index + 1)")
        }
        return VerifyReport(events: sequence, inquiries: inquiries.count, problems: problems)
    }
}

/// Whole words and beginnings, case folded, letters and digits only: like FTS5's unicode61.
enum MemorySearch {
    static func tokens(_ text: String) -> [String] {
        text.lowercased().unicodeScalars.split { !SearchWords.isPart($0) }.map {
            String(String.UnicodeScalarView($0))
        }
    }

    /// Every word of the query stands somewhere in the text, the last one as a beginning.
    static func matches(_ text: String, _ words: SearchWords) -> Bool {
        let tokens = tokens(text)
        return words.words.allSatisfy { word in
            let wanted = word.text.lowercased()
            return tokens.contains { word.isPrefix ? $0.hasPrefix(wanted) : $0 == wanted }
        }
    }

    /// The line around the first hit.
    static func snippet(_ text: String, _ words: SearchWords) -> String {
        let parts = InquiryHead.firstWords(of: text).split(separator: " ")
        let needle = words.words.first.map { tokens($0.text).first ?? "" } ?? ""
        let at = parts.firstIndex { $0.lowercased().contains(needle) } ?? 0
        let start = max(0, at - 4)
        let line = parts[start..<min(parts.count, start + 12)].joined(separator: " ")
        return (start > 0 ? "…" : "") + line + (start + 12 < parts.count ? "…" : "")
    }
}
