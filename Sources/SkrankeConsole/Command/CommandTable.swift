import SkrankeScreen

/// The one table, in the order in which menus and the key bar show it.
public enum CommandTable {
    public static let all: [ConsoleCommand] =
        TakingCommands.all + DeskCommands.all + TalkingCommands.all + OnwardCommands.all + VisitCommands.all
        + LinkCommands.all + DirectoryCommands.all + FinishingCommands.all + FindingCommands.all
        + GoingCommands.all + ProgramCommands.all

    private static let byName: [CommandName: ConsoleCommand] = {
        Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }()

    private static let byKey: [KeyContext: [Key: CommandName]] = {
        var table: [KeyContext: [Key: CommandName]] = [:]
        for command in all {
            for binding in command.bindings {
                for context in binding.contexts where table[context]?[binding.key] == nil {
                    table[context, default: [:]][binding.key] = command.name
                }
            }
        }
        return table
    }()

    public static subscript(name: CommandName) -> ConsoleCommand? { byName[name] }

    /// The command that a key means in a context.
    public static func command(for key: Key, in context: KeyContext) -> ConsoleCommand? {
        byKey[context]?[key].flatMap { byName[$0] }
    }

    /// Keys that mean two things in one context: none, as a test proves.
    public static var clashes: [(KeyContext, Key, CommandName, CommandName)] {
        var found: [(KeyContext, Key, CommandName, CommandName)] = []
        for command in all {
            for binding in command.bindings {
                for context in binding.contexts {
                    if let other = byKey[context]?[binding.key], other != command.name {
                        found.append((context, binding.key, command.name, other))
                    }
                }
            }
        }
        return found
    }

    /// The commands that the prompt's word means, best first: whole words before beginnings.
    static func matching(_ word: String, _ texts: Texts) -> [ConsoleCommand] {
        let word = word.lowercased()
        if word.isEmpty { return all }
        let whole = all.filter { $0.name.rawValue == word || texts.command($0.name).word == word }
        let begin = all.filter { command in
            !whole.contains { $0.name == command.name }
                && (command.name.rawValue.hasPrefix(word) || texts.command(command.name).word.hasPrefix(word))
        }
        return whole + begin
    }
}

extension AppState {
    /// Where the keys go at this moment, overlays and prompts aside.
    var keyContext: KeyContext {
        if screen == .overview { return .overview }
        if screen == .pile { return .queue }
        switch focus {
        case .queue: return .queue
        case .inquiry: return .inquiry
        case .editor: return .editor
        }
    }
}
