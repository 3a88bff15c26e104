import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Who works here: found as one types, with status, return and deputy of the one that is selected (scenario 5).
public struct DirectoryCard: Sendable {
    public var field = LineEditor(width: 40, scalarLimit: 100)
    public var found: [AgentID] = []
    public var view = ListView<AgentID>()
    /// The inquiry whose caller asks; nil where nobody is served.
    public var inquiry: InquiryID?
    var items: ListItems<AgentID> { ListItems(found) }
    public var selected: AgentID? { view.selected.flatMap { found.contains($0) ? $0 : nil } }
}

extension AppState {
    mutating func showDirectory(_ text: String) -> [Effect] {
        var card = DirectoryCard()
        card.field = LineEditor(text, width: 40, scalarLimit: 100)
        // A message is about the call in hand, else about what this agent has open or under the hand: never about
        // a row that he has not taken.
        card.inquiry =
            callInHand
            ?? [current, targetID].compactMap { $0 }.first { id in
                head(id).map { $0.state.isOpen && $0.owner == agent } ?? false
            }
        search(&card)
        overlay = .directory(card)
        return []
    }

    private func search(_ card: inout DirectoryCard) {
        let naming = naming
        card.found = policy.directory.find(
            card.field.text, unit: { naming.unit($0) }, topic: { naming.topic($0) }
        ).map(\.id)
        card.view.update(card.items, height: 8)
        if let first = card.found.first, card.selected == nil { card.view.select(first, in: card.items) }
    }

    /// Letters search; what is done with the selected one has function keys, which are no letters.
    mutating func press(_ key: Key, in card: DirectoryCard) -> [Effect] {
        var card = card
        if let movement = Movement(key), movement != .home, movement != .end {
            card.view.move(movement, in: card.items)
            overlay = .directory(card)
            return []
        }
        switch key {
        case Key(.function(3)): return card.selected.map { askAbsence($0) } ?? []
        case Key(.function(4)): return card.selected.map { askMessage($0, card) } ?? []
        case Key(.enter), Key(.function(5)): return card.selected.map { tellNumber($0) } ?? []
        case Key(.function(8)):
            guard let deputy = card.selected.flatMap({ status(of: $0).deputy }) else { return [] }
            card.field = LineEditor("", width: 40, scalarLimit: 100)
            search(&card)
            card.view.select(deputy, in: card.items)
            overlay = .directory(card)
            return []
        default: break
        }
        let before = card.field.text
        card.field.handle(key)
        if card.field.text != before {
            card.view = ListView<AgentID>()
            search(&card)
        }
        overlay = .directory(card)
        return []
    }

    mutating func paste(_ text: String, in card: DirectoryCard) {
        var card = card
        card.field.paste(text)
        card.view = ListView<AgentID>()
        search(&card)
        overlay = .directory(card)
    }

    func status(of person: AgentID) -> StaffStatus {
        policy.directory.status(
            of: person, absences.mapValues(\.absence), at: now, policy.calendar)
    }

    /// The number to put a call through to, read out in the flash line and in the clipboard; the overlay stays.
    private mutating func tellNumber(_ person: AgentID) -> [Effect] {
        guard let entry = policy.directory[person] else { return [] }
        let mobile = entry.mobileTakesCalls ? entry.mobile : nil
        guard let number = entry.phone ?? mobile else {
            say(.error, texts.directoryNoNumber(entry.name))
            return []
        }
        say(.info, texts.directoryTransfer(entry.name, number))
        return [.copy(number)]
    }

    // MARK: Message

    /// A caller's message: promised after the return that he is told.
    private mutating func askMessage(_ person: AgentID, _ card: DirectoryCard) -> [Effect] {
        guard let entry = policy.directory[person] else { return [] }
        guard let id = card.inquiry, let head = head(id), head.state.isOpen else {
            refuse(.nothingOpen)
            return []
        }
        do throws(Reason) {
            try permit(.leaveStaffMessage(id, to: person, text: "", after: nil), head)
            try mineOrFreeOrSupervisor(head)
            guard ChannelMove.isAllowed(from: head.channel, to: .callback) else {
                throw Reason.refusal(.moveNotAllowed(from: head.channel, to: .callback))
            }
        } catch {
            refuse(error)
            return []
        }
        let after = status(of: person).returnsAt
        let phone = file(id)?.contact?.phone ?? (head.channel == .phone ? head.subject : nil) ?? ""
        overlay = .form(
            Form(
                .staffMessage(id, person, after: after), title: texts.messageTitle(entry.name),
                intro: [texts.messageIntro(head.reference.short, after.map { moment($0) })],
                fields: [
                    Form.text(texts.fieldMessage, height: 4), Form.line(.phone, texts.fieldPhone, phone),
                ]))
        return current == id ? [] : open(id)
    }

    mutating func finishMessage(
        _ form: Form, _ id: InquiryID, _ person: AgentID, _ after: Moment?
    ) -> [Effect] {
        var form = form
        let text = form.text(of: .text)
        if text.isBlank { return fault(&form, texts.refusal(.textMissing, self), at: .text) }
        let phone = form.text(of: .phone)
        if phone.isBlank { return fault(&form, texts.phoneMissing, at: .phone) }
        if let wrong = wrongContact(form) { return fault(&form, texts.contactWrong(wrong), at: wrong) }
        overlay = nil
        var intents = head(id).map(claimFirst) ?? []
        let known = file(id)?.contact
        if known?.phone != phone {
            intents.append(
                .setContact(id, ContactDetails(name: known?.name, email: known?.email, phone: phone)))
        }
        // A return that has passed meanwhile promises nothing.
        let back = after.flatMap { $0 > now ? $0 : nil }
        intents.append(.leaveStaffMessage(id, to: person, text: text, after: back))
        return send(form, intents, id, .staffMessage(policy.directory[person]?.name ?? person.rawValue))
    }

    /// «kl. 10.30» today, else with the date.
    func moment(_ moment: Moment) -> String {
        let wall = zone.wallTime(at: moment)
        let phrases = Phrases(language)
        return wall.date == zone.date(at: now)
            ? texts.atTime(phrases.time(wall.time)) : phrases.dateAndTime(wall)
    }
}
