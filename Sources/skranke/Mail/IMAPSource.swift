import SkrankeDomain
import SkrankeGateway
import SkrankeMail
import SkrankeRuntime
import Synchronization

/// A folder of an IMAP server as the gateway's mailbox. One connection, kept between rounds.
///
/// `@unchecked Sendable`: `client` and `hasNoIdle` are touched on the lane's one thread alone.
final class IMAPSource: MailSource, @unchecked Sendable {
    let mailbox: String
    private let server: MailServer
    private let folder: String
    private let lane = MailLane("imap")
    private let isStopped = Mutex(false)
    private var client: IMAPClient?
    private var hasNoIdle = false

    /// RFC 2177: a server may hang up after 29 minutes.
    static let longestIdle = 1_500

    init(_ server: MailServer, folder: String) {
        self.server = server
        self.folder = folder
        mailbox = "imap:\(server.user ?? "")@\(server.host)/\(folder)"
    }

    func look() async throws(MailTrouble) -> MailboxState {
        isStopped.withLock { $0 = false }
        return try await run { source throws(MailFault) in
            let client = try source.connected()
            let found = try client.open(source.folder)
            return MailboxState(validity: Int64(found.uidValidity), count: found.exists)
        }
    }

    func list(after number: Int64) async throws(MailTrouble) -> [MailMark] {
        let last = UInt32(clamping: number)
        return try await run { source throws(MailFault) in
            try source.connected().messages(after: last).map {
                MailMark(mark: "\($0.uid)", number: Int64($0.uid), size: $0.size)
            }
        }
    }

    func read(_ mark: MailMark) async throws(MailTrouble) -> ReadMail? {
        let uid = UInt32(clamping: mark.number)
        let size = mark.size
        return try await run { source throws(MailFault) in
            // Too large to be read: what it is about, and that there is more, must still be seen.
            let bytes =
                size > MailLimits.messageBytes
                ? try source.connected().fetchHeader(uid) : try source.connected().fetch(uid)
            return bytes.map { ReadMail(bytes: $0, digest: MailDigest.of($0)) }
        }
    }

    func kept(_ marks: [MailMark]) async {}

    func wait(seconds: Int) async throws(MailTrouble) {
        let outcome = await withTaskCancellationHandler {
            await result { source throws(MailFault) in try source.idle(min(seconds, Self.longestIdle)) }
        } onCancel: {
            isStopped.withLock { $0 = true }
        }
        try outcome.get()
    }

    func disconnect() async {
        await lane.run { [self] in
            client = nil
            hasNoIdle = false
        }
    }

    private func idle(_ seconds: Int) throws(MailFault) {
        let client = try connected()
        if !hasNoIdle {
            do throws(MailFault) {
                _ = try client.idle(seconds: seconds) { isStopped.withLock { $0 } }
                return
            } catch .protocolBroken {
                hasNoIdle = true
            } catch { throw error }
        }
        // A server that does not tell is asked again after this.
        for _ in 0..<max(1, seconds) * 4 where !isStopped.withLock({ $0 }) { Pause.quarterSecond() }
    }

    private func connected() throws(MailFault) -> IMAPClient {
        if let client { return client }
        let new = try IMAPClient(server)
        _ = try new.open(folder)
        client = new
        return new
    }

    private func result<Value: Sendable>(
        _ body: @escaping @Sendable (IMAPSource) throws(MailFault) -> Value
    ) async -> Result<Value, MailTrouble> {
        await lane.run { [self] () -> Result<Value, MailTrouble> in
            do throws(MailFault) { return .success(try body(self)) } catch {
                client = nil
                return .failure(MailTrouble(.incoming, error, server.host))
            }
        }
    }

    private func run<Value: Sendable>(
        _ body: @escaping @Sendable (IMAPSource) throws(MailFault) -> Value
    ) async throws(MailTrouble) -> Value {
        try await result(body).get()
    }
}

extension MailTrouble {
    init(_ way: Way, _ fault: MailFault, _ server: String) {
        let kind: Kind =
            switch fault {
            case .unreachable: .unreachable
            case .notSecure: .notSecure
            case .loginRefused: .loginRefused
            case .noFolder: .noFolder
            case .protocolBroken, .tooLarge: .protocolBroken
            case .timedOut: .timedOut
            case .cannotWrite: .refusing
            }
        self.init(way, kind, server)
    }
}
