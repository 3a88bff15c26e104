extension Inquiry {
    /// Untouched in somebody's hands: told once, and over with whatever happens to the inquiry.
    mutating func evolveClaim(_ event: Event) {
        switch event {
        case .claimIdle(let agent, let since): idleSince = owner == agent ? since : nil
        case .inquiryClaimed, .inquiryAssigned, .inquiryTakenOver, .inquiryReleased, .inquiryHandedOver,
            .sessionLost, .noteAdded, .topicSet, .contactLinked, .reclassified, .messageQueued,
            .chatMessageSent, .answerGiven, .citizenAsked, .inquiryTransferred, .channelMoved,
            .expectedDateChanged, .clearanceRequested, .inquiryClosed, .inquiryVoided, .receiptSent:
            idleSince = nil
        default: break
        }
    }
}
