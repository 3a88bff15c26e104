import SkrankeDomain
import SkrankeScreen

/// Keys as they are printed on the key bar and in the help.
extension Texts {
    /// A command's key with what it does, from the one table: «l: løst»; from a text field «Esc, l: løst».
    func hint(_ name: CommandName, in context: KeyContext = .inquiry) -> String {
        guard let command = CommandTable[name] else { return "" }
        let label = self.command(name).label.lowercased()
        if let key = command.key(in: context) { return "\(self.key(key)): \(label)" }
        guard context == .editor, let key = command.key(in: .inquiry),
            let leave = CommandTable[.back]?.key(in: .editor)
        else { return ":" + self.command(name).word }
        return "\(self.key(leave)), \(self.key(key)): \(label)"
    }

    /// A command's key where no text is typed.
    func key(of name: CommandName) -> String {
        CommandTable[name]?.key(in: .queue).map { key($0) } ?? ""
    }

    func hints(_ names: some Sequence<CommandName>) -> String {
        names.map { hint($0) }.joined(separator: "   ")
    }

    func key(_ key: Key) -> String {
        var text = ""
        if key.modifiers.contains(.control) { text += "Ctrl+" }
        if key.modifiers.contains(.alt) { text += "Alt+" }
        if key.modifiers.contains(.shift) { text += "Shift+" }
        return text + name(key.code, isModified: !key.modifiers.isEmpty)
    }

    private func name(_ code: Key.Code, isModified: Bool) -> String {
        switch code {
        case .scalar(0x20): return "Space"
        case .scalar(let value):
            guard let scalar = Unicode.Scalar(value) else { return "" }
            let letter = String(Character(scalar))
            return isModified ? letter.uppercased() : letter
        case .enter: return "Enter"
        case .tab: return "Tab"
        case .backTab: return "Shift+Tab"
        case .escape: return "Esc"
        case .backspace: return t("Rett", "Rett", "Backspace")
        case .delete: return "Del"
        case .insert: return "Ins"
        case .up: return t("opp", "opp", "up")
        case .down: return t("ned", "ned", "down")
        case .left: return t("venstre", "venstre", "left")
        case .right: return t("høyre", "høgre", "right")
        case .home: return "Home"
        case .end: return "End"
        case .pageUp: return "PgUp"
        case .pageDown: return "PgDn"
        case .function(let number): return "F\(number)"
        }
    }
}
