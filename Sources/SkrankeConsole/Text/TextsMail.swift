import SkrankeDomain

/// The words of letters: what stands in them beside their text, and how far ours have come.
extension Texts {
    func mailSubject(_ subject: String) -> String { t("Emne: ", "Emne: ", "Subject: ") + subject }
    func mailCopy(_ names: String) -> String { t("Kopi: ", "Kopi: ", "Copy: ") + names }
    func mailTo(_ names: String) -> String { t("Til: ", "Til: ", "To: ") + names }

    func mailAttachment(_ name: String, _ size: Int) -> String {
        let what = t("Vedlegg", "Vedlegg", "Attachment")
        return "\(what): \(name.isEmpty ? "-" : name), \(mailSize(size))"
    }

    private func mailSize(_ bytes: Int) -> String {
        bytes < 10_000 ? "\(bytes) B" : bytes < 10_000_000 ? "\(bytes / 1_000) kB" : "\(bytes / 1_000_000) MB"
    }

    /// Above the field in which a letter is written.
    func mailReply(_ address: String, isStranger: Bool) -> String {
        let warning =
            isStranger ? t(" (ikke innbyggerens!)", " (ikkje innbyggjarens!)", " (not the citizen's!)") : ""
        return t(
            "Til: \(address)\(warning)  Kopi: ingen", "Til: \(address)\(warning)  Kopi: ingen",
            "To: \(address)\(warning)  Copy: none")
    }

    var mailIsCut: String {
        t(
            "Resten står i originalen.", "Resten står i originalen.",
            "The rest stands in the original.")
    }
    var mailIsForged: String {
        t(
            "Merket i adressen er ikke vårt.", "Merket i adressa er ikkje vårt.",
            "The tag in the address is not ours.")
    }

    func mailPurpose(_ purpose: MailPurpose) -> String {
        switch purpose {
        case .answer: t("Svaret", "Svaret", "The answer")
        case .question: t("Spørsmålet", "Spørsmålet", "The question")
        case .receipt: t("Kvitteringen", "Kvitteringa", "The receipt")
        case .explanation: t("Forklaringen", "Forklaringa", "The explanation")
        case .reminder: t("Påminnelsen", "Påminninga", "The reminder")
        }
    }

    /// Where a letter of ours stands.
    func mailState(_ mail: SentMail) -> String {
        let status = mail.status.map { " (\($0))" } ?? ""
        let state =
            switch mail.state {
            case .onItsWay:
                t("er på vei til e-posttjeneren", "er på veg til e-posttenaren", "is on its way")
            case .accepted:
                t("er tatt imot av e-posttjeneren", "er teken imot av e-posttenaren", "was accepted")
            case .refused:
                t(
                    "ble ikke tatt imot av e-posttjeneren", "vart ikkje teken imot av e-posttenaren",
                    "was refused by the mail server")
            case .unknown:
                t(
                    "er kanskje sendt, kanskje ikke", "er kanskje send, kanskje ikkje",
                    "may have been sent, or not")
            case .delayed:
                t("er forsinket på veien", "er forseinka på vegen", "is delayed on its way")
            case .bounced: t("kom ikke fram", "kom ikkje fram", "did not arrive")
            }
        return mailPurpose(mail.purpose) + " " + state + status
    }

    func mailResent(_ who: String) -> String {
        t("\(who) sendte e-posten på nytt", "\(who) sende e-posten på nytt", "\(who) sent the e-mail again")
    }

    func mailWithheld(_ reason: ReceiptWithheld) -> String {
        switch reason {
        case .tooManyToOne:
            t(
                "Kvitteringen ble holdt tilbake: for mange til samme adresse i dag",
                "Kvitteringa vart halden att: for mange til same adresse i dag",
                "The receipt was held back: too many to one address today")
        case .tooManyAtOnce:
            t(
                "Kvitteringen ble holdt tilbake: for mange denne timen",
                "Kvitteringa vart halden att: for mange denne timen",
                "The receipt was held back: too many in this hour")
        }
    }

    func mailLink(_ reference: String, _ reason: LinkReason) -> String {
        switch reason {
        case .named:
            t(
                "Nevner \(reference), men avsenderen er ikke med i den",
                "Nemner \(reference), men avsendaren er ikkje med i han",
                "Names \(reference), but its sender takes no part in it")
        case .follows: t("Følger etter \(reference)", "Følgjer etter \(reference)", "Follows \(reference)")
        }
    }
}
