/// Where a call goes on: put through to another, and the minute after it.
extension Deciding {
    /// This call is the same caller's as `origin`: linked both ways, and where nobody had answered him there, he
    /// has waited since then (G1: the caller's wait, not the line's).
    mutating func continueCall(from origin: InquiryID?) throws(Refusal) {
        guard let origin, origin != id, let inquiry, let other = others[origin],
            let before = other.interactions.lazy.compactMap(\.call).first,
            !inquiry.links.contains(where: { $0.kind == .continuedFrom }),
            max(inquiry.links.count, other.links.count) < Limits.linksPerInquiry
        else { return }
        let since = before.answeredAt == nil ? before.waitingSince ?? before.offeredAt : nil
        let event = Event.callContinued(
            call: id, callReference: inquiry.reference, from: origin, fromReference: other.reference,
            waitingSince: since)
        emit(event)
        if inquiry.topic == nil, let topic = other.topic { emit(.topicSet(topic: topic)) }
        if inquiry.contact == nil, !other.isErased, let contact = other.contact {
            emit(.contactLinked(contact: contact))
        }
        try inStream(of: origin) { (second: inout Deciding) throws(Refusal) in
            second.emit(event)
            try second.settleCall(wasAnswered: true)
        }
    }

    /// The minute after the call, in which whoever answered writes up what was said (etterarbeid).
    mutating func startWrapUp(_ contact: Interaction, _ call: Call) {
        let length = Span.seconds(policy.phone.wrapUpSeconds)
        guard let inquiry, contact.state == .ended, call.wrapUpUntil == nil, let agent = contact.agent,
            let ended = call.endedAt, inquiry.owner == agent, inquiry.state.isOpen,
            inquiry.interaction?.id == contact.id, length > .zero, now < ended + length
        else {
            if contact.state.hasEnded, contact.state != .wrapUp { decision.leases.append(.drop(id)) }
            return
        }
        emit(.callWrapUpStarted(interaction: contact.id, until: ended + length))
        decision.timers.append(.set(id, .callWrapUp, due: ended + length))
    }

    /// It had its time, or the case was closed before.
    mutating func endWrapUp(at due: Moment? = nil) {
        guard let contact = inquiry?.interactions.last(where: { $0.state == .wrapUp }),
            let until = contact.call?.wrapUpUntil, due == nil || until <= now
        else { return }
        emit(.callWrapUpEnded(interaction: contact.id))
        decision.timers.append(.cancel(id, .callWrapUp))
        decision.leases.append(.drop(id))
    }
}
