import Logging
import SkrankeDomain
import SkrankeJournal

/// What a citizen may do, behind both the JSON interface and the plain form: through the command desk and
/// its gate like everybody (law 5).
struct ChatService: Sendable {
    let desk: CommandDesk
    let logger: Logger

    struct Opened: Sendable {
        var inquiry: InquiryID
        var reference: PublicReference
        var state: CitizenState
    }

    /// Opens a chat, or keeps the question where nobody is there (K13); 201 at any hour.
    func open(_ body: ChatBody, language: Language, key: IdempotencyKey?) async throws -> Opened {
        let intent = Intent.startChat(
            id: desk.newID(), question: body.question, language: language, contact: body.details)
        let answer = try await submit(intent, by: .newcomer, key: key)
        guard let inquiry = answer.inquiry, let reference = answer.reference else { throw Problem(.failed) }
        return Opened(inquiry: inquiry, reference: reference, state: CitizenState(answer.state))
    }

    /// - Returns: the version at which the message stands in its stream.
    func write(_ text: String, in inquiry: InquiryID, key: IdempotencyKey?) async throws -> Int {
        let answer = try await submit(.citizenWrites(inquiry, text: text), by: .citizen(inquiry), key: key)
        // An answer that an older program kept under a key has no place of the message: the last stands in.
        guard let version = answer.messageVersion ?? answer.version else { throw Problem(.failed) }
        return version
    }

    /// What is over already needs no ending.
    func end(_ inquiry: InquiryID) async throws {
        let result = try await desk.submit(
            .citizenEndsChat(inquiry), by: Caller(.citizen(inquiry), terminal: "web"))
        switch result {
        case .committed, .repeated, .refused(.contactNotReady), .refused(.wrongState): return
        case .conflict: throw Problem(.keyConflict)
        case .refused(let refusal): throw Problem(refusal: refusal)
        }
    }

    private func submit(_ intent: Intent, by actor: SkrankeDomain.Actor, key: IdempotencyKey?) async throws
        -> CommandAnswer
    {
        switch try await desk.submit(intent, by: Caller(actor, terminal: "web"), key: key) {
        case .committed(let answer, _), .repeated(let answer): return answer
        case .conflict: throw Problem(.keyConflict)
        case .refused(let refusal): throw Problem(refusal: refusal)
        }
    }
}
