import SkrankeDomain
import SkrankeJournal

/// An inquiry that the agent has open: its file as read, and where in its timeline he is.
public struct OpenInquiry: Sendable {
    public let id: InquiryID
    public internal(set) var file: InquiryFile?
    /// The store says that there is none.
    public internal(set) var isMissing = false
    /// The version that our own last command made: older files are not acted on.
    var awaitedVersion = 0
    /// A command that waits for the file.
    var afterLoad: CommandName?
    /// The version that the agent saw before a citizen's words came in under his hand, and when that was.
    var seenBefore: Int?
    var surprisedAt: Uptime?
    /// The text to a unit, kept while its overlay is closed.
    var brief = ""
    public internal(set) var timeline = Timeline()
    public internal(set) var anchor = TimelineAnchor.news
    /// Our own letters stand whole, not on one line each.
    public internal(set) var isUnfolded = false
    /// What was answered so far the last time that closing was asked about.
    var closing: ClosingDraft?
    /// The contact's other inquiries; nil until they were asked for.
    public internal(set) var history: [InquiryHead]?
    var asksHistory = false
    /// Why it is about to be moved, said before the form that the new channel asks for.
    var moveReason: String?

    init(id: InquiryID) { self.id = id }

    /// The file is at least as new as what this console itself has done.
    var isReady: Bool { (file?.inquiry.version ?? -1) >= awaitedVersion }

    /// The version to send with a reply or closing (law 3): what was on the screen for long enough to be
    /// read.
    func seen(at uptime: Uptime) -> Int {
        let version = file?.inquiry.visibleVersion ?? 0
        guard let surprisedAt, let seenBefore, uptime - surprisedAt < HandTiming.surprise else {
            return version
        }
        return seenBefore
    }
}

/// Where the timeline is scrolled to: its end, or a line of an entry at the top of the view.
public enum TimelineAnchor: Equatable, Sendable {
    /// As far down as it goes with the citizen's unanswered words in sight: where every inquiry opens.
    case news
    case end
    case entry(Int, line: Int)
}
