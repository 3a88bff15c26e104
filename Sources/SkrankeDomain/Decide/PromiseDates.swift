/// The dates that this municipality promises: the deadline rules with its choices (K1-K8).
///
/// A calendar that never opens within the rule's horizon is refused when the data files are read; where
/// one gets here all the same, the promise counts clock time, which is never later than what was meant.
public struct PromiseDates: Sendable {
    public let policy: DeskPolicy
    public init(policy: DeskPolicy) { self.policy = policy }

    private var roll: Roll { policy.promises.rollsForward ? .following : .preceding }

    /// Simple e-mail and left questions: 48 hours as two working days (K4).
    public func emailAnswer(received: Moment) -> DeadlineComputation {
        let rule =
            policy.promises.literal48Hours
            ? DeadlineRule.emailAnswer(literal48h: true)
            : DeadlineRule(.emailAnswer, .workingDays(policy.promises.emailWorkingDays))
        return compute(rule, received, else: .hours(48))
    }

    /// A meeting within eight days of the request (K6, K7).
    public func appointment(requested: Moment) -> DeadlineComputation {
        let days = policy.promises.appointmentDays
        return compute(.appointment(days: days, roll: roll), requested, else: .days(Int64(days)))
    }

    /// A complaint's answer within eight days (K6).
    public func complaint(received: Moment) -> DeadlineComputation {
        let days = policy.promises.complaintDays
        return compute(.complaint(days: days, roll: roll), received, else: .days(Int64(days)))
    }

    /// Case work: the service's target, else the simple promise (K5).
    public func expectedFinal(topic: TopicCode?, received: Moment) -> DeadlineComputation {
        switch topic.flatMap({ policy.services[$0]?.target }) {
        case .calendarDays(let days):
            let target = ServiceTarget(days: days, unit: .calendarDays)
            return compute(.expectedFinal(target), received, else: .days(Int64(days)))
        case .workingDays(let days):
            let target = ServiceTarget(days: days, unit: .workingDays)
            return compute(.expectedFinal(target), received, else: .days(Int64(days)))
        case nil:
            let simple = emailAnswer(received: received)
            return DeadlineComputation(
                kind: .expectedFinal, received: received, start: simple.start, due: simple.due,
                why: simple.why)
        }
    }

    /// A callback's default window: from now to the end of the next working day.
    public func callback(requested: Moment) -> DeadlineComputation {
        compute(.callback, requested, else: .days(1))
    }

    /// Chats and visits are answered before the day's closing (model §5.9).
    public func sameDay(_ received: Moment) -> DeadlineComputation {
        compute(.sameDay, received, else: .hours(8))
    }

    /// Another unit's time to answer the desk.
    public func unitResponse(workingDays: Int, from: Moment) -> DeadlineComputation {
        compute(.unitResponse(workingDays: workingDays), from, else: .days(Int64(workingDays)))
    }

    /// What a receipt given now would promise: the running promise that ends last, else the channel's rule.
    public func expected(for inquiry: Inquiry, now: Moment) -> Moment {
        // What was taken over was promised to the citizen already, and is the earliest.
        if let taken = inquiry.deadline(.inherited), taken.state == .running, taken.due > now {
            return taken.due
        }
        let answers: [DeadlineKind] = [.emailAnswer, .expectedFinal, .callback, .appointment, .unitResponse]
        let running = inquiry.deadlines.filter { $0.state == .running && answers.contains($0.kind) }
        if let last = running.map(\.due).max(), last > now { return last }
        if inquiry.kind == .caseWork {
            let due = expectedFinal(topic: inquiry.topic, received: inquiry.receivedAt).due
            if due > now { return due }
        }
        return sameDay(now).due
    }

    /// The due time of a promise whose clock stood still since it was paused (facts §3.3).
    public func resumed(_ deadline: Deadline, at now: Moment) -> Moment {
        guard let paused = deadline.pausedAt, paused < now else { return deadline.due }
        let calendar = policy.calendar
        let length = calendar.openingTime(from: max(paused, deadline.start), to: now)
        return calendar.moment(after: length, from: deadline.due) ?? deadline.due + (now - paused)
    }

    /// What is owed of a promise at `now`: one that stands still would run again from here.
    func stillOwed(_ deadline: Deadline, at now: Moment) -> Deadline {
        Deadline(kind: deadline.kind, start: deadline.start, due: resumed(deadline, at: now))
    }

    /// A receipt's date lies in opening hours or is a closing time (model §5.9).
    public func isServed(at date: Moment) -> Bool {
        let calendar = policy.calendar
        return calendar.isOpen(at: date) || calendar.closing(onDayOf: date) == date
    }

    private func compute(
        _ rule: DeadlineRule, _ received: Moment, else length: Span
    ) -> DeadlineComputation {
        do {
            return try rule.computation(received: received, calendar: policy.calendar)
        } catch {
            return PromiseDates.byClock(rule, received, length)
        }
    }

    private static func byClock(
        _ rule: DeadlineRule, _ received: Moment, _ length: Span
    ) -> DeadlineComputation {
        let due = received + length
        let point = WhyLine.Point(TimeZoneRules.utc.wallTime(at: due))
        let why = WhyLine(kind: rule.kind, method: .clock(length), steps: [], due: point)
        return DeadlineComputation(kind: rule.kind, received: received, start: received, due: due, why: why)
    }
}
