/// A citizen's words that reach the desk outside the page: by letter, e-mail, telephone or at the counter.
extension Deciding {
    /// As if he had written them himself: the desk waits no longer, what stood still runs again, and what had
    /// ended goes on by the rule of the chat (model §5.2: citizenReplied).
    mutating func noteReply(_ text: String) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        let text = try Deciding.checked(text)
        guard inquiry.state != .voided else { throw .wrongState(.voided) }
        guard inquiry.messages.count < Limits.messagesPerInquiry else { throw .limitReached }
        // In a live chat he writes himself.
        if inquiry.channel == .chat || inquiry.channel == .mia, inquiry.isInLiveContact {
            throw .wrongChannel(inquiry.channel)
        }
        let hadEnded = inquiry.state == .closed || inquiry.state == .answered
        try reopenIfEnded(inquiry)
        let content = store(text, as: .message)
        emit(.replyNoted(message: context.identifiers.next(), content: content, by: agent))
        decision.answer.messageVersion = self.inquiry?.version
        if inquiry.state == .awaitingCitizen { citizenReplied() }
        guard hadEnded, self.inquiry?.openPromise == nil || !hasRunningAnswer else { return }
        let promise = dates.emailAnswer(received: now)
        start(.emailAnswer, from: promise.start, due: promise.due)
    }

    private var hasRunningAnswer: Bool {
        inquiry?.deadlines.contains { $0.kind.promisesAnswer && $0.state == .running } ?? false
    }
}
