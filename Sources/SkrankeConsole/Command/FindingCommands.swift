import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Arrival by hand, and finding again.
enum FindingCommands {
    static let all: [ConsoleCommand] = [
        ConsoleCommand(
            .register, .take, .none, [.letter("N", .plain)],
            unless: { state in
                reason { () throws(Reason) in
                    try state.permit(
                        .registerInquiry(id: AppState.nobody, Registration(channel: .phone, text: "")), nil)
                }
            },
            perform: { state, _ in state.askRegistration() }),
        ConsoleCommand(
            .filter, .find, .none, [.letter("/", [.queue])],
            unless: { $0.focus.isQueue && $0.screen == .desk ? nil : .nothingSelected },
            perform: { state, _ in state.startFilter() }),
        ConsoleCommand(
            .find, .find, .none, [.letter("f", .plain)],
            unless: { $0.mayRead ? nil : .mayNotRead },
            perform: { state, argument in state.startFind(argument) }),
        ConsoleCommand(
            .history, .find, .none, [.letter("i")],
            unless: { state in reason { () throws(Reason) in _ = try state.target() } },
            perform: { state, _ in state.whenLoaded(.history) { $0.showHistory() } }),
        ConsoleCommand(
            .copyReference, .find, .none, [.letter("y")],
            unless: { state in reason { () throws(Reason) in _ = try state.target() } },
            perform: { state, _ in
                guard let head = try? state.target() else { return [] }
                state.say(.info, state.texts.copied(head.reference.text))
                return [.copy(head.reference.text)]
            }),
    ]
}

extension AppState {
    /// Stands for an id that does not exist yet, where a guard wants one.
    static let nobody = InquiryID(Identifier(high: 0, low: 0))

    mutating func startFilter() -> [Effect] {
        guard case .queue(let pane) = focus else { return [] }
        prompt = Prompt(
            kind: .filter(pane),
            field: LineEditor(list(pane).filter, width: max(10, size.width - 20), scalarLimit: 100))
        return []
    }

    mutating func startFind(_ text: String) -> [Effect] {
        var card = FindCard()
        card.field = LineEditor(text, width: 40, scalarLimit: 200)
        overlay = .find(card)
        return text.isEmpty ? [] : searchEffects()
    }

    /// Asks the store for what is typed; a reference is looked up as one.
    mutating func searchEffects() -> [Effect] {
        guard case .find(var card) = overlay else { return [] }
        card.generation += 1
        let query = FindQuery(card.field.text, year: zone.date(at: now).year)
        let isBlank = query.text.isBlank
        card.known = isBlank ? [] : openOnes(query)
        card.hits = FindQuery.hits(direct: card.known, words: [])
        if isBlank { card.answered = card.generation }
        card.view.update(card.items, height: 14)
        overlay = .find(card)
        return isBlank ? [] : [.search(query, generation: card.generation)]
    }

    /// Everything else of this citizen that we know of, by contact, telephone or address.
    mutating func showHistory() -> [Effect] {
        guard let id = current, let tab = currentTab, let file = tab.file else { return [] }
        var view = ListView<InquiryID>(height: 12)
        view.update(historyItems, height: 12)
        overlay = .history(view)
        guard let contact = file.contact else { return [] }
        var effects: [Effect] = []
        var query = HeadQuery(limit: 100)
        if let phone = contact.phone {
            query.phone = phone
        } else if let email = contact.email {
            query.email = email
        } else {
            query.contact = contact.id
        }
        effects.append(.loadHistory(id, query))
        change(id) { $0.asksHistory = true }
        return effects
    }

    var historyItems: ListItems<InquiryID> { ListItems(currentTab?.history?.map(\.id) ?? []) }
}
