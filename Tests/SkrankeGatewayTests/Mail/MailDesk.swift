import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import Synchronization

@testable import SkrankeGateway

/// The gateway's e-mail with hands for servers: a mailbox in memory, a parser that obeys, a server that answers
/// what it is told.
final class MailHands: MailSource, MailParser, MailSender, MailSecrets {
    struct State {
        var validity: Int64 = 7
        var messages: [(mark: MailMark, text: String)] = []
        var reads = 0
        var kept: [String] = []
        var outcomes: [MailOutcome] = []
        var letters: [MailLetter] = []
        var parsed: [String] = []
        var trouble: MailTrouble?
        /// The server says it has so many more.
        var hidden = 0
    }
    let state = Mutex(State())
    let mailbox = "imap:test"

    func put(_ text: String, number: Int64? = nil) {
        state.withLock {
            let next = number ?? Int64($0.messages.count + 1)
            $0.messages.append((MailMark(mark: "\(next)", number: next, size: text.utf8.count), text))
        }
    }

    func look() async throws(MailTrouble) -> MailboxState {
        let (trouble, found) = state.withLock {
            ($0.trouble, MailboxState(validity: $0.validity, count: $0.messages.count + $0.hidden))
        }
        if let trouble { throw trouble }
        return found
    }
    func list(after number: Int64) async throws(MailTrouble) -> [MailMark] {
        state.withLock { $0.messages.map(\.mark).filter { $0.number > number } }
    }
    func read(_ mark: MailMark) async throws(MailTrouble) -> ReadMail? {
        state.withLock { state in
            state.reads += 1
            return state.messages.first { $0.mark == mark }.map {
                ReadMail(bytes: Array($0.text.utf8), digest: "d" + $0.text)
            }
        }
    }
    func kept(_ marks: [MailMark]) async { state.withLock { $0.kept += marks.map(\.mark) } }
    func wait(seconds: Int) async throws(MailTrouble) {}
    func disconnect() async {}

    /// `kill` kills its reader, `from=` names a sender, `re=` a Message-ID, `tag=` a tag, `subject=`, `auto`,
    /// `bounce=` the letter of ours that did not arrive.
    func parse(_ bytes: [UInt8]) async -> ParseResult {
        let text = String(decoding: bytes, as: UTF8.self)
        state.withLock { $0.parsed.append(text) }
        if text.contains("kill") { return .died }
        var mail = ParsedMail()
        mail.envelope.from = [EmailAddress(address: "kari@innbygger.example")]
        mail.text = text
        mail.newText = "new: " + text
        for word in text.split(separator: " ") {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            let value = parts.last ?? ""
            switch parts[0] {
            case "from": mail.envelope.from = [EmailAddress(address: value)]
            case "re": mail.envelope.references = [value]
            case "tag": mail.deliveredTo = [value]
            case "subject": mail.envelope.subject = value
            case "auto": mail.isAutomatic = true
            case "list": (mail.isAutomatic, mail.isBulk) = (true, true)
            case "bounce":
                mail.isAutomatic = true
                mail.report = ParsedReport(outcome: .failed, status: "5.1.1", original: value)
            default: break
            }
        }
        return .mail(mail)
    }

    func send(_ letter: MailLetter) async -> MailOutcome {
        state.withLock {
            $0.letters.append(letter)
            return $0.outcomes.isEmpty ? .accepted : $0.outcomes.removeFirst()
        }
    }

    func tag(in address: String) -> MailTag {
        if address == "forged" { return .forged }
        return PublicReference(address).map { .reference($0) } ?? .none
    }
    func pseudonym(_ address: String) -> String { "p" + address }
}

/// A desk with e-mail on a store in memory.
struct MailDesk {
    let time: TestTime
    let store: any JournalStore
    let desk: CommandDesk
    let hands = MailHands()
    let said = Said()
    let fetch: MailFetch
    let reading: MailReading
    let dispatch: MailDispatch

    final class Said: Sendable {
        let troubles = Mutex<[MailTrouble?]>([])
        var last: MailTrouble? { troubles.withLock { $0.last ?? nil } }
        func say(_ trouble: MailTrouble?) { troubles.withLock { $0.append(trouble) } }
    }

    static var policy: DeskPolicy {
        var policy = TestDesk.policy
        policy.mail = MailPolicy(receiptsToOnePerDay: 5, receiptsPerHour: 50)
        return policy
    }

    init(store: any JournalStore = MemoryStore()) {
        let time = TestTime(TestDesk.start)
        let identifiers = Identifiers(clock: time)
        desk = CommandDesk(
            store: store, clock: time, policy: { MailDesk.policy }, identifiers: { identifiers.next() })
        self.time = time
        self.store = store
        let (hands, said) = (hands, said)
        let setup = MailSetup(
            source: hands, parser: hands, sender: hands, secrets: hands,
            internalDomains: ["kongsvinger.example"], officialDomains: ["avisa.example"])
        fetch = MailFetch(source: hands, store: store, clock: time)
        reading = MailReading(
            desk: desk, setup: setup, clock: time, policy: { MailDesk.policy }, report: { said.say($0) },
            log: { _ in })
        dispatch = MailDispatch(
            desk: desk, sender: hands, clock: time, report: { said.say($0) }, log: { _ in })
    }

    /// A letter through mailbox, store and parser.
    func receive(_ text: String) async throws {
        hands.put(text)
        _ = try await fetch.round()
        _ = try await reading.work()
    }

    func files() async throws -> [InquiryFile] {
        var files: [InquiryFile] = []
        for head in try await store.heads(matching: HeadQuery()) {
            if let file = try await store.file(head.id) { files.append(file) }
        }
        return files.sorted { $0.inquiry.reference.description < $1.inquiry.reference.description }
    }

    func submit(_ intent: Intent) async throws -> CommandAnswer {
        let caller = Caller(.agent(AgentID("kari")), roles: [.agent], terminal: "test")
        switch try await desk.submit(intent, by: caller) {
        case .committed(let answer, _), .repeated(let answer): return answer
        case .refused(let refusal): throw refusal
        case .conflict: throw Refusal.notFound
        }
    }
}
