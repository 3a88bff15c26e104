import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Keys while something lies over the panes. Esc closes it; nothing reaches what is below.
extension AppState {
    mutating func pressInOverlay(_ key: Key) -> [Effect] {
        if key == .control("q") { return run(.quit) }
        guard let overlay else { return [] }
        if key == Key(.escape) { return closeOverlay() }
        switch overlay {
        case .picker(let picker): return press(key, in: picker)
        case .form(let form): return press(key, in: form)
        case .receipt(let card): return press(key, in: card)
        case .find(let card): return press(key, in: card)
        case .confirm(let card): return press(key, in: card)
        case .menu(let view): return press(key, inMenu: view)
        case .history(let view): return press(key, inHistory: view)
        case .help(let top): self.overlay = .help(top: scrolled(top, key))
        case .log(let top): self.overlay = .log(top: scrolled(top, key))
        case .behind(let card): return press(key, in: card)
        case .staffing(let top): self.overlay = .staffing(top: scrolled(top, key))
        case .directory(let card): return press(key, in: card)
        case .debug, .spoken:
            if key == Key(.enter) { self.overlay = nil }
        }
        return []
    }

    private mutating func closeOverlay() -> [Effect] {
        if case .form(let form) = overlay {
            keep(form)
            if case .register = form.purpose {
                overlay = nil
                leave(form)
                return drafts.due(at: nil, agent: agent, now: now).map { .saveDraft($0) }
            }
        }
        overlay = nil
        return []
    }

    private func scrolled(_ top: Int, _ key: Key) -> Int {
        let page = max(1, size.height - 8)
        return switch Movement(key) {
        case .up: max(0, top - 1)
        case .down: top + 1
        case .pageUp: max(0, top - page)
        case .pageDown: top + page
        case .home: 0
        case .end: 10_000
        case nil: top
        }
    }

    // MARK: Menu

    private mutating func press(_ key: Key, inMenu view: ListView<CommandName>) -> [Effect] {
        var view = view
        if let movement = Movement(key) {
            view.move(movement, in: menuItems)
            overlay = .menu(view)
            return []
        }
        let context = keyContext
        if key == Key(.enter), let name = view.selected {
            overlay = nil
            return runFromMenu(name)
        }
        if let command = CommandTable.command(for: key, in: context) {
            overlay = nil
            return command.name == .menu ? [] : run(command.name)
        }
        return []
    }

    /// What wants a word goes to the prompt.
    private mutating func runFromMenu(_ name: CommandName) -> [Effect] {
        guard CommandTable[name]?.takesArgument == true else { return run(name) }
        let effects = startPrompt()
        let word = texts.command(name).word
        prompt?.field.reset(word + " ")
        return effects
    }

    // MARK: History and search

    private mutating func press(_ key: Key, inHistory view: ListView<InquiryID>) -> [Effect] {
        var view = view
        if let movement = Movement(key) {
            view.move(movement, in: historyItems)
            overlay = .history(view)
        } else if key == Key(.enter), let id = view.selected {
            overlay = nil
            return open(id)
        }
        return []
    }

    private mutating func press(_ key: Key, in card: FindCard) -> [Effect] {
        var card = card
        if let movement = Movement(key), movement != .home, movement != .end {
            card.view.move(movement, in: card.items)
            overlay = .find(card)
            return []
        }
        if key == Key(.enter) { return choose(card) }
        let before = card.field.text
        card.field.handle(key)
        overlay = .find(card)
        return card.field.text == before ? [] : searchEffects()
    }

    /// Enter: a whole reference goes straight to its inquiry, else the selected hit.
    private mutating func choose(_ card: FindCard) -> [Effect] {
        let query = FindQuery(card.field.text, year: zone.date(at: now).year)
        if let reference = query.references.first { return [.find(reference)] }
        guard let row = card.view.selected, let hit = card.hits.first(where: { $0.row == row }) else {
            return []
        }
        overlay = nil
        return open(hit.head.id)
    }

    // MARK: What can't be undone

    private mutating func press(_ key: Key, in card: ConfirmCard) -> [Effect] {
        var card = card
        guard key == Key(.enter) else {
            card.field.handle(key)
            overlay = .confirm(card)
            return []
        }
        guard card.matches else {
            refuse(.unknownArgument(card.field.text))
            return []
        }
        overlay = nil
        switch card.deed {
        case .erase: return submit([.eraseContent(card.inquiry)], inquiry: card.inquiry, done: .erased)
        case .void(let reason):
            return submit([.void(card.inquiry, reason)], inquiry: card.inquiry, done: .voided)
        }
    }

    mutating func pasteInOverlay(_ text: String) -> [Effect] {
        switch overlay {
        case .form(var form):
            form.paste(text)
            overlay = .form(form)
            keep(form)
        case .find(var card):
            card.field.paste(text)
            overlay = .find(card)
            return searchEffects()
        case .picker(var picker):
            picker.typed { $0.paste(text) }
            overlay = .picker(picker)
        case .directory(let card): paste(text, in: card)
        case .receipt(var card):
            card.reason.paste(text)
            overlay = .receipt(card)
        default: break
        }
        return []
    }
}

extension ConfirmCard {
    /// The number, with or without its check character.
    var matches: Bool {
        let typed = field.text.uppercased().filter { $0 != " " && $0 != "-" }
        return !typed.isEmpty && typed == reference.filter { $0 != "-" }
    }
}
