import SkrankeDomain
import SkrankeReference
import SkrankeRuntime

extension DoctorCommand {
    /// Whether the desk has e-mail, where from and by whom, and what keeps it from working.
    func mail(
        _ settings: MailSettings?, _ location: StoreLocation, _ environment: [String: String],
        _ language: Language
    ) -> Finding {
        let what = "mail"
        guard let settings else {
            return Finding(
                what: what, ok: true,
                detail: language.choose(
                    nb: "av: [mail] mangler i desk.toml, så ingen e-post hentes eller sendes",
                    nn: "av: [mail] manglar i desk.toml, så ingen e-post blir henta eller send",
                    en: "off: [mail] is missing in desk.toml, so no e-mail is fetched or sent"))
        }
        if case .mail(let trouble)? = GatewayState.look(location).trouble {
            return Finding(what: what, ok: false, detail: Sentences.text(trouble, language))
        }
        if let trouble = missingPassword(settings, environment) {
            return Finding(what: what, ok: false, detail: Sentences.text(trouble, language))
        }
        let detail = "\(settings.address): \(place(settings.source)) -> \(place(settings.sender))"
        return Finding(what: what, ok: true, detail: detail)
    }

    /// A user without a password is a password that was forgotten.
    private func missingPassword(
        _ settings: MailSettings, _ environment: [String: String]
    ) -> MailTrouble? {
        if case .imap(let host, _) = settings.source, host.user != nil,
            MailWiring.server(host, environment[MailWiring.imapPassword]).password == nil
        {
            return MailTrouble(.incoming, .noPassword, host.host)
        }
        if case .smtp(let host) = settings.sender, host.user != nil,
            MailWiring.server(host, environment[MailWiring.smtpPassword]).password == nil
        {
            return MailTrouble(.outgoing, .noPassword, host.host)
        }
        return nil
    }

    private func place(_ source: MailSettings.Source) -> String {
        switch source {
        case .imap(let host, let folder): "imap \(host.host):\(host.port)/\(folder)"
        case .maildir(let path): path
        }
    }

    private func place(_ sender: MailSettings.Sender) -> String {
        switch sender {
        case .smtp(let host): "smtp \(host.host):\(host.port)"
        case .sendmail(let path), .folder(let path): path
        }
    }
}

extension GatewayTrouble {
    /// Letters have a finding of their own.
    var keepsCitizensOut: Bool { if case .mail = self { false } else { true } }
}
