import SkrankeDomain
import SkrankeScreen

/// The end: close, reopen, annul, erase.
enum FinishingCommands {
    static let all: [ConsoleCommand] = [
        ConsoleCommand(
            .close, .finish, .citizenVisible, [.letter("l")],
            unless: { state in reason { () throws(Reason) in try state.mayClose() } },
            perform: { state, _ in state.whenLoaded(.close) { $0.startClosing() } }),
        ConsoleCommand(
            .reopen, .finish, .reversible, [],
            unless: { state in
                reason { () throws(Reason) in
                    let head = try state.target()
                    guard head.state == .closed else { throw .refusal(.wrongState(head.state)) }
                    try state.permit(.reopen(head.id, reason: nil), head)
                }
            },
            perform: { state, _ in
                guard let id = state.targetID else { return [] }
                return state.submit([.reopen(id, reason: nil)], inquiry: id, done: .reopened)
            }),
        ConsoleCommand(
            .void, .finish, .destructive, [],
            unless: { state in
                reason { () throws(Reason) in
                    let head = try state.openTarget()
                    try state.permit(.void(head.id, .spam), head)
                    try state.mineOrFreeOrSupervisor(head)
                    try state.noHeldText(head)
                }
            },
            perform: { state, _ in state.askVoid() }),
        ConsoleCommand(
            .erase, .finish, .destructive, [],
            unless: { state in
                reason { () throws(Reason) in
                    guard let id = state.targetID else { throw .nothingOpen }
                    try state.permit(.eraseContent(id), state.head(id))
                }
            },
            perform: { state, _ in state.askConfirm(.erase) }),
    ]
}

extension AppState {
    func mayClose() throws(Reason) {
        let head = try openTarget()
        try permit(.close(head.id, ClosingDetails(result: .withdrawn), seen: 0), head)
        try mineOrFreeOrSupervisor(head)
        try noHeldText(head)
    }

    mutating func askVoid() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        let options = VoidReason.choices.map {
            Picker.Option(.void($0), texts.letter($0), texts.void($0))
        }
        overlay = .picker(
            Picker(
                .void(head.id), title: texts.voidTitle(head.reference.short), intro: [texts.voidIntro],
                options: options, isUnchosen: true))
        return []
    }

    mutating func askConfirm(_ deed: ConfirmCard.Deed) -> [Effect] {
        guard let id = targetID, let head = head(id) else { return [] }
        overlay = .confirm(ConfirmCard(inquiry: id, reference: head.reference.short, deed: deed))
        return []
    }
}
