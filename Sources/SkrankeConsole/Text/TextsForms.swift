import SkrankeDomain

/// Words of the receipt and of forms.
extension Texts {
    // MARK: Receipt

    func receiptTitle(_ number: String) -> String {
        t("Kvittering for \(number)", "Kvittering for \(number)", "Receipt for \(number)")
    }
    var receiptDate: String { t("Endelig svar senest", "Endeleg svar seinast", "Final answer no later than") }
    var receiptProposed: String {
        t("forslag etter reglene", "framlegg etter reglane", "proposed by the rules")
    }
    var receiptOther: String { t("valgt av deg", "valt av deg", "chosen by you") }
    var receiptPromised: String { t("lovet før", "lova før", "promised before") }
    var receiptReason: String { t("Hvorfor ny dato?", "Kvifor ny dato?", "Why a new date?") }
    var receiptReadOut: String { t("Les opp:", "Les opp:", "Read out:") }
    var receiptKeys: String {
        t(
            "venstre/høyre dag | Enter gi | Esc avbryt", "venstre/høgre dag | Enter gi | Esc avbryt",
            "left/right day | Enter give | Esc cancel")
    }

    // MARK: Registering

    var registerTitle: String { t("Ny henvendelse", "Ny førespurnad", "New inquiry") }
    var registerIntro: String { t("Hvordan kom den?", "Korleis kom han?", "How did it come?") }
    func registerTitle(_ channel: Channel) -> String {
        t(
            "Ny henvendelse: \(self.channel(channel))", "Ny førespurnad: \(self.channel(channel))",
            "New inquiry: \(self.channel(channel))")
    }
    func formHint(_ channel: Channel) -> String {
        switch channel {
        case .callback:
            t(
                "Teksten og telefonnummeret må fylles ut.", "Teksten og telefonnummeret må fyllast ut.",
                "The text and the telephone number are required.")
        case .appointment:
            t(
                "Teksten, verten og tiden må fylles ut.", "Teksten, verten og tida må fyllast ut.",
                "The text, the host and the time are required.")
        default: t("Bare teksten må fylles ut.", "Berre teksten må fyllast ut.", "Only the text is required.")
        }
    }
    func registerGoOn(_ channel: Channel) -> String {
        t(
            "Fortsett den du begynte på (\(self.channel(channel)))",
            "Hald fram med den du byrja på (\(self.channel(channel)))",
            "Go on with the one that you began (\(self.channel(channel)))")
    }
    var registerLeft: String {
        t(
            "Skjemaet er tatt vare på: N, så Enter, fortsetter det.",
            "Skjemaet er teke vare på: N, så Enter, held fram med det.",
            "The form is kept: N, then Enter, goes on with it.")
    }
    func contactWrong(_ field: Form.FieldName) -> String {
        field == .email
            ? t(
                "Det er ingen e-postadresse. Rett den, eller tøm feltet.",
                "Det er inga e-postadresse. Rett henne, eller tøm feltet.",
                "That is no e-mail address. Correct it, or empty the field.")
            : t(
                "Det er ikke noe telefonnummer. Rett det, eller tøm feltet.",
                "Det er ikkje noko telefonnummer. Rett det, eller tøm feltet.",
                "That is no telephone number. Correct it, or empty the field.")
    }
    func fieldText(spoken: Bool) -> String {
        spoken
            ? t("Hva gjelder det", "Kva gjeld det", "What is it about") : t("Teksten", "Teksten", "The text")
    }
    func contactTitle(_ number: String) -> String {
        t("Innbyggeren i \(number)", "Innbyggjaren i \(number)", "The citizen of \(number)")
    }
    var fieldName: String { t("Navn", "Namn", "Name") }
    var fieldPhone: String { t("Telefon", "Telefon", "Telephone") }
    var fieldEmail: String { t("E-post", "E-post", "E-mail") }
    var fieldTopic: String { t("Emne", "Emne", "Topic") }
    var fieldClaim: String { t("Ta den selv", "Ta han sjølv", "Take it yourself") }
    var fieldHost: String { t("Vert", "Vert", "Host") }
    var fieldDate: String { t("Dato", "Dato", "Date") }
    var fieldTime: String { t("Klokken", "Klokka", "Time") }
    var fieldMinutes: String { t("Minutter", "Minutt", "Minutes") }
    var fieldByCitizen: String { t("Etter ønske fra", "Etter ønske frå", "At the wish of") }
    var byCitizen: String { t("innbyggeren", "innbyggjaren", "the citizen") }
    var byUs: String { t("oss", "oss", "us") }
    var topicNone: String { t("ikke valgt", "ikkje valt", "not chosen") }
    func bookTitle(_ number: String) -> String {
        t("Avtale for \(number)", "Avtale for \(number)", "Appointment for \(number)")
    }
    func bookIntro(_ date: String) -> String {
        t(
            "Holdes senest \(date) (åtte dager).", "Skal haldast seinast \(date) (åtte dagar).",
            "To be held by \(date) (eight days).")
    }
    func rescheduleTitle(_ number: String) -> String {
        t("Ny tid for \(number)", "Ny tid for \(number)", "New time for \(number)")
    }
    var slotUnreadable: String {
        t(
            "Skriv dato som 26.11., tid som 9.30 og lengde i minutter (5–480).",
            "Skriv dato som 26.11., tid som 9.30 og lengd i minutt (5–480).",
            "Write the date as 26.11., the time as 9.30 and the length in minutes (5–480).")
    }
    var hostMissing: String {
        t("Hvem skal innbyggeren møte?", "Kven skal innbyggjaren møte?", "Whom does the citizen meet?")
    }
    var phoneMissing: String {
        t("Hvilket nummer skal vi ringe?", "Kva nummer skal vi ringje?", "Which number shall we call?")
    }
}
