extension Inquiry {
    /// What it was merged or split with, and whether others agree to its answer.
    mutating func evolveLinks(_ event: Event, at: Moment) {
        switch event {
        case .inquiriesMerged(let duplicate, let reference, let target, let targetReference, _):
            if duplicate == id {
                link(.mergedInto, target, targetReference, at)
            } else {
                link(.duplicate, duplicate, reference, at)
            }
        case .inquirySplit(let from, let fromReference, let new, let newReference, _):
            if from == id {
                link(.splitOff, new, newReference, at)
            } else {
                link(.splitFrom, from, fromReference, at)
            }
        case .linkSuggested(let other, let reference, let reason):
            link(reason == .named ? .suggested : .follows, other, reference, at)
        case .callContinued(let call, let reference, let from, let fromReference, _):
            if from == id {
                link(.continuedIn, call, reference, at)
            } else {
                link(.continuedFrom, from, fromReference, at)
            }
        case .contentErased: isErased = true
        case .clearanceRequested(let by, let reason):
            clearance = Clearance(state: .requested, by: by, at: at, reason: reason)
        case .messageCleared(let by): clearance = Clearance(state: .cleared, by: by, at: at)
        case .clearanceRefused(let by, let reason):
            clearance = Clearance(state: .refused, by: by, at: at, reason: reason)
        default: break
        }
    }

    private mutating func link(
        _ kind: InquiryLink.Kind, _ other: InquiryID, _ reference: PublicReference, _ at: Moment
    ) {
        links.append(InquiryLink(kind: kind, other: other, reference: reference, at: at))
    }
}
