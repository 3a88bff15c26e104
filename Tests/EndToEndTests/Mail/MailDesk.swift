import Foundation
import Glibc
import MailServers

/// A desk with e-mail: Dovecot has its mailbox and its citizens', aiosmtpd takes its letters and brings them
/// to the citizens' boxes.
final class MailDesk {
    let desk: DeskFolder
    let house: MailHouse
    private var service: Child?

    static let address = "desk@kongsvinger.example"
    static let citizen = "blid@innbygger.example"

    /// - Parameter world: what becomes of letters; nil delivers them.
    init(world: String? = nil, more: String = "") throws {
        desk = try DeskFolder()
        house = try MailHouse()
        let smtp = try house.startWorld(world ?? "deliver:\(house.lmtp)")
        desk.more["SKRANKE_IMAP_PASSWORD"] = "secret"
        let text = """

            [mail]
            address = "\(Self.address)"
            poll_seconds = 20
            internal_domains = ["kongsvinger.example"]
            receipts_to_one_per_day = 1000
            receipts_per_hour = 100000
            \(more)
            [mail.imap]
            host = "127.0.0.1"
            port = \(house.imap)
            security = "none"
            user = "desk"
            [mail.smtp]
            host = "127.0.0.1"
            port = \(smtp)
            security = "none"

            """
        let path = desk.data + "/desk.toml"
        let old = try String(contentsOfFile: path, encoding: .utf8)
        try (old + text).write(toFile: path, atomically: true, encoding: .utf8)
    }

    func serve() throws {
        service = try desk.start(["serve"])
        _ = try desk.gatewayAnswers()
    }

    /// kill -9, without a word.
    func killGateway() {
        service?.kill(SIGKILL)
        service?.wait()
        service = nil
    }

    func startGateway() throws { service = try desk.start(["serve"]) }

    var gatewayProcess: pid_t? { service?.pid }

    /// A letter of a citizen arrives by LMTP.
    func write(
        _ text: String, subject: String = "Garasje", to: String = MailDesk.address, id: String = "",
        headers: [String] = [], from: String = MailDesk.citizen
    ) throws {
        let name = id.isEmpty ? UUID().uuidString.lowercased() + "@innbygger.example" : id
        let lines =
            [
                "From: Blid Tranebær <\(from)>", "To: <\(to)>", "Subject: \(subject)",
                "Message-ID: <\(name)>",
                "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
            ] + headers
        try house.deliver(lines.joined(separator: "\r\n") + "\r\n\r\n" + text + "\r\n", to: to, from: from)
    }

    func list() throws -> [[String: Any]] { try desk.json("inquiry", "list", "--limit", "10000") }

    func show(_ reference: String) throws -> [String: Any] {
        try (try desk.json("inquiry", "show", reference).first).orTrouble("no \(reference)")
    }

    func messages(_ reference: String) throws -> [[String: Any]] {
        try (try show(reference)["messages"] as? [[String: Any]]).orTrouble("no messages")
    }

    func letters(_ reference: String) throws -> [[String: Any]] {
        try (try show(reference)["letters"] as? [[String: Any]]).orTrouble("no letters")
    }

    /// The states of our letters, by purpose.
    func states(_ reference: String) throws -> [String] {
        try letters(reference).filter { $0["direction"] as? String == "out" }.map {
            "\($0["purpose"] as? String ?? "") \($0["state"] as? String ?? "")"
        }
    }

    /// What the gateway's note says is wrong.
    var trouble: String? {
        guard let text = try? String(contentsOfFile: desk.gatewayNote, encoding: .utf8),
            let note = try? DeskFolder.object(text)
        else { return nil }
        return note["error"] as? String
    }

    /// A header of a message, unfolded; nil where it has none.
    static func header(_ name: String, _ message: String) -> String? {
        let head = message.replacing("\r\n", with: "\n").components(separatedBy: "\n\n")[0]
        let lines = head.replacing("\n ", with: " ").replacing("\n\t", with: " ").split(separator: "\n")
        let found = lines.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
        return found.map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }
}
