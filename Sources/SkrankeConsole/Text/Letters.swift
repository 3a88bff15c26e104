import SkrankeDomain

/// The letters that choose in overlays: the Norwegian word's, the same in every language, so that the hand
/// need not learn anew.
extension Texts {
    func letter(_ channel: Channel) -> Unicode.Scalar {
        switch channel {
        case .chat: "c"
        case .callback: "r"
        case .visit: "o"
        case .appointment: "a"
        case .email: "e"
        case .phone: "t"
        case .mia: "m"
        case .letter: "b"
        case .sms: "s"
        case .social: "f"
        case .media: "p"
        }
    }
    func letter(_ result: ClosingResult) -> Unicode.Scalar {
        switch result {
        case .solvedByMia: "m"
        case .solvedAtDesk: "l"
        case .solvedByUnit: "e"
        case .referred: "h"
        case .appointmentHeld: "a"
        case .noReply: "i"
        case .withdrawn: "t"
        }
    }
    func letter(_ archive: ArchiveDecision) -> Unicode.Scalar { archive == .journal ? "j" : "i" }
    func letter(_ outcome: PhoneOutcome) -> Unicode.Scalar {
        switch outcome {
        case .reachedPerson: "a"
        case .helpedByOther: "b"
        case .toldWhenAndHow: "c"
        case .none: "n"
        }
    }
    func letter(_ result: AttemptResult) -> Unicode.Scalar {
        switch result {
        case .reached: "f"
        case .noAnswer: "i"
        case .busy: "o"
        case .messageLeft: "b"
        }
    }
    var letterGiveUp: Unicode.Scalar { "g" }
    func letter(_ action: MeetingAction) -> Unicode.Scalar {
        switch action {
        case .call: "k"
        case .start: "s"
        case .finish: "f"
        case .left: "g"
        case .park: "p"
        case .service: "t"
        case .hand: "o"
        case .arrived: "m"
        case .held: "h"
        case .noShow: "u"
        case .reschedule: "y"
        case .cancel: "x"
        case .book: "a"
        }
    }
    func letter(_ presence: Presence) -> Unicode.Scalar {
        switch presence {
        case .available: "l"
        case .busy: "o"
        case .wrapUp: "e"
        case .paused: "p"
        case .off: "i"
        case .blocked: "s"
        }
    }
    func letter(_ reason: VoidReason) -> Unicode.Scalar {
        switch reason {
        case .spam: "s"
        case .private: "p"
        case .duplicate: "d"
        case .misregistered: "f"
        case .hungUp: "l"
        case .putThrough: "o"
        }
    }
    var letterCancel: Unicode.Scalar { "a" }
    var letterQuit: Unicode.Scalar { "q" }
}
