import SkrankeDomain
import SkrankeGateway
import SkrankeRuntime

/// What `skranke serve` says to whoever started it.
enum ServeWords {
    static func listening(_ address: String, _ store: String, _ language: Language) -> String {
        language.choose(
            nb: "Skranken tar imot innbyggere på \(address) (lager: \(store))",
            nn: "Skranken tek imot innbyggjarar på \(address) (lager: \(store))",
            en: "The desk receives citizens at \(address) (store: \(store))")
    }

    /// HTTP is down, all else works.
    static func trouble(_ trouble: GatewayTrouble, _ language: Language) -> String {
        let sentence = Sentences.text(trouble, language)
        if case .store = trouble { return sentence }
        return sentence + " "
            + language.choose(
                nb: "Så lenge går frister og utsending som før, og adressen prøves på nytt av seg selv.",
                nn: "Så lenge går fristar og utsending som før, og adressa blir prøvd på nytt av seg sjølv.",
                en: "Meanwhile deadlines and sending go on, and the address is tried again by itself.")
    }

    static func waiting(_ pid: Int32?, _ language: Language) -> String {
        let who = process(pid, language)
        return language.choose(
            nb: "Portneren som en konsoll startet\(who), avslutter først. Vent litt.",
            nn: "Portnaren som ein konsoll starta\(who), avsluttar først. Vent litt.",
            en: "The gateway that a console started\(who) ends first. Wait a little.")
    }

    static func alreadyRunning(_ pid: Int32?, _ address: String?, _ store: String, _ language: Language)
        -> String
    {
        let who = process(pid, language)
        let place = address.map { language.choose(nb: " på \($0)", nn: " på \($0)", en: " at \($0)") } ?? ""
        return language.choose(
            nb:
                "Portneren til \(store) går allerede\(place)\(who). Avslutt den først hvis du vil "
                + "starte den på nytt.",
            nn:
                "Portnaren til \(store) går alt\(place)\(who). Avslutt han først om du vil "
                + "starte han på nytt.",
            en:
                "The gateway of \(store) is already running\(place)\(who). End it first if you "
                + "want to restart it."
        )
    }

    static func wrongListen(_ text: String, _ language: Language) -> String {
        let text = Plain.field(text)
        return language.choose(
            nb: "--listen «\(text)» er ingen adresse. Skriv vert og port, for eksempel 127.0.0.1:8080.",
            nn: "--listen «\(text)» er inga adresse. Skriv vert og port, til dømes 127.0.0.1:8080.",
            en: "--listen “\(text)” is no address. Write host and port, for example 127.0.0.1:8080.")
    }

    private static func process(_ pid: Int32?, _ language: Language) -> String {
        guard let pid else { return "" }
        return " (" + language.choose(nb: "prosess", nn: "prosess", en: "process") + " \(pid))"
    }
}
