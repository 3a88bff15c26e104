import SkrankeDomain
import SkrankeScreen

/// A few fields under one title: registration, a unit's brief, an appointment.
public struct Form: Sendable {
    public enum Purpose: Sendable, Equatable {
        case register(Channel)
        case brief(InquiryID, UnitCode)
        case book(InquiryID)
        case reschedule(InquiryID, byCitizen: Bool)
        case takeOver(InquiryID)
        /// Who the citizen says he is; then, perhaps, on to a callback, which wants a number.
        case contact(InquiryID, thenCallback: Bool)
        case split(InquiryID)
        case replyNoted(InquiryID)
        case clearance(InquiryID)
        case refuseClearance(InquiryID)
        case handOver([InquiryID], to: AgentID?)
        case moveReason(InquiryID, Channel)
        /// The last question of closing: why without an answer.
        case closeReason(InquiryID, ClosingDraft)
        /// A message to a colleague, promised after his return.
        case staffMessage(InquiryID, AgentID, after: Moment?)
        case absence(AgentID, String)
    }
    public enum FieldName: Sendable, Hashable {
        case text, name, phone, email, topic, claim, host, date, time, minutes, byCitizen
    }
    public enum Content: Sendable {
        case line(LineEditor)
        case text(TextEditor)
        /// One of a few, changed by left, right and Space.
        case choice([String], Int)
        /// A topic looked up by typing: the field, the matches, the chosen one.
        case topic(LineEditor, [TopicCode], Int)
    }
    public struct Field: Sendable {
        public var name: FieldName
        public var label: String
        public var content: Content
    }
    public var purpose: Purpose
    public var title: String
    public var intro: [String]
    public var fields: [Field]
    public var focus = 0
    public var fault: String?

    init(_ purpose: Purpose, title: String, intro: [String] = [], fields: [Field]) {
        self.purpose = purpose
        self.title = title
        self.intro = intro
        self.fields = fields
    }

    func text(of name: FieldName) -> String {
        for field in fields where field.name == name {
            switch field.content {
            case .line(let editor): return editor.text
            case .text(let editor): return editor.text
            case .choice, .topic: return ""
            }
        }
        return ""
    }

    /// Somebody has typed something in it.
    var hasWords: Bool {
        [.text, .name, .phone, .email, .host].contains { !text(of: $0).isBlank }
    }

    func choice(of name: FieldName) -> Int? {
        for field in fields where field.name == name {
            if case .choice(_, let index) = field.content { return index }
        }
        return nil
    }

    /// The topic that was chosen; nil where nothing was typed.
    var topic: TopicCode? {
        for field in fields {
            if case .topic(let editor, let matches, let index) = field.content, !editor.isEmpty {
                return matches.indices.contains(index) ? matches[index] : nil
            }
        }
        return nil
    }

    static func line(_ name: FieldName, _ label: String, _ text: String = "", width: Int = 40) -> Field {
        Field(
            name: name, label: label,
            content: .line(LineEditor(text, width: width, scalarLimit: Limits.fieldLength)))
    }

    static func text(_ label: String, _ text: String = "", height: Int = 4) -> Field {
        let editor = TextEditor(
            text, size: Size(width: 60, height: height), scalarLimit: Limits.messageLength)
        return Field(name: .text, label: label, content: .text(editor))
    }
}
