import SkrankeDomain
import SkrankeJournal

/// What is wrong and what to do about it, in the user's language (issue 9, "It is done when").
///
/// Paths and the system's words come in as they are: whoever prints them cleans them first, as all data.
public enum Sentences {
    /// The store cannot do it. `path` names it.
    public static func text(_ fault: StoreFault, path: String, _ language: Language) -> String {
        switch fault {
        case .full: storeFull(path, language)
        case .locked(let holder): storeLocked(path, holder, language)
        case .unreadable(let why): storeUnreadable(path, why, language)
        case .newer(let found, let known): storeNewer(path, found, known, language)
        case .upgradeBlocked(let found, let known): upgradeBlocked(path, found, known, language)
        case .notOwned(let owner): storeNotOwned(path, owner, language)
        case .corrupt(let why): storeCorrupt(path, why, language)
        case .closed: storeClosed(language)
        case .failed(let why): storeFailed(path, why, language)
        }
    }

    private static func storeFull(_ path: String, _ language: Language) -> String {
        language.choose(
            nb: "Disken er full: lageret \(path) kan ikke skrives. Frigjør plass; det som er skrevet, er "
                + "trygt.",
            nn: "Disken er full: lageret \(path) kan ikkje skrivast. Frigjer plass; det som er skrive, er "
                + "trygt.",
            en: "The disk is full: the store \(path) cannot be written. Free some space; what was saved "
                + "is safe.")
    }

    private static func storeLocked(_ path: String, _ holder: Int32?, _ language: Language) -> String {
        let who =
            holder.map { " (\(language.choose(nb: "prosess", nn: "prosess", en: "process")) \($0))" } ?? ""
        return language.choose(
            nb: "Lageret \(path) holdes av et annet program\(who). Vent litt; står det stille, avslutt det.",
            nn: "Lageret \(path) er halde av eit anna program\(who). Vent litt; står det stille, avslutt "
                + "det.",
            en: "Another program\(who) holds the store \(path). Wait a little; if it stands still, end it.")
    }

    private static func storeUnreadable(_ path: String, _ why: String, _ language: Language) -> String {
        language.choose(
            nb: "Lageret \(path) kan ikke leses: \(why). Se på stien og rettighetene, eller gi en annen "
                + "med --store.",
            nn: "Lageret \(path) kan ikkje lesast: \(why). Sjå på stien og rettane, eller gje ein annan "
                + "med --store.",
            en: "The store \(path) cannot be read: \(why). Check path and permissions, or name another by "
                + "--store.")
    }

    private static func storeNewer(_ path: String, _ found: Int, _ known: Int, _ language: Language) -> String
    {
        language.choose(
            nb: "Lageret \(path) er laget av en nyere Skranke (versjon \(found), her \(known)). Oppgrader "
                + "programmet.",
            nn: "Lageret \(path) er laga av ein nyare Skranke (versjon \(found), her \(known)). Oppgrader "
                + "programmet.",
            en: "The store \(path) was made by a newer Skranke (version \(found), here \(known)). Upgrade "
                + "the program.")
    }

    private static func upgradeBlocked(_ path: String, _ found: Int, _ known: Int, _ language: Language)
        -> String
    {
        language.choose(
            nb: "Lageret \(path) må oppgraderes (fra \(found) til \(known)), men er i bruk. Avslutt alle "
                + "konsoller "
                + "og «skranke serve», og start på nytt.",
            nn: "Lageret \(path) må oppgraderast (frå \(found) til \(known)), men er i bruk. Avslutt alle "
                + "konsollar "
                + "og «skranke serve», og start på nytt.",
            en: "The store \(path) must be upgraded (from \(found) to \(known)) but is in use. End all "
                + "consoles "
                + "and “skranke serve”, then start again.")
    }

    private static func storeNotOwned(_ path: String, _ owner: String, _ language: Language) -> String {
        let by = owner.isEmpty ? "" : " (\(owner))"
        return language.choose(
            nb: "Lageret \(path) tilhører en annen konto\(by). Logg inn med ssh på den kontoen, som "
                + "skrankens "
                + "administrator har satt opp.",
            nn: "Lageret \(path) høyrer til ein annan konto\(by). Logg inn med ssh på den kontoen, som "
                + "administratoren "
                + "for skranken har sett opp.",
            en: "The store \(path) belongs to another account\(by). Enter by ssh to that account, as the "
                + "desk's "
                + "administrator has set it up.")
    }

    private static func storeCorrupt(_ path: String, _ why: String, _ language: Language) -> String {
        language.choose(
            nb:
                "Lageret \(path) er skadet: \(why). Ta vare på filene, og hent tilbake siste sikkerhetskopi med "
                + "«skranke restore FIL». «skranke doctor» viser hva som ennå kan leses.",
            nn: "Lageret \(path) er skadd: \(why). Ta vare på filene, og hent att siste tryggleikskopi med "
                + "«skranke restore FIL». «skranke doctor» viser kva som enno kan lesast.",
            en: "The store \(path) is damaged: \(why). Keep its files, and bring back the last backup by "
                + "“skranke restore FILE”. “skranke doctor” shows what can still be read.")
    }

    private static func storeClosed(_ language: Language) -> String {
        language.choose(
            nb: "Lageret er lukket, for programmet avslutter. Start det på nytt.",
            nn: "Lageret er lukka, for programmet avsluttar. Start det på nytt.",
            en: "The store is closed, for the program is ending. Start it again.")
    }

    private static func storeFailed(_ path: String, _ why: String, _ language: Language) -> String {
        language.choose(
            nb: "Lageret \(path) svarer med en feil: \(why). Prøv igjen; vedvarer den, kjør «skranke "
                + "doctor».",
            nn: "Lageret \(path) svarar med ein feil: \(why). Prøv att; held han fram, køyr «skranke "
                + "doctor».",
            en: "The store \(path) answers with an error: \(why). Try again; if it persists, run “skranke "
                + "doctor”.")
    }
}

extension Language {
    /// The words of this language, for a sentence that stands in one place.
    public func choose(nb: String, nn: String, en: String) -> String {
        switch self {
        case .nb: nb
        case .nn: nn
        case .en: en
        }
    }
}
