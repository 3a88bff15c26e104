import SkrankeDomain
import SkrankeScreen

/// The program itself: menu, prompt, help, presence, language, leaving.
enum ProgramCommands {
    static let all: [ConsoleCommand] = [
        ConsoleCommand(
            .presence, .program, .reversible, [.letter("p", .plain)],
            unless: { state in
                reason { () throws(Reason) in try state.permit(.setPresence(state.agent, .available), nil) }
            },
            perform: { state, _ in state.askPresence() }),
        ConsoleCommand(
            .menu, .program, .none, [.letter(" ", .plain)], perform: { state, _ in state.showMenu() }),
        ConsoleCommand(
            .command, .program, .none, [.letter(":", .plain)], perform: { state, _ in state.startPrompt() }),
        ConsoleCommand(
            .help, .program, .none, [.letter("?", .plain), .key(.function(1))],
            perform: { state, _ in
                state.overlay = .help(top: 0)
                return []
            }),
        ConsoleCommand(
            .log, .program, .none, [],
            perform: { state, _ in
                state.overlay = .log(top: 0)
                return []
            }),
        ConsoleCommand(
            .language, .program, .none, [], takesArgument: true,
            perform: { state, argument in state.setLanguage(argument) }),
        ConsoleCommand(
            .theme, .program, .none, [], takesArgument: true,
            perform: { state, argument in
                if argument.isEmpty {
                    state.refuse(.unknownArgument(""))
                    return []
                }
                return [.setTheme(argument)]
            }),
        ConsoleCommand(
            .bell, .program, .none, [], takesArgument: true,
            perform: { state, argument in state.setBell(argument) }),
        ConsoleCommand(.redraw, .program, .none, [.control("l")], perform: { _, _ in [.redraw] }),
        ConsoleCommand(
            .debug, .program, .none, [.key(.function(12))],
            perform: { state, _ in
                state.overlay = .debug
                return []
            }),
        ConsoleCommand(
            .suspend, .program, .none, [.control("z")],
            perform: { state, _ in
                state.drafts.due(at: nil, agent: state.agent, now: state.now).map { .saveDraft($0) }
                    + [.suspend]
            }),
        ConsoleCommand(
            .quit, .program, .none, [.control("q")], perform: { state, _ in state.askQuit() }),
    ]
}

extension AppState {
    mutating func showMenu() -> [Effect] {
        var view = ListView<CommandName>(height: 12)
        view.update(menuItems, height: 40)
        overlay = .menu(view)
        return []
    }

    /// What the menu offers, possible or not: everything that has a key here, by groups.
    var menuCommands: [ConsoleCommand] {
        let here = CommandTable.all.filter {
            $0.name != .menu && ($0.key(in: keyContext) != nil || $0.bindings.isEmpty)
        }
        return CommandGroup.allCases.flatMap { group in here.filter { $0.group == group } }
    }

    var menuItems: ListItems<CommandName> { ListItems(menuCommands.map(\.name)) }

    mutating func startPrompt() -> [Effect] {
        prompt = Prompt(kind: .command, field: LineEditor(width: max(10, size.width - 4), scalarLimit: 200))
        return []
    }

    mutating func setLanguage(_ word: String) -> [Effect] {
        guard let language = Texts.language(word) else {
            refuse(.unknownArgument(word))
            return []
        }
        self.language = language
        for pane in QueuePane.allCases { lists[pane.rawValue - 1].outdate(at: uptime) }
        say(.info, texts.languageChanged)
        return [.setLanguage(language)]
    }

    mutating func setBell(_ word: String) -> [Effect] {
        switch word {
        case "av", "off", "0": settings.bells = []
        case "på", "on", "1", "": settings.bells = Set(QueuePane.allCases)
        default:
            // One channel's own: it is added, or taken away where it rang.
            let pane = QueuePane.allCases.first { texts.paneShort($0).lowercased() == word }
            guard let pane else {
                refuse(.unknownArgument(word))
                return []
            }
            settings.bells.formSymmetricDifference([pane])
        }
        say(.info, texts.bellChanged(settings.bells.isEmpty))
        return []
    }

    /// Citizens who wait in chat and whom nobody would answer: their questions get a later date (R46).
    private var chatsLeftAlone: Int {
        let others = sessions.contains { $0.agent != agent && $0.presence != .off }
        return others ? 0 : board.waitingChats
    }

    /// Saves all that is unsaved; asks where something would be left behind.
    mutating func askQuit() -> [Effect] {
        let saves: [Effect] = drafts.due(at: nil, agent: agent, now: now).map { .saveDraft($0) }
        let unsent = drafts.unsent.count
        let live = board.liveChats
        let left = chatsLeftAlone
        let held = board.open(of: agent)
        if unsent == 0, live == 0, left == 0, held == 0, pending.isEmpty { return saves + [.quit] }
        var intro: [String] = []
        if unsent > 0 { intro.append(texts.quitDrafts(unsent)) }
        if live > 0 { intro.append(texts.quitChats(live)) }
        if held > 0 { intro.append(texts.quitHeld(held)) }
        if left > 0 { intro.append(texts.quitLast(left)) }
        if !pending.isEmpty { intro.append(texts.quitPending(pending.count)) }
        prompt = nil
        overlay = .picker(
            Picker(
                .quit, title: texts.quitTitle, intro: intro,
                options: handOverFirst + [
                    Picker.Option(.cancel, texts.letterCancel, texts.cancel),
                    Picker.Option(.confirm, texts.letterQuit, texts.quitConfirm),
                ]))
        return saves
    }
}
