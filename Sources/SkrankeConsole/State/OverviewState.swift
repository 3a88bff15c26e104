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
    /// Which part has the keys.
    public internal(set) var part: Part = .goals
    public internal(set) var goal = 0
    public internal(set) var row = 0
    public internal(set) var selectedInquiry: InquiryID?
    var queue = 0
    var person = 0
    /// The pane's row and the half-hour that is selected; nil = the last one.
    var arrival: (row: Int, slot: Int?) = (0, nil)

    public enum Part: Int, CaseIterable, Sendable { case goals, queues, arrivals, staff, urgent }

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
    case phone, email, receipts, firstDate, appointment, complaint, desk, chat, walkIn, callback, unit

    /// Whole per cent.
    var target: Int {
        switch self {
        case .email, .receipts, .firstDate, .appointment, .complaint: 100
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
        case .firstDate: figures.firstDate
        case .appointment: figures.promises[.appointment]
        case .complaint: figures.promises[.complaint]
        case .desk: figures.solvedAtDesk
        case .chat: figures.promises[.chatFirstReply]
        case .walkIn: figures.promises[.walkInWait]
        case .callback: figures.promises[.callback]
        case .unit: figures.promises[.unitResponse]
        }
    }

    /// What to ask the store for the inquiries behind it.
    var figure: Figure {
        switch self {
        case .phone: .calls
        case .email: .promise(.emailAnswer)
        case .receipts: .receipts
        case .firstDate: .firstDate
        case .appointment: .promise(.appointment)
        case .complaint: .promise(.complaint)
        case .desk: .solved
        case .chat: .promise(.chatFirstReply)
        case .walkIn: .promise(.walkInWait)
        case .callback: .promise(.callback)
        case .unit: .promise(.unitResponse)
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
