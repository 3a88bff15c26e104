import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Which text this is: two drafts never mix.
public struct DraftKey: Hashable, Sendable {
    /// Nil for the registration form.
    public var inquiry: InquiryID?
    public var kind: Draft.Kind
    public init(_ inquiry: InquiryID?, _ kind: Draft.Kind) {
        self.inquiry = inquiry
        self.kind = kind
    }
}

extension EditorKind {
    var draftKind: Draft.Kind { self == .reply ? .reply : .note }
}

/// Unsent text with its field, and how far it is saved.
public struct DraftState: Sendable {
    public internal(set) var editor: TextEditor
    /// What the store has; nil before anything was saved.
    public internal(set) var savedText: String?
    public internal(set) var savedAt: Moment?
    var editedAt: Uptime?
    /// On its way to the store.
    var savingText: String?
    /// On its way to the citizen, or into the timeline: not to be changed until the answer comes.
    public internal(set) var isSending = false

    init(_ text: String = "") {
        editor = TextEditor(text, size: Size(width: 70, height: 5), scalarLimit: Limits.messageLength)
    }

    public var text: String { editor.text }
    var isDirty: Bool { editedAt != nil }
}

/// All unsent text of this agent.
public struct DraftBox: Sendable {
    public internal(set) var drafts: [DraftKey: DraftState] = [:]

    public subscript(key: DraftKey) -> DraftState? { drafts[key] }

    /// Texts that were begun and not sent.
    public var unsent: [DraftKey] { drafts.filter { !$0.value.text.isEmpty }.map(\.key) }

    func has(_ inquiry: InquiryID) -> Bool {
        drafts[DraftKey(inquiry, .reply)]?.editor.isEmpty == false
            || drafts[DraftKey(inquiry, .note)]?.editor.isEmpty == false
    }

    /// Changes a text; makes its field where there is none.
    mutating func edit(_ key: DraftKey, at uptime: Uptime, _ change: (inout TextEditor) -> EditOutcome)
        -> EditOutcome
    {
        let before = drafts[key]?.editor.scalarCount ?? 0
        var draft = drafts[key] ?? DraftState()
        drafts[key] = nil
        let textBefore = draft.editor.canUndo || before > 0 ? draft.editor.text : ""
        let outcome = change(&draft.editor)
        if draft.editor.text != textBefore { draft.editedAt = uptime }
        drafts[key] = draft
        return outcome
    }

    /// The drafts whose time to be saved has come; all that are changed where `now` is nil.
    mutating func due(at uptime: Uptime?, agent: AgentID, now: Moment) -> [Draft] {
        var result: [Draft] = []
        for (key, draft) in drafts {
            guard let edited = draft.editedAt, !draft.isSending else { continue }
            if let uptime, uptime - edited < HandTiming.draftSilence { continue }
            drafts[key]?.editedAt = nil
            drafts[key]?.savingText = draft.text
            if draft.text == draft.savedText ?? "" { continue }
            result.append(
                Draft(agent: agent, inquiry: key.inquiry, kind: key.kind, text: draft.text, savedAt: now))
        }
        return result
    }

    /// When the next draft is due to be saved.
    var nextDue: Uptime? {
        drafts.values.filter { !$0.isSending }.compactMap(\.editedAt).min().map {
            $0 + HandTiming.draftSilence
        }
    }
}
