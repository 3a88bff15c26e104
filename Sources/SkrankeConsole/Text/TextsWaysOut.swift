import SkrankeDomain

/// Where somebody reads a refusal: what he can do about it has another name there.
public enum Front: Equatable, Sendable {
    /// The agent's screen: a key.
    case screen
    /// `skranke inquiry ...`: a command or a flag. `reference` is the inquiry's, where one was named.
    case commandLine(reference: String?)
}

/// The way out of a refusal. On the screen it is a key and stands within the sentence; on the command line it
/// is a command, and stands here, beside the sentences of `TextsRefusals`.
extension Texts {
    /// `hint` on the screen, `other` elsewhere.
    func key(_ hint: String, else other: String = "") -> String { front == .screen ? hint : other }

    /// What to do about it at the command line; nil on the screen, and where nothing is to be done.
    func wayOut(_ refusal: Refusal) -> String? {
        guard case .commandLine(let reference) = front else { return nil }
        let name = reference ?? "REF"
        switch refusal {
        case .alreadyClaimed, .wrongState, .wrongChannel, .contactNotReady, .movedSince:
            return see("skranke inquiry show \(name)")
        case .notFound: return see("skranke inquiry list")
        case .notOwner(nil): return first("skranke inquiry claim \(name)")
        case .notOwner:
            return t(
                "Bare den som har henvendelsen, kan gjøre det.",
                "Berre den som har førespurnaden, kan gjere det.",
                "Only the one who has the inquiry can do that.")
        case .answerMissing, .receiptMissing: return first("skranke inquiry answer \(name) --text TEXT")
        case .clearanceMissing: return first("skranke inquiry clear \(name)")
        case .liveContact, .clearanceNotRequested: return see("skranke inquiry show \(name)")
        case .tooManyLive: return "skranke inquiry close REF --result CODE"
        default: return flag(of: refusal).map(give)
        }
    }

    /// The flag that the refusal asks for.
    private func flag(of refusal: Refusal) -> String? {
        switch refusal {
        case .textMissing: "--text"
        case .topicMissing: "--topic TOPIC (topics.toml)"
        case .unknownTopic: "--topic (topics.toml)"
        case .archiveDecisionMissing: "--archive journal | not-archived"
        case .phoneOutcomeMissing: "--phone-outcome a | b | c | none"
        case .referralMissing, .unknownUnit: "--referred-to CODE (units.toml)"
        case .reasonMissing: "--reason"
        case .slotTaken, .slotInvalid, .dateNotInFuture, .dateNotOpen: "--from, --until"
        case .invalidContact: "--email, --phone"
        default: nil
        }
    }

    private func see(_ command: String) -> String {
        t("Se: \(command)", "Sjå: \(command)", "See: \(command)")
    }

    private func first(_ command: String) -> String {
        t("Gjør først: \(command)", "Gjer først: \(command)", "First: \(command)")
    }

    private func give(_ flag: String) -> String {
        t("Gi det med \(flag).", "Gje det med \(flag).", "Give it by \(flag).")
    }
}
