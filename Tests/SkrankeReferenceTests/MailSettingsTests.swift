import SkrankeDomain
import Testing

@testable import SkrankeReference

/// `[mail]` in `desk.toml`: what it says, what it may not say, and that it may be away.
@Suite struct MailSettingsTests {
    private static func read(_ more: String) throws -> (MailSettings?, [DataFileError]) {
        let log = FileLog(file: "desk.toml", text: try Repository.text("Data/desk.toml") + "\n" + more)
        let desk = DeskFile.read(log)
        return (desk.settings.mail, log.sortedErrors)
    }

    private static let imap = """
        [mail.imap]
        host = "imap.example"
        user = "desk"
        password_file = "/etc/skranke/imap"
        """

    @Test func withoutItThereIsNone() throws {
        let (settings, errors) = try Self.read("")
        #expect(settings == nil && errors.isEmpty)
    }

    @Test func serversAreRead() throws {
        let text = """
            [mail]
            address = "post@kongsvinger.example"
            internal_domains = ["Kongsvinger.example"]
            receipts_per_hour = 7
            \(Self.imap)
            [mail.smtp]
            host = "smtp.example"
            """
        let (settings, errors) = try Self.read(text)
        #expect(errors.isEmpty, "\(errors)")
        let mail = try #require(settings)
        #expect(mail.domain == "kongsvinger.example" && mail.delimiter == "+" && mail.pollSeconds == 60)
        #expect(mail.internalDomains == ["kongsvinger.example"] && mail.policy.receiptsPerHour == 7)
        let host = MailHost(
            host: "imap.example", port: 993, security: .tls, user: "desk", passwordFile: "/etc/skranke/imap")
        #expect(mail.source == .imap(host, folder: "INBOX"))
        #expect(mail.sender == .smtp(MailHost(host: "smtp.example", port: 587, security: .starttls)))
    }

    @Test func theHostsOwnMailIsRead() throws {
        let (settings, errors) = try Self.read(
            """
            [mail]
            address = "post@kongsvinger.example"
            maildir = "/var/mail/desk"
            sendmail = "/usr/sbin/sendmail"
            """)
        #expect(errors.isEmpty)
        #expect(settings?.source == .maildir("/var/mail/desk"))
        #expect(settings?.sender == .sendmail("/usr/sbin/sendmail"))
    }

    @Test(arguments: [
        ("address = \"x\"", "mail.address"), ("delimiter = \"x\"", "mail.delimiter"),
        ("poll_seconds = 0", "mail.poll_seconds"), ("maildir = \"/x\"", "mail"),
        ("internal_domains = [\"a b\"]", "mail.internal_domains[0]"),
        ("adress = \"a@b.example\"", "mail.adress"),
    ])
    func whatIsWrongIsNamed(_ line: String, _ path: String) throws {
        let address = line.hasPrefix("address") ? "" : "address = \"post@kongsvinger.example\""
        let (_, errors) = try Self.read("[mail]\n\(address)\nsendmail = \"/x\"\n\(line)\n\(Self.imap)")
        #expect(errors.map(\.path) == [path])
    }

    /// A password may not cross a network in clear.
    @Test func onlyOurOwnMachineMayBeSpokenToInClear() throws {
        for (host, isFine) in [("127.0.0.1", true), ("localhost", true), ("mail.example", false)] {
            let (_, errors) = try Self.read(
                """
                [mail]
                address = "post@kongsvinger.example"
                sendmail = "/x"
                [mail.imap]
                host = "\(host)"
                security = "none"
                """)
            #expect(errors.isEmpty == isFine, "\(host)")
        }
    }
}
