import SkrankeDomain
import SkrankeScreen

/// The staff directory, absences, and what an agent needs while he talks.
enum DirectoryCommands {
    static let all: [ConsoleCommand] = [
        ConsoleCommand(
            .directory, .find, .none, [.letter("d", .plain), .key(.function(6))],
            takesArgument: true,
            unless: { $0.policy.directory.people.isEmpty ? .noTargets : nil },
            perform: { state, argument in state.showDirectory(argument) }),
        ConsoleCommand(
            .absence, .program, .none, [.letter("A", .plain)],
            unless: { state in
                if state.policy.directory.codes.isEmpty { return .noTargets }
                return reason { () throws(Reason) in try state.permit(.clearAbsence(state.agent), nil) }
            },
            perform: { state, _ in state.askAbsence(state.agent) }),
        ConsoleCommand(
            .callNote, .talk, .none, [.key(.function(7))],
            unless: { state in
                guard let id = state.callInHand else { return .noCall }
                return reason { () throws(Reason) in
                    guard state.mayRead else { throw .mayNotRead }
                    try state.permit(.addNote(id, text: ""), state.head(id))
                }
            },
            perform: { state, _ in state.startCallNote() }),
        ConsoleCommand(
            .readOut, .talk, .none, [.letter("O")],
            unless: { state in
                reason { () throws(Reason) in
                    let head = try state.target()
                    if !head.isReceipted { throw .refusal(.receiptMissing) }
                }
            },
            perform: { state, _ in state.whenLoaded(.readOut) { $0.showSpoken() } }),
    ]
}

extension AppState {
    /// The call that this agent is in, or has just ended: the one that his telephone opened, else the newest of
    /// his own that is not over.
    var callInHand: InquiryID? {
        if let call, head(call.id)?.owner == agent { return call.id }
        let own = board.heads.values.filter {
            $0.owner == agent && $0.channel == .phone && $0.state.isOpen
                && ($0.contactState == .active || $0.contactState == .wrapUp)
        }
        return own.max { ($0.receivedAt, $0.id) < ($1.receivedAt, $1.id) }?.id
    }

    /// One key from anywhere: what was being written stays in its own field.
    mutating func startCallNote() -> [Effect] {
        guard let id = callInHand else { return [] }
        let effects = current == id && file(id) != nil ? [] : open(id)
        screen = .desk
        focus = .editor(.note)
        return effects
    }

    /// The latest receipt's words, to be read to the caller.
    mutating func showSpoken() -> [Effect] {
        guard let file = currentTab?.file, let receipt = file.inquiry.receipts.last,
            let words = file.texts[receipt.content]
        else { return [] }
        overlay = .spoken(texts.spokenTitle(file.head.reference.short), words)
        return []
    }
}
