import SkrankeDomain
import SkrankeScreen

/// One agent, four channels: the pile, the end of a shift, and what a supervisor moves (issue 10).
enum DeskCommands {
    static let all: [ConsoleCommand] = [
        ConsoleCommand(
            .pile, .go, .none, [.key(.function(5))], perform: { state, _ in state.switchPile() }),
        ConsoleCommand(
            .handOver, .take, .reversible, [.letter("o", .plain)],
            unless: { state in
                reason { () throws(Reason) in
                    guard state.mayRead else { throw .mayNotRead }
                    if state.board.open(of: state.agent) == 0 { throw .nothingHeld }
                    if state.fault != nil { throw .storeAway }
                }
            },
            perform: { state, _ in state.askHandOver() }),
        ConsoleCommand(
            .assign, .take, .reversible, [.letter("D", .plain)],
            unless: { state in reason { () throws(Reason) in try state.mayAssign() } },
            perform: { state, _ in state.askAssign() }),
        ConsoleCommand(
            .moveAgent, .program, .reversible, [.letter("m", [.overview])],
            unless: { state in
                reason { () throws(Reason) in
                    try state.permit(.assignChannels(state.agent, []), nil)
                    if state.atWork.isEmpty { throw .noColleagues }
                }
            },
            perform: { state, _ in state.askMoveAgent() }),
        ConsoleCommand(
            .staffingTable, .program, .none, [.letter("b", [.overview])],
            perform: { state, _ in
                state.overlay = .staffing(top: 0)
                return []
            }),
    ]
}

extension AppState {
    // MARK: Presence

    /// All that one can be, and every code of the municipality's list: one letter each.
    mutating func askPresence() -> [Effect] {
        var options = [Presence.available, .busy, .wrapUp, .blocked, .off].map {
            Picker.Option(.presence($0), texts.letter($0), texts.presence($0))
        }
        if policy.absences.isEmpty {
            options.insert(
                Picker.Option(.presence(.paused), texts.letter(.paused), texts.presence(.paused)), at: 3)
        }
        var used = Set(options.compactMap(\.letter))
        for absence in policy.absences {
            let name = absence.name[language] ?? absence.name[.nb] ?? absence.code
            let letters = (absence.code + name).lowercased().unicodeScalars
            let letter = letters.first { $0.properties.isAlphabetic && !used.contains($0) }
            if let letter { used.insert(letter) }
            options.append(
                Picker.Option(
                    .absence(absence.code), letter, texts.presence(.paused) + ": " + name,
                    detail: absence.code))
        }
        var picker = Picker(.presence, title: texts.presenceTitle, options: options)
        let here = standing
        picker.view.select(
            here.detail.absence.map { .absence($0) } ?? .presence(here.presence), in: picker.items)
        overlay = .picker(picker)
        return []
    }

    mutating func become(_ presence: Presence, _ detail: PresenceDetail) -> [Effect] {
        let before = standing
        let back = Intent.setPresence(agent, before.presence, before.detail)
        return submit(
            [.setPresence(agent, presence, detail)], inquiry: nil, done: .presence(presence),
            undo: step(.presence(before.presence), nil, [back]))
    }

    // MARK: Whom a supervisor gives what

    func mayAssign() throws(Reason) {
        let head = try openTarget()
        try permit(.assign(head.id, to: agent), head)
        if colleagues(besides: head.owner).isEmpty { throw .noColleagues }
    }

    mutating func askAssign() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        let people = colleagues(besides: head.owner)
        overlay = .picker(
            Picker(
                .assign(head.id), title: texts.assignTitle(head.reference.short), options: options(people)))
        return []
    }

    mutating func askMoveAgent() -> [Effect] {
        overlay = .picker(Picker(.moveAgent, title: texts.moveAgentTitle, options: options(atWork)))
        return []
    }

    mutating func askMoveAgentTo(_ who: AgentID) -> [Effect] {
        var options = QueuePane.allCases.map { pane in
            Picker.Option(
                .pane(pane), Unicode.Scalar(UInt8(48 + pane.rawValue)), texts.onlyPane(texts.paneTitle(pane)))
        }
        options.append(Picker.Option(.all, "0", texts.allPanes))
        overlay = .picker(
            Picker(
                .moveAgentTo(who), title: texts.moveAgentToTitle(naming.short(who)),
                intro: [texts.servesNow(agents[who]?.panes, self)], options: options))
        return []
    }

    /// A letter each: of the name, where it is free.
    func options(_ people: [AgentID]) -> [Picker.Option] {
        var used: Set<Unicode.Scalar> = []
        return people.map { who in
            let letters = naming.full(who).lowercased().unicodeScalars
            let letter = letters.first { $0.properties.isAlphabetic && !used.contains($0) }
            if let letter { used.insert(letter) }
            return Picker.Option(.agent(who), letter, naming.full(who), detail: texts.atWork(who, self))
        }
    }
}
