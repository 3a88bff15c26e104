import Glibc
import SkrankeDomain
import SkrankeGateway
import SkrankeMail
import SkrankeRuntime
import Synchronization

/// A Maildir of the host as the gateway's mailbox. Names that the desk has are remembered, so that a round
/// costs one look at the folder.
final class MaildirSource: MailSource {
    let mailbox: String
    private let folder: Maildir
    private let lane = MailLane("maildir")
    private let delays: any Delays
    private let known = Mutex<Set<String>>([])

    init(_ path: String, delays: any Delays = SystemDelays()) {
        folder = Maildir(path)
        mailbox = "maildir:" + path
        self.delays = delays
    }

    func look() async throws(MailTrouble) -> MailboxState {
        _ = try await entries()
        return MailboxState(validity: 0, count: nil)
    }

    func list(after number: Int64) async throws(MailTrouble) -> [MailMark] {
        let known = known.withLock { $0 }
        return try await entries().filter { !known.contains($0.name) }.map { MailMark(mark: $0.name) }
    }

    func read(_ mark: MailMark) async throws(MailTrouble) -> ReadMail? {
        guard let entry = try await entries().first(where: { $0.name == mark.mark }) else { return nil }
        let folder = folder
        let result = await lane.run { () -> Result<[UInt8]?, MailFault> in
            do throws(MailFault) { return .success(try folder.read(entry)) } catch { return .failure(error) }
        }
        switch result {
        case .success(let bytes): return bytes.map { ReadMail(bytes: $0, digest: MailDigest.of($0)) }
        case .failure(.tooLarge):
            let text = "Subject: \(mark.mark)\r\n\r\n-\r\n"
            return ReadMail(bytes: Array(text.utf8), digest: mark.mark)
        case .failure(let fault): throw MailTrouble(.incoming, fault, folder.path)
        }
    }

    /// From `new` to `cur`, where every other reader still finds them.
    func kept(_ marks: [MailMark]) async {
        let names = Set(marks.map(\.mark))
        known.withLock { $0.formUnion(names) }
        guard let entries = try? await entries() else { return }
        for entry in entries where names.contains(entry.name) { folder.keep(entry) }
    }

    /// Nobody tells when a file comes: once a second somebody looks.
    func wait(seconds: Int) async throws(MailTrouble) {
        await Bell().wait(milliseconds: Int64(min(seconds, 1)) * 1_000, delays)
    }

    func disconnect() async {}

    private func entries() async throws(MailTrouble) -> [Maildir.Entry] {
        let folder = folder
        let result = await lane.run { () -> Result<[Maildir.Entry], MailFault> in
            do throws(MailFault) { return .success(try folder.entries()) } catch { return .failure(error) }
        }
        do throws(MailFault) { return try result.get() } catch {
            throw MailTrouble(.incoming, .noFolder, folder.path)
        }
    }
}
