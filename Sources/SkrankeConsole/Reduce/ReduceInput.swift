import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Keys, pastes, the mouse. The order in which they are asked: prompt, overlay, text field, command table.
extension AppState {
    mutating func input(_ event: InputEvent) -> [Effect] {
        switch event {
        case .resize(let size): self.size = ScreenLimits.usable(size)
        case .focus: break
        case .paste(let text): return paste(text)
        case .mouse(let mouse): return click(mouse)
        case .key(let key): return press(key)
        }
        return []
    }

    private mutating func press(_ key: Key) -> [Effect] {
        lastKeyAt = uptime
        // Esc and a key typed at once look like Alt with the key: where that means nothing, it was the two.
        if key.modifiers.contains(.alt), !means(key) {
            return press(Key(.escape)) + press(Key(key.code, key.modifiers.subtracting(.alt)))
        }
        // The shell's key, wherever the hand is.
        if key == .control("z") { return run(.suspend) }
        if DeskLayout.mode(size) == .tooSmall {
            // Nothing can be seen: nothing may be done, but leaving.
            return key == .control("q") ? run(.quit) : []
        }
        if key == .control("l") { return run(.redraw) }
        // What waited for its file is not done later, under another key's hand.
        for index in tabs.indices where tabs[index].afterLoad != nil { tabs[index].afterLoad = nil }
        if key == .control("c") || key == .control("\\") {
            say(.info, texts.howToQuit)
            return []
        }
        if isDeaf(to: key) { return [] }
        if prompt != nil { return pressInPrompt(key) }
        if overlay != nil { return pressInOverlay(key) }
        if screen == .desk, focus.isEditor { return pressInEditor(key) }
        return pressInList(key)
    }

    /// Words that were meant for a field that did not open must not become commands.
    private mutating func isDeaf(to key: Key) -> Bool {
        guard uptime < deafUntil else { return false }
        let isTyping: Bool
        switch key.code {
        case .scalar: isTyping = key.modifiers.isEmpty
        case .enter, .backspace, .tab: isTyping = true
        default: isTyping = false
        }
        deafUntil = isTyping ? uptime + HandTiming.typing : -10_000
        if isTyping { say(.info, texts.typedNowhere) }
        return isTyping
    }

    /// A field's editing key, or a command's.
    private func means(_ key: Key) -> Bool {
        if CommandTable.command(for: key, in: keyContext) != nil { return true }
        let isTyping = prompt != nil || overlay != nil || (screen == .desk && focus.isEditor)
        return isTyping && EditCommand(key) != nil
    }

    private mutating func pressInList(_ key: Key) -> [Effect] {
        if let movement = Movement(key) {
            move(movement)
            return []
        }
        if screen == .overview, let effects = overviewKey(key) { return effects }
        guard let command = CommandTable.command(for: key, in: keyContext) else { return [] }
        return run(command.name)
    }

    /// In a text field only what is no text is a command: everything else is the writer's.
    private mutating func pressInEditor(_ key: Key) -> [Effect] {
        if let command = CommandTable.command(for: key, in: .editor) { return run(command.name) }
        // The conversation is read while the answer is written.
        if key == Key(.pageUp) || key == Key(.pageDown) {
            scrollStory(key == Key(.pageUp) ? .pageUp : .pageDown)
            return []
        }
        return edit { $0.handle(key) }
    }

    private mutating func paste(_ text: String) -> [Effect] {
        lastKeyAt = uptime
        guard DeskLayout.mode(size) != .tooSmall else { return [] }
        if prompt != nil {
            prompt?.field.paste(text)
            return promptChanged()
        }
        if overlay != nil { return pasteInOverlay(text) }
        guard screen == .desk, focus.isEditor else {
            say(.info, texts.pasteNowhere)
            return []
        }
        return edit { $0.paste(text) }
    }

    /// Changes the text in focus, and tells others that somebody writes.
    private mutating func edit(_ change: (inout TextEditor) -> EditOutcome) -> [Effect] {
        guard let (key, kind) = activeDraft else { return [] }
        if drafts[key]?.isSending == true {
            refuse(.isSending)
            return []
        }
        if case .refused(.tooLong(let limit, _)) = drafts.edit(key, at: uptime, change) {
            refuse(.refusal(.textTooLong(limit: limit)))
        }
        guard kind == .reply, let id = current, uptime - memory.typingSentAt >= HandTiming.typingGap else {
            return []
        }
        guard head(id)?.owner == agent, drafts[key]?.editor.isEmpty == false else { return [] }
        memory.typingSentAt = uptime
        return [.ephemeral(Ephemeral(kind: .typing, inquiry: id, who: .agent(agent)))]
    }

    /// Moves the selection or scrolls the story; costs nothing that grows with the list.
    mutating func move(_ movement: Movement) {
        if screen == .overview {
            moveInOverview(movement)
            return
        }
        if screen == .pile {
            pile.view.move(movement, in: pile.items)
            return
        }
        switch focus {
        case .queue(let pane):
            let items = list(pane).items
            lists[pane.rawValue - 1].move(movement, in: items)
        case .inquiry, .editor: scrollStory(movement)
        }
    }

    mutating func scrollStory(_ movement: Movement) {
        guard let height = DeskLayout(self).story?.height, let tab = currentTab else { return }
        let top = tab.timeline.top(tab.anchor, height: height)
        let page = max(1, height - 1)
        let target =
            switch movement {
            case .up: top - 1
            case .down: top + 1
            case .pageUp: top - page
            case .pageDown: top + page
            case .home: 0
            case .end: Int.max / 2
            }
        let anchor = tab.timeline.anchor(top: max(0, target), height: height)
        change(tab.id) { $0.anchor = anchor }
    }

    /// Runs a command: the reason why not, or what it does.
    mutating func run(_ name: CommandName, _ argument: String = "") -> [Effect] {
        guard let command = CommandTable[name] else { return [] }
        if let reason = command.disabledReason(self) {
            refuse(reason)
            if name.opensField { deafUntil = uptime + HandTiming.typing }
            return []
        }
        let isRisky = command.risk == .citizenVisible || command.risk == .destructive
        if isRisky, uptime - surprisedAt < HandTiming.surprise {
            say(.info, texts.tooFast)
            return []
        }
        return command.perform(&self, argument)
    }
}
