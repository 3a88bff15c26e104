/// Whether a person can be had at a moment, when he is back, and who stands in for him (scenario 5).
public struct StaffStatus: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        case available
        /// Away, as the journal says; calls may be put through all the same.
        case away(code: String, phoneOpen: Bool)
        /// Usually at lunch at this time of day; nobody said so.
        case usualLunch
        /// No working day of his, or outside the municipality's hours.
        case offDuty
    }
    public var kind: Kind
    /// Nil where he is here, and where nobody knows.
    public var returnsAt: Moment?
    /// The first deputy who can be had; nil where none is needed or none is here.
    public var deputy: AgentID?

    public init(kind: Kind, returnsAt: Moment? = nil, deputy: AgentID? = nil) {
        self.kind = kind
        self.returnsAt = returnsAt
        self.deputy = deputy
    }

    /// A call may be put through to him now.
    public var takesCalls: Bool {
        switch kind {
        case .available: true
        case .away(_, let phoneOpen): phoneOpen
        case .usualLunch, .offDuty: false
        }
    }
}

extension StaffDirectory {
    /// - Parameter absences: the active ones and others, by person.
    public func status(
        of person: AgentID, _ absences: [AgentID: Absence], at now: Moment, _ calendar: OpeningCalendar
    ) -> StaffStatus {
        var status = ownStatus(of: person, absences, at: now, calendar)
        guard !status.takesCalls else { return status }
        status.deputy = deputy(of: person, absences, at: now, calendar)
        return status
    }

    private func ownStatus(
        of person: AgentID, _ absences: [AgentID: Absence], at now: Moment, _ calendar: OpeningCalendar
    ) -> StaffStatus {
        if let absence = absences[person], absence.isActive(at: now) {
            return StaffStatus(
                kind: .away(code: absence.code, phoneOpen: absence.phoneOpen),
                returnsAt: absence.until.map { atWork(person, atOrAfter: $0, calendar) ?? $0 })
        }
        let wall = calendar.zone.wallTime(at: now)
        let works = self[person]?.workDays.contains(wall.date.weekday) ?? true
        guard works, calendar.isOpen(at: now) else {
            return StaffStatus(kind: .offDuty, returnsAt: atWork(person, atOrAfter: now, calendar))
        }
        if let lunch = self[person]?.lunch, lunch.opens <= wall.time, wall.time < lunch.closes {
            let back = WallTime(date: wall.date, time: lunch.closes)
            return StaffStatus(kind: .usualLunch, returnsAt: calendar.zone.moment(of: back))
        }
        return StaffStatus(kind: .available)
    }

    /// The first opening at or after `moment` on one of his working days, within two weeks.
    private func atWork(_ person: AgentID, atOrAfter moment: Moment, _ calendar: OpeningCalendar) -> Moment? {
        let days = self[person]?.workDays ?? Set(Weekday.allCases)
        var day = calendar.zone.date(at: moment)
        for _ in 0..<15 {
            if days.contains(day.weekday) {
                let window = calendar.windows(on: day).first { moment < $0.closes }
                if let window { return max(moment, window.opens) }
            }
            day = day.adding(days: 1)
        }
        return nil
    }

    /// Deputies in their order; where one is away himself, his deputies before the next.
    private func deputy(
        of person: AgentID, _ absences: [AgentID: Absence], at now: Moment, _ calendar: OpeningCalendar
    ) -> AgentID? {
        var asked: Set<AgentID> = [person]
        var next = Array((self[person]?.deputies ?? []).reversed())
        while let candidate = next.popLast() {
            guard asked.insert(candidate).inserted else { continue }
            if ownStatus(of: candidate, absences, at: now, calendar).takesCalls { return candidate }
            next += (self[candidate]?.deputies ?? []).reversed()
        }
        return nil
    }
}
