import SkrankeDomain

/// What the citizen is told about his chat (DESIGN §5).
public enum CitizenState: String, Sendable, Codable, CaseIterable {
    /// In the queue for a human being.
    case waiting
    /// The desk is closed or nobody is there: the question is kept, its receipt is dated.
    case left
    /// Somebody at the desk has it.
    case active
    /// Over; a message opens it again.
    case ended

    public init(_ state: InteractionState?) {
        switch state {
        case .waiting: self = .waiting
        case .left: self = .left
        case .active, .citizenIdle, .called, .parked, .dialling, .booked, .arrived: self = .active
        case .wrapUp, .done, .ended, .givenUp, .noShow, .cancelled, .abandoned, .moved, nil: self = .ended
        }
    }

    /// The state of the inquiry's latest chat; a move to another channel ends it.
    init(of inquiry: Inquiry) {
        self.init(inquiry.interactions.last { $0.channel == .chat || $0.channel == .mia }?.state)
    }
}
