import SkrankeDomain
import SkrankeGateway
import SkrankeJournal
import SkrankeMail
import SkrankeReference
import SkrankeRuntime

/// The gateway's e-mail, made from `[mail]` in `desk.toml`.
enum MailWiring {
    static let imapPassword = "SKRANKE_IMAP_PASSWORD"
    static let smtpPassword = "SKRANKE_SMTP_PASSWORD"

    /// nil where the desk has no e-mail.
    static func setup(_ desk: OpenDesk, _ environment: [String: String]) async throws -> MailSetup? {
        guard let settings = desk.data.settings.mail else { return nil }
        if desk.isDemo { DemoMail.prepare(desk.location) }
        let key = try await Told.store(desk.language) { () async throws(StoreFault) in
            try await TokenKey.of(desk.store)
        }
        let name = settings.name ?? desk.data.municipality.name
        let house = MailHouseAddress(settings: settings, name: name, key: key)
        return MailSetup(
            source: source(settings, environment),
            parser: ChildParser(own: settings.address.lowercased()),
            sender: LetterSender(road(settings, environment), house), secrets: house,
            pollSeconds: settings.pollSeconds, internalDomains: Set(settings.internalDomains),
            officialDomains: Set(settings.officialDomains))
    }

    private static func source(
        _ settings: MailSettings, _ environment: [String: String]
    ) -> any MailSource {
        switch settings.source {
        case .maildir(let path): MaildirSource(path)
        case .imap(let host, let folder):
            IMAPSource(server(host, environment[imapPassword]), folder: folder)
        }
    }

    private static func road(
        _ settings: MailSettings, _ environment: [String: String]
    ) -> LetterSender.Road {
        switch settings.sender {
        case .smtp(let host):
            .smtp(Submission(server(host, environment[smtpPassword])), server: host.host)
        case .sendmail(let program): .sendmail(Sendmail(program: program))
        case .folder(let path): .folder(MaildirDelivery(path))
        }
    }

    static func server(_ host: MailHost, _ password: String?) -> MailServer {
        MailServer(
            host: host.host, port: host.port,
            security: MailServer.Security(rawValue: host.security.rawValue) ?? .tls, user: host.user,
            password: password.flatMap { $0.isEmpty ? nil : $0 } ?? kept(host.passwordFile),
            authority: host.authority)
    }

    /// The first line of the file.
    static func kept(_ path: String?) -> String? {
        guard let path, let bytes = AtomicFile.read(path, limit: 4_096) else { return nil }
        let line = String(decoding: bytes.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
        return line.isEmpty ? nil : line
    }
}

/// A demonstration's e-mail: it lives in Maildirs of its own folder and reaches nobody (DESIGN §5).
enum DemoMail {
    static func settings(_ location: StoreLocation, _ municipality: MunicipalityProfile) -> MailSettings {
        MailSettings(
            address: municipality.email, pollSeconds: 1, source: .maildir(location.folder + "/mail/in"),
            sender: .folder(location.folder + "/mail/out"))
    }

    /// Makes the folders where they are missing.
    static func prepare(_ location: StoreLocation) {
        for part in ["/mail", "/mail/in", "/mail/in/tmp", "/mail/in/new", "/mail/in/cur", "/mail/out"] {
            try? PrivateFolder.prepare(location.folder + part)
        }
    }
}
