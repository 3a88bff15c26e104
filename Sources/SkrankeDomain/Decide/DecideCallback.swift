/// A callback: attempts apart from each other, at most three, reached or given up with a message (model §5.4).
extension Deciding {
    mutating func attemptCallback(_ result: AttemptResult) throws(Refusal) {
        let (_, agent) = try owned()
        let contact = try contact(.callback, in: .waiting, .dialling, .active)
        let attempts = contact.callback?.attempts ?? []
        if result != .reached { try mayAttempt(result, after: attempts) }
        let isLast = result == .reached || attempts.count + 1 >= Limits.callbackAttempts
        emit(
            .callbackAttempted(
                interaction: contact.id, by: agent, result: result, nextAt: isLast ? nil : nextAttempt))
        if result == .reached { meet(.callback) }
    }

    /// Whoever was reached was reached, at any time; an attempt for nothing is owed its distance. A message may
    /// still be left when all attempts are used up.
    private func mayAttempt(_ result: AttemptResult, after attempts: [Callback.Attempt]) throws(Refusal) {
        if attempts.count >= Limits.callbackAttempts {
            let isFirst = !attempts.contains { $0.result == .messageLeft }
            guard result == .messageLeft, isFirst, attempts.count == Limits.callbackAttempts else {
                throw .attemptsLeft(0)
            }
            return
        }
        guard let last = attempts.last else { return }
        let next = last.at + .minutes(policy.phone.callbackSpacingMinutes)
        if now < next { throw .tooSoon(until: next) }
    }

    /// After the distance between two attempts, when the desk is open.
    private var nextAttempt: Moment {
        let next = now + .minutes(policy.phone.callbackSpacingMinutes)
        return policy.calendar.nextOpening(atOrAfter: next) ?? next
    }

    /// Given up only after the attempts, one of which left a message (model §5.7).
    mutating func giveUpCallback() throws(Refusal) {
        _ = try owned()
        let contact = try contact(.callback, in: .waiting, .dialling)
        let attempts = contact.callback?.attempts ?? []
        let left = Limits.callbackAttempts - attempts.count
        if left > 0 { throw .attemptsLeft(left) }
        guard attempts.contains(where: { $0.result == .messageLeft }) else { throw .messageNotLeft }
        emit(.callbackGivenUp(interaction: contact.id))
        meet(.callback)
    }

    /// The window passed: whoever kept it for himself has not rung, so anybody may, and it stands on top.
    mutating func requeueCallback() {
        guard let inquiry, inquiry.owner != nil, inquiry.channel == .callback,
            inquiry.state == .inProgress || inquiry.state == .received,
            let contact = inquiry.open(.callback), contact.state == .waiting
        else { return }
        emit(.callbackRequeued(interaction: contact.id))
        decision.leases.append(.drop(id))
    }
}
