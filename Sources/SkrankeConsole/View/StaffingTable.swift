import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Agents needed on the telephone for 80/30, half-hour by half-hour, from the desk's own calls (R135).
struct StaffingNeed: Equatable, Sendable {
    var slot: Int
    var calls: Int
    /// Mean length of a conversation with its after-work, in seconds.
    var handling: Double
    /// Nil where no number of agents would do.
    var needed: Int?
    /// With the agents who are there: per cent within the goal; nil where it cannot be kept.
    var level: Int?
    /// Whether the length was measured: fewer than five conversations tell nothing, and 210 s are assumed.
    var isMeasured: Bool
}

enum StaffingTable {
    static let assumed = 210.0
    static let share = 0.8

    /// The handling time of the period.
    static func handling(_ calls: CallFigures, _ policy: DeskPolicy) -> (seconds: Double, isMeasured: Bool) {
        guard calls.talks >= Goal.leastObservations, let talk = calls.meanTalk else {
            return (assumed, false)
        }
        return (Double(talk.milliseconds) / 1_000 + Double(policy.channels.wrapUpSeconds), true)
    }

    /// - Parameter agents: how many are there and serve the telephone.
    static func need(
        slot: Int, calls: Int, _ figures: CallFigures, _ policy: DeskPolicy, agents: Int
    ) -> StaffingNeed {
        let (seconds, isMeasured) = handling(figures, policy)
        let queue = ErlangC(calls: Double(calls), handling: seconds)
        let goal = Double(policy.promises.phoneAnswerSeconds)
        let level = queue.serviceLevel(agents: agents, within: goal).map { Int(($0 * 100).rounded(.down)) }
        return StaffingNeed(
            slot: slot, calls: calls, handling: seconds, needed: queue.agents(share: share, within: goal),
            level: calls == 0 ? 100 : level, isMeasured: isMeasured)
    }

    /// The half-hours of the day in which the telephone rang, and the running one as it would be if it went
    /// on like the last.
    static func needs(_ state: AppState) -> [StaffingNeed] {
        guard let figures = state.overview.today else { return [] }
        let slots = figures.arrivals[.phone] ?? [:]
        let midnight = OverviewState().range(at: state.now, zone: state.zone).from
        let here = Int((state.now - midnight).milliseconds / 1_800_000)
        let agents = state.telephoneAgents
        var found = slots.keys.filter { $0 < here }.sorted().map {
            need(slot: $0, calls: slots[$0] ?? 0, figures.calls, state.policy, agents: agents)
        }
        let rate = max(slots[here - 1] ?? 0, slots[here] ?? 0)
        found.append(need(slot: here, calls: rate, figures.calls, state.policy, agents: agents))
        return found
    }

    static func lines(_ state: AppState) -> [PagesView.Line] {
        let texts = state.texts
        let needs = needs(state)
        var lines = TextWrap.lines(texts.staffingFormula, width: min(90, state.size.width - 6)).map {
            PagesView.Line(text: $0)
        }
        lines.append(PagesView.Line(text: ""))
        guard let last = needs.last else {
            return lines + [PagesView.Line(text: texts.staffingNothing)]
        }
        lines.append(
            PagesView.Line(text: texts.staffingHandling(Int(last.handling), isMeasured: last.isMeasured)))
        lines.append(PagesView.Line(text: ""))
        lines.append(PagesView.Line(text: texts.staffingColumns, style: Style(.overlayBorder)))
        for need in needs {
            let isShort = (need.needed ?? .max) > state.telephoneAgents
            lines.append(
                PagesView.Line(
                    text: texts.staffingRow(need, agents: state.telephoneAgents, isNow: need == last),
                    style: Style(isShort ? .statusBroken : .overlay)))
        }
        return lines
    }
}

extension AppState {
    /// At work, offered work, and serving the telephone.
    var telephoneAgents: Int {
        atWork.count { who in
            let state = shown(who)
            return state.presence.takesWork && state.serves(.callback)
        }
    }
}
