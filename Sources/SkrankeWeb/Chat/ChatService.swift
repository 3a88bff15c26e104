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
        guard let version = answer.version else { throw Problem(.failed) }
        return try await messageVersion(in: inquiry, upTo: version)
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

    /// The citizen's last message at or before `version`, which is where the command that wrote it ended.
    private func messageVersion(in inquiry: InquiryID, upTo version: Int) async throws -> Int {
        let events = try await desk.store.events(of: .inquiry(inquiry), after: max(0, version - 24))
        let own = events.last { envelope in
            guard envelope.version <= version, case .chatMessageSent(_, _, .citizen) = envelope.event else {
                return false
            }
            return true
        }
        return own?.version ?? version
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
