import SkrankeDomain
import SkrankeScreen

/// Brings what depends on the size into line after each action: heights, fields, wrapped text. Cheap where
/// nothing has changed, so that a frame has nothing left to reckon.
enum Settle {
    static func apply(_ state: inout AppState) {
        let layout = DeskLayout(state)
        guard layout.mode != .tooSmall else { return }
        for (pane, rect) in layout.queues {
            let index = pane.rawValue - 1
            let height = DeskLayout.listArea(rect).height
            if state.lists[index].view.height != height {
                let items = state.lists[index].items
                state.lists[index].view.update(items, height: height)
                if !state.lists[index].isHeld { state.lists[index].view.showTop(items, keepsSelection: true) }
            }
        }
        wrap(&state, layout)
        if let reply = layout.reply, let (key, _) = state.activeDraft {
            let area = DeskLayout.editorArea(reply)
            state.drafts.resize(key, area.size)
        }
    }

    private static func wrap(_ state: inout AppState, _ layout: DeskLayout) {
        guard let width = layout.story?.width,
            let index = state.tabs.firstIndex(where: { $0.id == state.current }),
            let file = state.tabs[index].file
        else { return }
        let key = Timeline.Key(
            version: file.inquiry.version, texts: file.texts.count, width: width, language: state.language,
            today: state.zone.date(at: state.now), isUnfolded: state.tabs[index].isUnfolded)
        guard state.tabs[index].timeline.key != key else { return }
        state.tabs[index].timeline = Timeline(
            Story(file, state), width: width, authorWidth: width >= 60 ? 12 : 8, key: key)
    }
}

extension DraftBox {
    mutating func resize(_ key: DraftKey, _ size: Size) {
        if drafts[key] == nil { drafts[key] = DraftState() }
        if drafts[key]?.editor.size != size { drafts[key]?.editor.resize(size) }
    }
}
