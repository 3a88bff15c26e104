import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import Synchronization

/// Keeps `gateway.json` as it is: written when something changed, whole or not at all.
final class NoteKeeper: Sendable {
    private struct State {
        var note: GatewayNote
        var written: GatewayNote?
        var http: GatewayTrouble?
        var duties: [String: StoreFault] = [:]
        /// By what found it: `in`, `out`, `reading`.
        var mail: [String: MailTrouble] = [:]
    }
    private let state: Mutex<State>
    private let path: String
    private let tell: @Sendable (GatewayNews) -> Void
    private let log: @Sendable (String) -> Void

    init(
        _ note: GatewayNote, path: String, tell: @escaping @Sendable (GatewayNews) -> Void,
        log: @escaping @Sendable (String) -> Void
    ) {
        state = Mutex(State(note: note))
        self.path = path
        self.tell = tell
        self.log = log
        change { _ in }
    }

    func listening(_ address: String) {
        log("serving citizens at \(address)")
        change {
            $0.note.address = address
            $0.note.lastAddress = nil
            $0.http = nil
        }
        tell(.listening(address))
    }

    func failed(_ trouble: GatewayTrouble) {
        log("HTTP: \(trouble.code): \(trouble.detail)")
        let isNews = state.withLock { $0.http != trouble }
        change {
            $0.note.lastAddress = $0.note.address ?? $0.note.lastAddress
            $0.note.address = nil
            $0.http = trouble
        }
        if isNews { tell(.trouble(trouble)) }
    }

    func report(_ duty: String, _ fault: StoreFault?) {
        let isNews = state.withLock { $0.duties[duty] != fault }
        guard isNews else { return }
        log(fault.map { "\(duty): \($0)" } ?? "\(duty): works again")
        change { $0.duties[duty] = fault }
        if let fault { tell(.trouble(.store(fault.code))) }
    }

    /// How letters come or go; nil where all is well.
    func mail(_ way: MailTrouble.Way, _ trouble: MailTrouble?) { mail(way.rawValue, trouble) }

    /// How letters become inquiries.
    func reading(_ trouble: MailTrouble?) { mail("reading", trouble) }

    private func mail(_ part: String, _ trouble: MailTrouble?) {
        guard state.withLock({ $0.mail[part] != trouble }) else { return }
        log(trouble.map { "\($0.code): \($0.detail)" } ?? "mail, \(part): works again")
        change { $0.mail[part] = trouble }
        if let trouble { tell(.trouble(.mail(trouble))) }
    }

    private func change(_ body: (inout State) -> Void) {
        state.withLock { state in
            body(&state)
            let fault = state.duties.sorted { $0.key < $1.key }.first?.value
            let mail = state.mail.sorted { $0.key < $1.key }.first?.value
            let trouble =
                state.http ?? fault.map { GatewayTrouble.store($0.code) } ?? mail.map { .mail($0) }
            state.note.error = trouble?.code
            state.note.detail = trouble?.detail
            guard state.written != state.note else { return }
            do throws(PathFault) {
                try state.note.write(to: path)
                state.written = state.note
            } catch { log("gateway.json: \(error)") }
        }
    }
}
