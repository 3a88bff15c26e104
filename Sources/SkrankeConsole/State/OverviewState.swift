import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// What the supervisor's screen shows beside the board itself.
public struct OverviewState: Sendable {
    public internal(set) var period: OverviewPeriod = .day
    public internal(set) var figures: DeskFigures?
    /// The day's figures, for the health strip.
    public internal(set) var today: DeskFigures?
    public internal(set) var readAt: Moment?
    /// Which of the two lists has the keys.
    public internal(set) var part: Part = .goals
    public internal(set) var goal = 0
    public internal(set) var row = 0
    public internal(set) var selectedInquiry: InquiryID?

    public enum Part: Sendable { case goals, urgent }

    mutating func take(_ figures: DeskFigures, _ period: OverviewPeriod, at now: Moment) {
        if period == .day { today = figures }
        guard period == self.period else { return }
        self.figures = figures
        readAt = now
    }

    /// From local midnight of the period's first day to the end of today.
    func range(at now: Moment, zone: TimeZoneRules) -> (from: Moment, to: Moment) {
        let today = zone.date(at: now)
        let first =
            switch period {
            case .day: today
            case .week: today.adding(days: 1 - today.weekday.rawValue)
            case .month: CivilDate(year: today.year, month: today.month, day: 1) ?? today
            }
        let midnight = { (date: CivilDate) in zone.moment(of: WallTime(date: date, milliseconds: 0)) }
        return (midnight(first), midnight(today.adding(days: 1)))
    }
}

/// A measured goal: what is promised, and how it is reckoned (model §5.13).
public enum Goal: Int, CaseIterable, Sendable {
    case phone, email, receipts, appointment, complaint, desk, chat, walkIn, callback, unit

    /// Whole per cent.
    var target: Int {
        switch self {
        case .email, .receipts, .appointment, .complaint: 100
        case .desk, .unit: 90
        case .callback: 95
        case .phone, .chat, .walkIn: 80
        }
    }

    /// Not in the municipality's strategy (model §5.8).
    var isLocal: Bool {
        switch self {
        case .chat, .walkIn, .callback, .unit: true
        default: false
        }
    }

    func share(_ figures: DeskFigures) -> DeskFigures.Share? {
        switch self {
        case .phone: figures.calls == CallFigures() ? nil : figures.calls.share(.primary)
        case .email: figures.promises[.emailAnswer]
        case .receipts: figures.receipts
        case .appointment: figures.promises[.appointment]
        case .complaint: figures.promises[.complaint]
        case .desk: figures.solvedAtDesk
        case .chat: figures.promises[.chatFirstReply]
        case .walkIn: figures.promises[.walkInWait]
        case .callback: figures.promises[.callback]
        case .unit: figures.promises[.unitResponse]
        }
    }

    /// Fewer than this tell nothing (model §5.13).
    static let leastObservations = 5
}

extension CallFigures {
    func share(_ method: Method) -> DeskFigures.Share {
        let level = level(method)
        return DeskFigures.Share(met: level.met, of: level.of)
    }
}

extension AppState {
    /// Broken and soon, most urgent first.
    var urgentHeads: [InquiryHead] {
        board.first(30).filter { $0.urgency(at: now) != .normal }
    }

    mutating func moveInOverview(_ movement: Movement) {
        let count = overview.part == .goals ? Goal.allCases.count : urgentHeads.count
        let page = 8
        let chosen = urgentHeads.firstIndex { $0.id == overview.selectedInquiry } ?? overview.row
        let here = overview.part == .goals ? overview.goal : chosen
        let next =
            switch movement {
            case .up: here - 1
            case .down: here + 1
            case .pageUp: here - page
            case .pageDown: here + page
            case .home: 0
            case .end: count - 1
            }
        let kept = max(0, min(next, count - 1))
        if overview.part == .goals { overview.goal = kept } else { overview.row = kept }
        followUrgent()
    }

    /// The row's inquiry is what commands mean.
    private mutating func followUrgent() {
        let heads = urgentHeads
        let isUrgent = overview.part == .urgent && heads.indices.contains(overview.row)
        overview.selectedInquiry = isUrgent ? heads[overview.row].id : nil
    }

    /// Tab changes between the lists, left and right the period; Enter on a goal tells its formula.
    mutating func overviewKey(_ key: Key) -> [Effect]? {
        switch key {
        case Key(.tab), Key(.backTab):
            overview.part = overview.part == .goals ? .urgent : .goals
            followUrgent()
            return []
        case Key(.left), Key(.right):
            let step = key == Key(.left) ? -1 : 1
            let count = OverviewPeriod.allCases.count
            overview.period =
                OverviewPeriod(rawValue: (overview.period.rawValue + step + count) % count) ?? .day
            overview.figures = overview.period == .day ? overview.today : nil
            return figuresEffect()
        case Key(.enter) where overview.part == .goals:
            overlay = .goal(overview.goal)
            return []
        default: return nil
        }
    }
}
