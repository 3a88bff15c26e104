/// Every command of the console, once (law 6). The raw value is its English word at the `:` prompt.
public enum CommandName: String, CaseIterable, Sendable {
    // Going
    case paneChat = "chat"
    case paneCallback = "callbacks"
    case paneVisit = "visits"
    case paneEmail = "email"
    case paneInquiry = "inquiry"
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case open
    case nextInquiry = "following"
    case previousInquiry = "previous"
    case back
    case zoom
    case overview
    // Taking
    case next
    case claim
    case release
    case takeOver = "take-over"
    // One agent, four channels
    case pile
    case handOver = "hand-over"
    case assign
    case moveAgent = "move-agent"
    case staffingTable = "staffing"
    // Saying
    case reply
    case note
    case send
    case sendFinal = "send-and-finish"
    case ask
    case receipt
    case withdraw = "undo"
    case replyReceived = "reply-received"
    /// Our own letters whole, or on one line each.
    case unfold = "letters"
    // The way on
    case transfer
    case returnToDesk = "return"
    case moveChannel = "move"
    case callback = "call-result"
    case appointment
    case topic
    case contact
    case merge
    case split
    case requestClearance = "ask-clearance"
    case clear
    case refuseClearance = "refuse-clearance"
    case close
    case reopen
    case void
    case erase
    // Arrival
    case register
    // The counter
    case callNext = "call-next"
    case counter
    // Finding
    case filter
    case find
    case history
    case copyReference = "copy"
    // Colleagues, and the call in hand
    case directory
    case absence = "away"
    case callNote = "call-note"
    case readOut = "read-out"
    // The program
    case presence
    case menu
    case command
    case help
    case log
    case language
    case theme
    case bell
    case redraw
    case debug
    case suspend
    case quit
}

/// Where keys mean something. Overlays and prompts have their own few keys, which they show.
public enum KeyContext: CaseIterable, Sendable {
    /// A queue pane.
    case queue
    /// The open inquiry's timeline.
    case inquiry
    /// A text field: only what is no text.
    case editor
    case overview
}

/// What a slip would cost (craft §4.4).
public enum Risk: Sendable {
    case none
    /// Flash with "u: angre", no question.
    case reversible
    /// Held for its channel's grace, or chosen in an overlay.
    case citizenVisible
    /// The number is typed first.
    case destructive
}

/// What the `Space` menu and the help group together.
public enum CommandGroup: Int, CaseIterable, Sendable {
    case take, talk, onward, finish, find, go, program
}

extension CommandName {
    /// After its key comes text: where it is refused, the text must not become commands.
    var opensField: Bool {
        switch self {
        case .reply, .note, .takeOver, .ask, .replyReceived, .split, .contact, .register, .find, .filter,
            .transfer,
            .requestClearance, .refuseClearance, .directory, .callNote:
            true
        default: false
        }
    }
}
