import SkrankeDomain

/// The desk's e-mail: where letters come from, and who takes ours. Without it the desk has no mail, and says so.
public struct MailSettings: Sendable, Equatable {
    /// The desk's own address: letters come to it, and ours come from it.
    public var address: String
    /// What stands before the address; nil = the municipality's name.
    public var name: String?
    /// What the mail server sees as the beginning of a tag in an address.
    public var delimiter: String
    /// The longest time between two looks, where the server does not tell by itself.
    public var pollSeconds: Int
    public var source: Source
    public var sender: Sender
    /// Domains of colleagues, and of elected officials, media and other authorities (reference-data §6.6).
    public var internalDomains: [String]
    public var officialDomains: [String]
    public var policy: MailPolicy

    public enum Source: Sendable, Equatable {
        case imap(MailHost, folder: String)
        case maildir(String)
    }

    public enum Sender: Sendable, Equatable {
        case smtp(MailHost)
        /// The host's own mail system, by this program.
        case sendmail(String)
        /// Into a Maildir for each recipient below this folder: demonstration stores, which reach nobody.
        case folder(String)
    }

    public init(
        address: String, name: String? = nil, delimiter: String = "+", pollSeconds: Int = 60, source: Source,
        sender: Sender, internalDomains: [String] = [], officialDomains: [String] = [],
        policy: MailPolicy = MailPolicy()
    ) {
        self.address = address
        self.name = name
        self.delimiter = delimiter
        self.pollSeconds = pollSeconds
        self.source = source
        self.sender = sender
        self.internalDomains = internalDomains
        self.officialDomains = officialDomains
        self.policy = policy
    }

    public var domain: String { address.split(separator: "@").last.map(String.init) ?? "" }
}

/// A mail server and how to enter. The password comes from the environment or from a file, never from here.
public struct MailHost: Sendable, Equatable {
    public enum Security: String, CaseIterable, Sendable { case tls, starttls, none }
    public var host: String
    public var port: Int
    public var security: Security
    public var user: String?
    public var passwordFile: String?
    /// A file of certificates to trust besides the system's.
    public var authority: String?

    public init(
        host: String, port: Int, security: Security, user: String? = nil, passwordFile: String? = nil,
        authority: String? = nil
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.passwordFile = passwordFile
        self.authority = authority
    }

    /// Without encryption a password and a citizen's letter may only cross the machine's own wire.
    public var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}

extension DeskFile {
    /// `[mail]`, where there is one.
    static func mail(_ root: TableReader) -> MailSettings? {
        root.allow(["mail"])
        guard root.has("mail") else { return nil }
        return root.section("mail", mailSettings)
    }

    private static func mailSettings(_ table: TableReader) -> MailSettings {
        var policy = MailPolicy()
        policy.receiptsToOnePerDay =
            table.optional("receipts_to_one_per_day", .integer(1...1_000)) ?? policy.receiptsToOnePerDay
        policy.receiptsPerHour =
            table.optional("receipts_per_hour", .integer(1...100_000)) ?? policy.receiptsPerHour
        let (source, sender) = (source(table), sender(table))
        return MailSettings(
            address: table.value("address", .email), name: table.optional("name", .line(max: 100)),
            delimiter: table.optional("delimiter", .delimiter) ?? "+",
            pollSeconds: table.optional("poll_seconds", .integer(1...1_500)) ?? 60, source: source,
            sender: sender, internalDomains: table.optionalList("internal_domains", .domain),
            officialDomains: table.optionalList("official_domains", .domain), policy: policy)
    }

    private static func source(_ table: TableReader) -> MailSettings.Source {
        table.allow(["imap", "maildir"])
        guard table.has("imap") != table.has("maildir") else {
            table.report(.exactlyOne(["imap", "maildir"]))
            return .maildir("")
        }
        guard table.has("imap") else { return .maildir(table.value("maildir", .line())) }
        return table.section("imap") {
            .imap(host($0, port: 993), folder: $0.optional("folder", .mailFolder) ?? "INBOX")
        }
    }

    private static func sender(_ table: TableReader) -> MailSettings.Sender {
        table.allow(["smtp", "sendmail"])
        guard table.has("smtp") != table.has("sendmail") else {
            table.report(.exactlyOne(["smtp", "sendmail"]))
            return .sendmail("")
        }
        guard table.has("smtp") else { return .sendmail(table.value("sendmail", .line())) }
        return table.section("smtp") { .smtp(host($0, port: 587, usual: .starttls)) }
    }

    private static func host(
        _ table: TableReader, port: Int, usual: MailHost.Security = .tls
    ) -> MailHost {
        let host = MailHost(
            host: table.value("host", .host), port: table.optional("port", .integer(1...65_535)) ?? port,
            security: table.optional("security", .word(MailHost.Security.tls)) ?? usual,
            user: table.optional("user", .line(max: 200)),
            passwordFile: table.optional("password_file", .line()),
            authority: table.optional("authority", .line()))
        if host.security == .none, !host.isLoopback, !host.host.isEmpty {
            table.report("security", .oneOf(["tls", "starttls"]), found: "none")
        }
        return host
    }
}

extension Rule where Value == String {
    static let host = text(.line(max: 253), placeholder: "") { text in
        let isHost = text.utf8.allSatisfy {
            (48...58).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
                || $0 == 46
        }
        return isHost && (1...253).contains(text.utf8.count) ? text : nil
    }

    static let domain = text(.line(max: 253), placeholder: "") { text in
        let isDomain = host.isGood(text) && !text.contains(":")
        return isDomain ? text.lowercased() : nil
    }

    static let delimiter = text(.oneOf(["+", "-", "."]), placeholder: "+") {
        ["+", "-", "."].contains($0) ? $0 : nil
    }

    /// A folder's name in the letters that IMAP needs no code for.
    static let mailFolder = text(.line(max: 200), placeholder: "") { text in
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x26 }
        return isPlain && (1...200).contains(text.utf8.count) ? text : nil
    }

    private func isGood(_ text: String) -> Bool {
        if case .good = read(.text(text)) { true } else { false }
    }
}
