import SkrankeDomain
import SkrankeScreen

/// The text field under the inquiry, or what can be done to get one.
enum ReplyView {
    static func draw(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) -> Point {
        guard let id = state.current else { return rect.origin }
        let head = state.head(id)
        guard case .editor(let kind) = state.focus else { return drawClosed(id, head, state, rect, &canvas) }
        let texts = state.texts
        let key = DraftKey(id, kind.draftKind)
        let title =
            mailTitle(kind, state)
            ?? texts.editorTitle(
                kind, spoken: head?.channel.isSpoken ?? false, to: head?.reference.short ?? "", head?.name)
        var box = Box.pane(title, focused: true, statuses: texts.editorKeys(kind))
        if kind == .note { box.title = Style(.internalNote, bold: true) }
        let inner = canvas.box(box, in: rect)
        let area = DeskLayout.editorArea(rect)
        let draft = state.drafts[key]
        var cursor = area.origin
        if let draft {
            let style = Style(draft.isSending ? .disabled : kind == .note ? .internalNote : .input)
            cursor = draft.editor.draw(on: &canvas, in: area, style)
        }
        let status = count(draft, state) + afterwards(head, kind, draft, state)
        let width = TextWidth.of(status)
        canvas.text(
            status, at: Point(x: max(inner.x + 1, inner.maxX - width - 1), y: inner.maxY - 1),
            Style(.secondary))
        return cursor
    }

    /// A letter always says to whom it goes, and whether that is the citizen whose inquiry it is (issue 10).
    private static func mailTitle(_ kind: EditorKind, _ state: AppState) -> String? {
        guard kind == .reply, let file = state.currentTab?.file, file.inquiry.channel == .email,
            !file.inquiry.mail.letters.isEmpty, let address = file.answerAddress
        else { return nil }
        return state.texts.mailReply(address.address, isStranger: file.answersStranger)
    }

    /// With nothing to write any more: the key that ends it.
    private static func afterwards(
        _ head: InquiryHead?, _ kind: EditorKind, _ draft: DraftState?, _ state: AppState
    ) -> String {
        guard kind == .reply, draft?.editor.isEmpty != false, let head,
            KeyBarOrder.work(head, state).first == .close
        else { return "" }
        return " | " + state.texts.hint(.close, in: .editor)
    }

    private static func count(_ draft: DraftState?, _ state: AppState) -> String {
        let texts = state.texts
        guard let draft, !draft.editor.isEmpty else { return texts.characters(0) }
        let characters = texts.characters(draft.editor.count)
        if draft.isSending { return characters + " | " + texts.sending }
        if draft.isDirty || draft.savingText != nil { return characters + " | " + texts.notSavedYet }
        guard let saved = draft.savedAt else { return characters }
        return characters + " | " + texts.saved(Phrases.clock(state.zone.wallTime(at: saved)))
    }

    /// Nobody writes: the draft that waits, and the keys that open the field.
    private static func drawClosed(
        _ id: InquiryID, _ head: InquiryHead?, _ state: AppState, _ rect: Rect, _ canvas: inout Canvas
    ) -> Point {
        let texts = state.texts
        let draft =
            state.drafts[DraftKey(id, .reply)].flatMap { $0.editor.isEmpty ? nil : $0 }
            ?? state.drafts[DraftKey(id, .note)].flatMap { $0.editor.isEmpty ? nil : $0 }
        canvas.box(Box.pane(draft == nil ? texts.replyWord : texts.draftWaits, focused: false), in: rect)
        let area = DeskLayout.editorArea(rect)
        if let draft {
            for (row, line) in TextWrap.lines(draft.text, width: area.width).prefix(area.height).enumerated()
            {
                canvas.text(
                    line, at: Point(x: area.x, y: area.y + row),
                    Style(draft.isSending ? .disabled : .inputPlaceholder))
            }
        } else {
            canvas.field(hint(head, state), at: area.origin, width: area.width, Style(.inputPlaceholder))
        }
        return area.origin
    }

    private static func hint(_ head: InquiryHead?, _ state: AppState) -> String {
        let texts = state.texts
        guard let head else { return "" }
        if !head.state.isOpen { return texts.closedHint(texts.state(head.state)) }
        if let owner = head.owner, owner != state.agent { return texts.heldByHint(state.naming.short(owner)) }
        return texts.hints(KeyBarOrder.work(head, state).prefix(4))
    }
}
