import SkrankeDomain
import SkrankeScreen

/// The `:` prompt with its completion, and the filter of a queue.
extension AppState {
    mutating func pressInPrompt(_ key: Key) -> [Effect] {
        guard var prompt else { return [] }
        if key == .control("q") { return run(.quit) }
        switch key {
        case Key(.escape): return leavePrompt()
        case Key(.enter): return enterPrompt()
        case Key(.tab) where prompt.kind == .command, Key(.backTab) where prompt.kind == .command:
            complete(by: key == Key(.tab) ? 1 : -1)
            return []
        case Key(.up):
            if prompt.kind == .command, let line = promptHistory.older(than: prompt.field.text) {
                prompt.field.reset(line)
            }
        case Key(.down):
            if prompt.kind == .command, let line = promptHistory.newer() { prompt.field.reset(line) }
        default:
            if key == Key(.backspace), prompt.field.isEmpty { return leavePrompt() }
            prompt.field.handle(key)
        }
        prompt.stem = nil
        self.prompt = prompt
        return promptChanged()
    }

    /// A filter works while it is typed.
    mutating func promptChanged() -> [Effect] {
        guard let prompt, case .filter(let pane) = prompt.kind else { return [] }
        let text = prompt.field.text.lowercased()
        guard lists[pane.rawValue - 1].filter != text else { return [] }
        lists[pane.rawValue - 1].filter = text
        refresh(pane)
        return []
    }

    private mutating func leavePrompt() -> [Effect] {
        if case .filter(let pane) = prompt?.kind {
            lists[pane.rawValue - 1].filter = ""
            refresh(pane)
        }
        prompt = nil
        return []
    }

    private mutating func enterPrompt() -> [Effect] {
        guard let prompt else { return [] }
        self.prompt = nil
        guard prompt.kind == .command else { return [] }
        let line = prompt.field.text
        promptHistory.remember(line)
        return runLine(line)
    }

    /// `:word argument`, in the user's language or in English.
    mutating func runLine(_ line: String) -> [Effect] {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard let word = words.first else { return [] }
        let matches = CommandTable.matching(word, texts)
        guard let command = matches.first, matches.count == 1 || isWhole(word, command) else {
            refuse(.unknownCommand(word))
            return []
        }
        let argument = words.count > 1 ? words[1].filter { $0 != " " } : ""
        if !argument.isEmpty, !command.takesArgument, command.name != .find {
            refuse(.unknownArgument(argument))
            return []
        }
        return run(command.name, command.name == .find && words.count > 1 ? words[1] : argument)
    }

    private func isWhole(_ word: String, _ command: ConsoleCommand) -> Bool {
        command.name.rawValue == word.lowercased() || texts.command(command.name).word == word.lowercased()
    }

    /// What Tab offers for what was typed so far.
    var completions: [String] {
        guard let prompt, prompt.kind == .command else { return [] }
        let typed = prompt.stem ?? prompt.field.text
        let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if words.count == 2, let command = CommandTable.matching(words[0], texts).first {
            return arguments(of: command.name).filter { $0.hasPrefix(words[1].lowercased()) }.map {
                words[0] + " " + $0
            }
        }
        guard words.count <= 1 else { return [] }
        let word = (words.first ?? "").lowercased()
        let own = CommandTable.all.map { texts.command($0.name).word }.filter { $0.hasPrefix(word) }
        let english = CommandTable.all.filter { !texts.command($0.name).word.hasPrefix(word) }.map(
            \.name.rawValue)
        return own + english.filter { $0.hasPrefix(word) }
    }

    private func arguments(of name: CommandName) -> [String] {
        switch name {
        case .language: Language.allCases.map(\.rawValue)
        case .theme: ["skranke", "lys", "kontrast", "fargesvak", "uten-farger"]
        case .bell: texts.bellWords
        default: []
        }
    }

    private mutating func complete(by step: Int) {
        guard var prompt else { return }
        if prompt.stem == nil {
            prompt.stem = prompt.field.text
            prompt.completion = step > 0 ? -1 : 0
        }
        self.prompt = prompt
        let offers = completions
        guard !offers.isEmpty else { return }
        prompt.completion = (prompt.completion + step + offers.count) % offers.count
        prompt.field.reset(offers[prompt.completion])
        self.prompt = prompt
    }
}
