/// Why a command is not possible. Typed, so that every language can say it and every client can act on it.
///
/// A refusal stores nothing, and costs nothing but the asking.
public enum Refusal: Error, Equatable, Sendable, Codable {
    case notFound
    case notPermitted
    /// Somebody else has it: who, and since when (law 3).
    case alreadyClaimed(by: AgentID, at: Moment)
    case notOwner(owner: AgentID?)
    /// The owner or what the citizen sees changed after `seen`; the draft is kept.
    case movedSince(seen: Int, now: Int)
    case wrongState(InquiryState)
    case wrongChannel(Channel)
    /// The contact (chat, visit, callback) is not in a state for this.
    case contactNotReady
    case textMissing
    case textTooLong(limit: Int)
    case topicMissing
    case receiptMissing
    case answerMissing
    case archiveDecisionMissing
    case phoneOutcomeMissing
    case referralMissing
    case heldTextWaiting
    case nothingToWithdraw
    case tooManyLive(limit: Int)
    case slotTaken
    case slotInvalid
    case dateNotInFuture
    case dateNotOpen
    case unknownUnit
    case unknownTopic
    case unknownAgent
    case moveNotAllowed(from: Channel, to: Channel)
    case reasonMissing
    case attemptsLeft(Int)
    case limitReached
    case invalidContact
    case beingSent
    case deskClosed
    /// Somebody is in conversation about it at this moment.
    case liveContact
    /// An inquiry cannot be merged into itself.
    case sameInquiry
    /// The inquiry to merge into has ended: closed, annulled, or merged itself.
    case targetNotOpen(InquiryState)
    /// The answer must be agreed to first, and is not (samordning).
    case clearanceMissing
    /// Nobody has asked for clearance.
    case clearanceNotRequested
    /// He holds all that one can: what he wants more of, and with what he is full (R119).
    case overCapacity(wanted: Channel, holds: Channel, count: Int)
    /// Whoever is blocked takes nothing new.
    case presenceBlocked
    /// No such code in the municipality's list.
    case unknownAbsence
    /// A pause is told with its code (R129).
    case absenceMissing
    // -- Callbacks and the directory --
    /// The next attempt is owed then; two close together reach nobody.
    case tooSoon(until: Moment)
    /// Given up is what got a message; none was left.
    case messageNotLeft
    /// The municipality knows no such absence code.
    case unknownAbsenceCode
}
