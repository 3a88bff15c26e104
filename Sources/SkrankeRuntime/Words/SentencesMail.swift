import SkrankeDomain

extension Sentences {
    /// Letters do not come or go: why, and what mends it. What comes meanwhile is caught up by itself.
    public static func text(_ trouble: MailTrouble, _ language: Language) -> String {
        let isIn = trouble.way == .incoming
        let what = language.choose(
            nb: isIn ? "E-post hentes ikke" : "E-post sendes ikke",
            nn: isIn ? "E-post blir ikkje henta" : "E-post blir ikkje send",
            en: isIn ? "E-mail is not fetched" : "E-mail is not sent")
        let detail = trouble.detail.isEmpty ? "" : " (\(trouble.detail))"
        switch trouble.kind {
        case .renumbered, .difference, .breaker: return state(trouble, language)
        default: return what + ": " + why(trouble.kind, language) + detail + ". " + way(trouble, language)
        }
    }

    private static func why(_ kind: MailTrouble.Kind, _ language: Language) -> String {
        switch kind {
        case .unreachable:
            language.choose(
                nb: "tjeneren svarer ikke", nn: "tenaren svarar ikkje", en: "the server does not answer")
        case .timedOut:
            language.choose(
                nb: "tjeneren er for treg", nn: "tenaren er for treg", en: "the server is too slow")
        case .notSecure:
            language.choose(
                nb: "tjenerens sertifikat er ikke til å stole på",
                nn: "sertifikatet til tenaren er ikkje til å lite på",
                en: "the server's certificate is not to be trusted")
        case .loginRefused:
            language.choose(
                nb: "tjeneren tar ikke imot bruker og passord",
                nn: "tenaren tek ikkje imot brukar og passord",
                en: "the server does not accept user and password")
        case .noPassword:
            language.choose(nb: "passordet mangler", nn: "passordet manglar", en: "the password is missing")
        case .noFolder:
            language.choose(
                nb: "mappen finnes ikke", nn: "mappa finst ikkje", en: "the folder does not exist")
        case .parser:
            language.choose(
                nb: "leseprogrammet starter ikke", nn: "leseprogrammet startar ikkje",
                en: "the reading program does not start")
        case .refusing:
            language.choose(
                nb: "tjeneren tar ikke imot nå", nn: "tenaren tek ikkje imot no",
                en: "the server takes nothing now")
        case .protocolBroken, .renumbered, .difference, .breaker:
            language.choose(
                nb: "tjeneren svarer noe uventet", nn: "tenaren svarar noko uventa",
                en: "the server answers something unexpected")
        }
    }

    private static func way(_ trouble: MailTrouble, _ language: Language) -> String {
        switch trouble.kind {
        case .notSecure:
            language.choose(
                nb: "Se på «authority» og «host» under [mail] i desk.toml.",
                nn: "Sjå på «authority» og «host» under [mail] i desk.toml.",
                en: "Check “authority” and “host” below [mail] in desk.toml.")
        case .loginRefused, .noPassword:
            language.choose(
                nb: "Se på «user» og «password_file» under [mail] i desk.toml.",
                nn: "Sjå på «user» og «password_file» under [mail] i desk.toml.",
                en: "Check “user” and “password_file” below [mail] in desk.toml.")
        case .noFolder:
            language.choose(
                nb: "Se på «folder» eller «maildir» under [mail] i desk.toml.",
                nn: "Sjå på «folder» eller «maildir» under [mail] i desk.toml.",
                en: "Check “folder” or “maildir” below [mail] in desk.toml.")
        default:
            language.choose(
                nb: "Det prøves igjen av seg selv, og ingenting går tapt.",
                nn: "Det blir prøvd att av seg sjølv, og ingenting går tapt.",
                en: "It is tried again by itself, and nothing is lost.")
        }
    }

    private static func state(_ trouble: MailTrouble, _ language: Language) -> String {
        let detail = trouble.detail
        switch trouble.kind {
        case .renumbered:
            return language.choose(
                nb: "E-posttjeneren har nummerert meldingene på nytt. Alle sammenlignes; ingen blir doble.",
                nn: "E-posttenaren har nummerert meldingane på nytt. Alle blir samanlikna; ingen blir doble.",
                en: "The mail server has renumbered its messages. All are compared; none is doubled.")
        case .breaker:
            return language.choose(
                nb: "For mange kvitteringer på e-post: noen ble holdt tilbake. Se om to maskiner svarer "
                    + "hverandre.",
                nn: "For mange kvitteringar på e-post: nokre vart haldne att. Sjå om to maskiner svarar "
                    + "kvarandre.",
                en: "Too many receipts by e-mail: some were held back. See whether two machines answer each "
                    + "other.")
        default:
            return language.choose(
                nb: "E-posttjeneren har \(detail) meldinger som skranken ikke har. De hentes på nytt.",
                nn: "E-posttenaren har \(detail) meldingar som skranken ikkje har. Dei blir henta på nytt.",
                en: "The mail server has \(detail) messages that the desk has not. They are fetched again.")
        }
    }
}
