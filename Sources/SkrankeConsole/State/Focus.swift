import SkrankeDomain

/// Which of the screens is seen.
public enum ConsoleScreen: Hashable, Sendable {
    case desk, overview
    /// Everything that waits, in one list by due time.
    case pile
}

/// What the keys go to.
public enum Focus: Hashable, Sendable {
    case queue(QueuePane)
    case inquiry
    /// A text field under the open inquiry.
    case editor(EditorKind)

    public var isEditor: Bool { if case .editor = self { true } else { false } }
}

/// The two texts that an agent writes about an inquiry. Never mixed: separate keys, titles, words and drafts.
public enum EditorKind: String, Hashable, CaseIterable, Sendable {
    case reply, note
}

/// Milliseconds of a clock that never jumps: for flashes, pauses and drafts, which stay real in the
/// demonstration.
public typealias Uptime = Int64

/// A line that tells what happened, for six seconds; an error stays until Esc (craft §4.4).
public struct Flash: Equatable, Sendable {
    public enum Kind: Sendable { case info, error }
    public var kind: Kind
    public var text: String
    public var at: Moment
    public var since: Uptime
    /// Ends by itself when this inquiry's text has been sent or taken back.
    var waitsFor: InquiryID?
    public static let length: Uptime = 6_000
}

/// The timing of the hand, in milliseconds.
enum HandTiming {
    /// Lists stand still for so long after a key (craft §4.4).
    static let listsRest: Uptime = 1_500
    /// But never longer than this, however busy the hand is.
    static let listsLimit: Uptime = 5_000
    /// Keys that reach a citizen or destroy are ignored for so long after the view changed by itself
    /// (lessons 32).
    static let surprise: Uptime = 300
    /// Keys that follow one another faster than this are typing.
    static let typing: Uptime = 700
    /// A draft is saved after so much silence: durable within a second.
    static let draftSilence: Uptime = 300
    /// How long a sign like «skriver» is shown (law 1).
    static let ephemeral: Uptime = 5_000
    /// A typing sign goes out at most so often.
    static let typingGap: Uptime = 2_500
    /// Figures are read anew so often.
    static let figures: Uptime = 30_000
}
