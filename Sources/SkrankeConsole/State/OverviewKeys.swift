import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// The hand on the overview: Tab goes from part to part, Enter shows what stands behind a figure.
extension AppState {
    /// Broken, soon, and what falls due within the hour, most urgent first.
    var urgentHeads: [InquiryHead] {
        let hour = now + .hours(1)
        return board.first(60).filter { head in
            head.urgency(at: now) != .normal || head.due.map { $0 <= hour } ?? false
        }
    }

    /// The half-hours of the period in which something came, and all between them.
    var arrivalSlots: ClosedRange<Int>? {
        guard let slots = overview.figures?.arrivals.values.flatMap(\.keys), let first = slots.min(),
            let last = slots.max()
        else { return nil }
        return first...last
    }

    var arrivalSlot: Int? { arrivalSlots.map { overview.arrival.slot ?? $0.upperBound } }

    private var overviewCount: Int {
        switch overview.part {
        case .goals: Goal.allCases.count
        case .queues, .arrivals: QueuePane.allCases.count
        case .staff: atWork.count
        case .urgent: urgentHeads.count
        }
    }

    private var overviewHere: Int {
        switch overview.part {
        case .goals: overview.goal
        case .queues: overview.queue
        case .arrivals: overview.arrival.row
        case .staff: overview.person
        case .urgent: urgentHeads.firstIndex { $0.id == overview.selectedInquiry } ?? overview.row
        }
    }

    mutating func moveInOverview(_ movement: Movement) {
        let (count, here, page) = (overviewCount, overviewHere, 8)
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
        switch overview.part {
        case .goals: overview.goal = kept
        case .queues: overview.queue = kept
        case .arrivals: overview.arrival.row = kept
        case .staff: overview.person = kept
        case .urgent: overview.row = kept
        }
        followUrgent()
    }

    /// The row's inquiry is what commands mean.
    private mutating func followUrgent() {
        let heads = urgentHeads
        let isUrgent = overview.part == .urgent && heads.indices.contains(overview.row)
        overview.selectedInquiry = isUrgent ? heads[overview.row].id : nil
    }

    mutating func overviewKey(_ key: Key) -> [Effect]? {
        switch key {
        case Key(.tab), Key(.backTab):
            let count = OverviewState.Part.allCases.count
            let step = key == Key(.tab) ? 1 : count - 1
            overview.part =
                OverviewState.Part(rawValue: (overview.part.rawValue + step) % count) ?? .goals
            followUrgent()
            return []
        case Key(.left), Key(.right): return overviewStep(key == Key(.left) ? -1 : 1)
        case Key(.enter): return overview.part == .urgent ? nil : showBehind()
        default: return nil
        }
    }

    /// Another half-hour where arrivals have the keys, else another period.
    private mutating func overviewStep(_ step: Int) -> [Effect] {
        if overview.part == .arrivals, let slots = arrivalSlots, let here = arrivalSlot {
            overview.arrival.slot = max(slots.lowerBound, min(here + step, slots.upperBound))
            return []
        }
        let count = OverviewPeriod.allCases.count
        overview.period = OverviewPeriod(rawValue: (overview.period.rawValue + step + count) % count) ?? .day
        overview.figures = overview.period == .day ? overview.today : nil
        overview.arrival.slot = nil
        return figuresEffect()
    }

    // MARK: What stands behind a figure

    private mutating func showBehind() -> [Effect] {
        switch overview.part {
        case .goals: return showGoal(Goal(rawValue: overview.goal) ?? .email)
        case .queues: return showQueue()
        case .arrivals: return showArrivals()
        case .staff: return showPerson()
        case .urgent: return []
        }
    }

    private mutating func showGoal(_ goal: Goal) -> [Effect] {
        let share = overview.figures.flatMap { goal.share($0) }
        var lines = [texts.formula(goal)]
        let percent = share?.percent.map { " = \($0) %" } ?? ""
        let few = share.map { $0.of < Goal.leastObservations } ?? true
        lines.append(
            (share.map { texts.counts($0) } ?? texts.notMeasured) + percent
                + (few ? " (\(texts.tooFew))" : ""))
        if goal == .phone, let calls = overview.figures?.calls, calls != CallFigures() {
            lines += texts.callLines(calls)
        }
        return show(goal.figure, texts.goal(goal), lines)
    }

    private mutating func showQueue() -> [Effect] {
        guard let pane = QueuePane(rawValue: overview.queue + 1) else { return [] }
        let heads = board.keys(pane, .waiting).compactMap { board.heads[$0.inquiry] }
        return show(heads, texts.paneTitle(pane), [texts.queueFormula(texts.paneTitle(pane), heads.count)])
    }

    private mutating func showArrivals() -> [Effect] {
        guard let pane = QueuePane(rawValue: overview.arrival.row + 1), let slot = arrivalSlot else {
            return []
        }
        let title = "\(texts.paneTitle(pane)) \(texts.halfHour(slot))"
        return show(.arrivals(pane, slot: slot), title, [texts.arrivalsFormula])
    }

    private mutating func showPerson() -> [Effect] {
        let people = atWork
        guard people.indices.contains(overview.person) else { return [] }
        let who = people[overview.person]
        let heads = board.heads.values.filter { $0.owner == who && $0.state.isOpen }
            .sorted { QueueKey($0) < QueueKey($1) }
        let used = policy.channels.used(board.load(of: who))
        return show(
            heads, naming.full(who),
            [
                texts.standing(shown(who), self), texts.servesNow(agents[who]?.panes, self),
                texts.capacityLine(used),
            ])
    }
}
