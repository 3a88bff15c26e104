import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// All that can happen to the console.
public enum Action: Sendable {
    /// What the terminal reported. A `.tick` with the time of the event goes before it.
    case input(InputEvent)
    /// Time passed: the wall clock of the store (which may run fast in the demonstration), and one that
    /// does not.
    case tick(Moment, uptime: Uptime)

    // The journal
    /// Rows as the store has them now: from the start (`openHeads`) or changed (`HeadChanges`).
    case heads([InquiryHead])
    /// All open rows are here.
    case loaded
    /// The answer to `Effect.openFile`; nil where there is none.
    case file(InquiryID, InquiryFile?)
    case history(InquiryID, [InquiryHead])
    case search(generation: Int, [SearchHit])
    /// The answer to `Effect.find`.
    case found(PublicReference, InquiryID?)
    /// The answer to `Effect.loadReservations`.
    case reservations(InquiryID, Set<UniqueKey>, moving: Bool)
    case figures(DeskFigures, OverviewPeriod)
    /// Who is at work; handed in about once a second.
    case sessions([SessionRow])
    /// What every agent does, by the journal; with `sessions`.
    case agents([AgentState])
    /// The answer to `Effect.loadBehind`.
    case behind(Figure, [FigureRow])
    /// Who is away; handed in about once a second, and after an absence was set here.
    case absences([AbsenceRow])
    /// The agent's drafts, once at the start.
    case drafts([Draft])

    // Answers to effects
    case committed(Correlation, CommandAnswer)
    case refused(Correlation, Refusal)
    case fault(Correlation, StoreFault)
    case draftSaved(DraftKey, text: String, at: Moment)
    case draftFault(DraftKey, StoreFault)
    /// A read that the caller's role does not allow (law 5).
    case readRefused
    /// A read failed, or works again (nil).
    case storeFault(StoreFault?)

    // The rest
    case ephemeral(Ephemeral)
    case gateway(GatewayStatus)
    case policy(DeskPolicy, DeskNames)
    case debug(DebugFigures)
    /// A sentence from outside the pure rooms, e.g. what is wrong with a theme; already in the user's
    /// language.
    case say(String, isError: Bool)
}

extension Action {
    /// Whether the agent waits for it, having pressed a key: it is shown at once, like the key itself. The
    /// rest is news, which come together within a frame's gap (DESIGN §6).
    public var isAnswer: Bool {
        switch self {
        case .history, .search, .found, .behind, .reservations, .committed, .refused, .fault,
            .readRefused:
            true
        // A file is read anew with each of its changes, figures with the clock.
        case .file, .figures, .input, .tick, .heads, .loaded, .sessions, .agents, .absences, .drafts, .draftSaved,
            .draftFault,
            .storeFault, .ephemeral, .gateway, .policy, .debug, .say:
            false
        }
    }
}

/// What the overview counts over.
public enum OverviewPeriod: Int, CaseIterable, Sendable { case day, week, month }

/// What the console wants done. The runner does it off the console's thread and answers with an `Action`.
public enum Effect: Equatable, Sendable {
    /// Submit these in this order through `CommandDesk`, stop at the first refusal. Answer: `.committed`
    /// with the last answer, `.refused` or `.fault`. Commands of one console are submitted in the order of
    /// their effects.
    case submit([Intent], Correlation)
    /// Register with a fresh id. Answer as above.
    case register(Registration, Correlation)
    /// A second question gets an inquiry of its own, with a fresh id. Answer as above, with the new
    /// reference.
    case split(InquiryID, text: String, topic: TopicCode?, Correlation)
    case openFile(InquiryID)
    /// Other inquiries of this contact: `heads(matching:)`. Answer: `.history`.
    case loadHistory(InquiryID, HeadQuery)
    /// Everything that the text may mean. Answer: `.search`.
    case search(FindQuery, generation: Int)
    case find(PublicReference)
    /// What is taken of these hosts' times. Answer: `.reservations`.
    case loadReservations(InquiryID, hosts: [String], from: Moment, until: Moment, moving: Bool)
    case loadFigures(from: Moment, to: Moment, OverviewPeriod)
    /// The inquiries behind a figure of the period. Answer: `.behind`.
    case loadBehind(Figure, from: Moment, to: Moment)
    /// Empty text deletes. Answer: `.draftSaved` or `.draftFault`.
    case saveDraft(Draft)
    /// What the session's heartbeat says from now on.
    case setPresence(Presence)
    case looksAt(InquiryID?)
    case setLanguage(Language)
    case setTheme(String)
    case bell
    case ephemeral(Ephemeral)
    /// Text for the clipboard (OSC 52).
    case copy(String)
    /// Draw everything anew.
    case redraw
    case suspend
    /// Save what is unsaved (such effects come first), pass the writer's barrier, leave.
    case quit
}
