import CPosix
import Foundation
import Glibc
import SkrankeDomain
import SkrankeGateway
import SkrankeMail

/// Reads originals in a process of its own (`skranke read-mail`), which lives from one to the next until one
/// of them kills it.
///
/// `@unchecked Sendable`: `child` is touched on the lane's one thread alone.
final class ChildParser: MailParser, @unchecked Sendable {
    private struct Process {
        var pid: pid_t
        var socket: Int32
    }
    private let program: String
    private let own: String
    private let lane = MailLane("parser")
    private var child: Process?

    /// Milliseconds that one message may take.
    static let patience: Int32 = 20_000
    /// Bytes of an answer: a text of the greatest length, each scalar as long as JSON makes it.
    static let largestAnswer = 16_000_000

    /// - Parameter program: this program itself.
    init(program: String = "/proc/self/exe", own: String) {
        self.program = program
        self.own = own
    }

    deinit { end() }

    func parse(_ bytes: [UInt8]) async -> ParseResult {
        await lane.run { [self] in parseHere(bytes) }
    }

    private func parseHere(_ bytes: [UInt8]) -> ParseResult {
        if child == nil {
            if let fault = start() { return .unavailable(String(cString: strerror(fault))) }
        }
        guard let child else { return .unavailable("") }
        guard MailWire.write(bytes, to: child.socket),
            let json = MailWire.read(child.socket, limit: Self.largestAnswer, deadline: Self.patience),
            let answer = try? JSONDecoder().decode(ReadOriginal.self, from: Data(json))
        else {
            end()
            return .died
        }
        return .mail(ParsedMail(answer))
    }

    /// 0 or nil where it runs; else the system's number.
    private func start() -> Int32? {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return errno }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let words: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup("read-mail"), strdup(own), nil]
        let values: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C.UTF-8"), nil]
        defer { (words + values).forEach { free($0) } }
        var pid: pid_t = 0
        let fault = posix_spawn(&pid, program, &actions, nil, words, values)
        close(ends[1])
        guard fault == 0 else {
            close(ends[0])
            return fault
        }
        child = Process(pid: pid, socket: ends[0])
        return nil
    }

    private func end() {
        guard let child else { return }
        close(child.socket)
        kill(child.pid, SIGKILL)
        while waitpid(child.pid, nil, 0) < 0, errno == EINTR {}
        self.child = nil
    }
}

extension ParsedMail {
    init(_ read: ReadOriginal) {
        self.init()
        let mail = read.mail
        envelope.messageID = mail.messageID
        envelope.references = Array(mail.references.suffix(Limits.mailReferences))
        envelope.from = mail.from.map(EmailAddress.init)
        envelope.replyTo = mail.replyTo.map(EmailAddress.init)
        envelope.to = mail.to.map(EmailAddress.init)
        envelope.cc = mail.cc.map(EmailAddress.init)
        envelope.subject = Normal.form(mail.subject)
        envelope.attachments = mail.parts.prefix(Limits.mailAttachments).map {
            EmailAttachment(
                index: $0.index, name: $0.name, type: $0.type, size: $0.size, isInline: $0.isInline)
        }
        envelope.isCut = mail.isCut || mail.parts.count > Limits.mailAttachments
        text = Normal.form(mail.text)
        newText = Normal.form(read.newText)
        isAutomatic = mail.automatic != nil
        isBulk = mail.automatic == .list || mail.automatic == .bulk
        deliveredTo = mail.deliveredTo + mail.to.map(\.address) + mail.cc.map(\.address)
        report = mail.report.map(ParsedReport.init)
    }
}

extension EmailAddress {
    init(_ address: MailAddress) {
        self.init(name: Normal.form(address.name), address: address.address)
    }
}

extension ParsedReport {
    init(_ report: DeliveryReport) {
        let outcome: Outcome =
            switch report.outcome {
            case .failed: .failed
            case .delayed: .delayed
            case .delivered, .complaint, .unclear: .other
            }
        self.init(
            outcome: outcome, status: report.status, sentence: report.diagnosis,
            addresses: report.addresses, original: report.original)
    }
}
