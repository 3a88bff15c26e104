/// A message to a colleague who is not there (beskjed, scenario 5): what the caller was told is promised.
extension Deciding {
    /// The contact ends with outcome c, a callback is promised after `after`, its receipt is there to be read out.
    /// The colleague has it where he works in Skranke; else it is the desk's to see to.
    mutating func leaveStaffMessage(to colleague: AgentID, _ text: String, after: Moment?) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        guard inquiry.owner == nil || inquiry.owner == agent || has(.supervisor) else {
            throw .notOwner(owner: inquiry.owner)
        }
        let person = policy.directory[colleague]
        guard person != nil || policy.staff[colleague] != nil else { throw .unknownAgent }
        try mayMove(inquiry, to: .callback)
        let words = store(try Deciding.checked(text), as: .note)
        let begin = max(now, after ?? now)
        let promise = dates.callback(requested: begin)
        emit(
            .staffMessageLeft(
                interaction: inquiry.interaction?.id, message: context.identifiers.next(), content: words,
                to: colleague, by: agent, after: after))
        try move(to: .callback, .window(from: begin, until: promise.due), why: nil, by: agent)
        let name = person?.name ?? policy.staff[colleague]?.name ?? colleague.rawValue
        let wall = policy.calendar.zone.wallTime(at: begin)
        try giveReceipt(
            .receiptStaffMessage, channel: inquiry.channel, expectedAt: promise.due,
            more: ["person": name, "after": Phrases(inquiry.language).dateAndTime(wall)])
        handOver(to: colleague, by: agent)
    }

    private mutating func handOver(to colleague: AgentID, by agent: AgentID) {
        let worksHere = policy.staff[colleague].map { !$0.roles.isEmpty } ?? false
        if worksHere {
            if inquiry?.owner != colleague { emit(.inquiryAssigned(to: colleague, by: agent)) }
        } else if inquiry?.owner != nil {
            emit(.inquiryReleased(by: agent, reason: nil))
        }
    }
}
