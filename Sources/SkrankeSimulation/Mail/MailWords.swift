import SkrankeDomain

/// What people write to a municipality. All persons, places and events are invented.
enum MailWords {
    static func letter(
        _ kind: PlannedMail.Kind, _ script: Script, _ name: String, _ random: inout SeededRandom
    ) -> (subject: String, text: String) {
        let signed = { (text: String) in "\(text)\n\nVennlig hilsen\n\(name)\n" }
        switch kind {
        case .simple, .oldCharset, .autoReplies, .unreachable:
            return (subject(of: script), signed("Hei!\n\n\(script.question)\n\(script.detail)"))
        case .caseWork: return pick(caseWork, signed, &random)
        case .spam: return pick(spam, { $0 }, &random)
        case .personal: return pick(personal, signed, &random)
        case .complaint: return pick(complaints, signed, &random)
        case .praise: return pick(praise, signed, &random)
        case .fault: return pick(faults, signed, &random)
        case .elected:
            return (
                "Tall til komitémøtet", signed("Hei. Kan jeg få ventetallene for sykehjem før torsdag?")
            )
        case .hostile:
            return (
                "\u{1B}[2J\u{202E}Haster!\u{7}",
                "\u{9B}31mKlikk her: http://www.skurk.example/\u{1B}]52;c;AAAA\u{7}\n"
                    + "<script>alert(1)</script>\nBcc: alle@kongsvinger.example\n.\n"
            )
        }
    }

    private static func pick(
        _ list: [(String, String)], _ sign: (String) -> String, _ random: inout SeededRandom
    ) -> (subject: String, text: String) {
        let letter = random.pick(list) ?? list[0]
        return (letter.0, sign(letter.1))
    }

    private static func subject(of script: Script) -> String {
        let words = script.question.split(separator: " ").prefix(7).joined(separator: " ")
        return "Spørsmål: \(words)"
    }

    private static let caseWork = [
        ("Søknad om deling av tomt", "Vi søker om å dele fra en tomt på Åsveien 18. Kartet ligger ved."),
        ("Byggesøknad tilbygg", "Her kommer søknaden om tilbygg på 32 kvadratmeter i Tranebærveien 4."),
        ("Skjenkebevilling", "Grendehuset søker skjenkebevilling for en enkelt anledning 12. desember."),
        ("Startlån", "Vi vil søke om startlån. Hvilke papirer trenger dere fra oss?"),
        ("Parkeringskort", "Mor kan ikke gå langt lenger. Jeg søker om parkeringskort for henne."),
    ]
    private static let spam = [
        ("Ukens tilbud: kontorstoler", "Sitt bedre i høst! Meld deg av her: http://tilbud.example/av"),
        ("Nyhetsbrev november", "Les om fem måter å spare strøm på. Du får dette fordi du er abonnent."),
    ]
    private static let personal = [
        ("Lunsj?", "Hei Truls! Skal vi ta lunsj på fredag? Hilsen fra turgjengen."),
        ("Til Kongsberg kommune", "Jeg lurer på renovasjonen hos dere i Kongsberg."),
    ]
    private static let complaints = [
        ("Klage på brøytingen", "Veien vår er ikke brøytet på tre dager. Dette er ikke godt nok."),
        ("Klage", "Jeg har ringt fire ganger uten å få svar. Hvem har ansvaret?"),
    ]
    private static let praise = [
        ("Takk!", "Dama i skranken var så hyggelig og ordnet alt med en gang."),
        ("Ros til feieren", "Han tok av seg på beina. Det skal han ha ros for."),
        ("Bra jobba", "Gatelyset var på plass dagen etter. Takk skal dere ha."),
    ]
    private static let faults = [
        ("Gatelys ute", "Gatelyset ved busslomma i Lyngveien har vært ute i en uke."),
        ("Hull i veien", "Det er et stort hull i Kvistlia rett før brua."),
        ("Vannlekkasje", "Det renner vann opp av bakken ved Bregneveien 11."),
        ("Dunken ble ikke tømt", "Matavfallet ble stående igjen i dag."),
        ("Ødelagt huske", "Den ene husken på lekeplassen har røket."),
    ]
}
