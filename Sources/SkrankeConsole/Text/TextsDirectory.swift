import SkrankeDomain
import SkrankeJournal

/// Words of the directory, of absences and of messages to colleagues.
extension Texts {
    var directoryTitle: String { t("Hvem er hvor", "Kven er kvar", "Who is where") }
    var directoryKeys: String {
        t(
            "Enter nummer | F4 beskjed | F3 fravær | F8 stedfortreder | Esc",
            "Enter nummer | F4 beskjed | F3 fråvær | F8 vikar | Esc",
            "Enter number | F4 message | F3 absence | F8 deputy | Esc")
    }

    /// Beside a name: the shortest that tells enough.
    func staffStatus(_ status: StaffStatus, _ state: AppState) -> String {
        let back = status.returnsAt.map { " " + t("til ", "til ", "until ") + state.moment($0) } ?? ""
        switch status.kind {
        case .available: return t("ledig", "ledig", "here")
        case .away(let code, let phoneOpen):
            let name = state.policy.directory.code(code).map(absenceName) ?? code
            return name + back + (phoneOpen ? t(", tar telefon", ", tek telefon", ", takes calls") : "")
        case .usualLunch: return t("vanlig lunsj", "vanleg lunsj", "usual lunch") + back
        case .offDuty: return t("ikke på jobb", "ikkje på jobb", "off duty") + back
        }
    }

    /// What the caller is told: an illness is nobody's business.
    func staffSentence(_ status: StaffStatus, _ entry: StaffEntry, _ state: AppState) -> String {
        let name = entry.name.split(separator: " ").first.map(String.init) ?? entry.name
        let why: String
        switch status.kind {
        case .available: return t("\(name) er ledig.", "\(name) er ledig.", "\(name) is here.")
        case .away(let code, _):
            let told = state.policy.directory.code(code)?.told
            why = told?[language] ?? told?[.nb] ?? code
        case .usualLunch: why = t("trolig til lunsj", "truleg til lunsj", "probably at lunch")
        case .offDuty: why = t("ikke på jobb nå", "ikkje på jobb no", "not at work now")
        }
        let back =
            status.returnsAt.map {
                t("tilbake ", "tilbake ", "back ") + state.moment($0)
            } ?? t("ukjent når tilbake", "ukjent når tilbake", "nobody knows when back")
        let calls = status.takesCalls ? t(" Tar telefonen.", " Tek telefonen.", " Takes calls.") : ""
        return t("\(name) er \(why), \(back).", "\(name) er \(why), \(back).", "\(name) is \(why), \(back).")
            + calls
    }

    func directoryWho(_ entry: StaffEntry, _ state: AppState) -> String {
        ([entry.name, entry.electedRole ?? entry.title, state.naming.unit(entry.unit)]).filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    func directoryDeputy(_ status: StaffStatus, _ state: AppState) -> String {
        guard !status.takesCalls else { return "" }
        guard let deputy = status.deputy.flatMap({ state.policy.directory[$0] }) else {
            return t("Ingen stedfortreder er her.", "Ingen vikar er her.", "No deputy is here.")
        }
        let number = deputy.phone.map { ", \($0)" } ?? ""
        return t("Stedfortreder: ", "Vikar: ", "Deputy: ") + deputy.name + number
    }

    /// What may be given out, and what may not.
    func directoryNumbers(_ entry: StaffEntry) -> [String] {
        var parts: [String] = []
        var lines: [String] = []
        if let phone = entry.phone { parts.append(t("Direkte ", "Direkte ", "Direct ") + phone) }
        if !entry.email.isEmpty { parts.append(entry.email) }
        if !parts.isEmpty { lines.append(parts.joined(separator: "   ")) }
        if let mobile = entry.mobile {
            let told =
                entry.mobileMayBeTold
                ? t("kan oppgis", "kan opplysast", "may be given out")
                : t("kan IKKE oppgis", "kan IKKJE opplysast", "may NOT be given out")
            let calls =
                entry.mobileTakesCalls
                ? t("kan settes over", "kan setjast over", "may be put through")
                : t("kan ikke settes over", "kan ikkje setjast over", "may not be put through")
            lines.append(t("Mobil ", "Mobil ", "Mobile ") + "\(mobile) (\(told), \(calls))")
        }
        return lines
    }

    func directoryTopics(_ entry: StaffEntry, _ state: AppState) -> String {
        guard !entry.topics.isEmpty else { return "" }
        return t("Svarer på: ", "Svarar på: ", "Answers on: ")
            + entry.topics.map { state.naming.topic($0) }.joined(separator: ", ")
    }

    func directoryWords(_ words: String) -> String { t("Internt: ", "Internt: ", "Internal: ") + words }

    func directoryFor(_ number: String) -> String {
        t("Beskjed gjelder \(number).", "Beskjed gjeld \(number).", "A message is about \(number).")
    }
    func directoryTransfer(_ name: String, _ number: String) -> String {
        t(
            "Sett over til \(name): \(number)", "Set over til \(name): \(number)",
            "Put through to \(name): \(number)")
    }
    func directoryNoNumber(_ name: String) -> String {
        t(
            "\(name) har ikke noe nummer å sette over til.",
            "\(name) har ikkje noko nummer å setje over til.",
            "\(name) has no number to put calls through to.")
    }

    // MARK: Message

    func messageTitle(_ name: String) -> String {
        t("Beskjed til \(name)", "Beskjed til \(name)", "Message to \(name)")
    }
    func messageIntro(_ number: String, _ back: String?) -> String {
        let after = back.map { t(" etter \($0)", " etter \($0)", " after \($0)") } ?? ""
        return t(
            "\(number) blir en tilbakeringing\(after). Utfall c. Kvitteringen kan leses opp.",
            "\(number) blir ei oppringing\(after). Utfall c. Kvitteringa kan lesast opp.",
            "\(number) becomes a callback\(after). Outcome c. The receipt can be read out.")
    }
    var fieldMessage: String { t("Beskjed", "Beskjed", "Message") }
    func spokenTitle(_ number: String) -> String {
        t("Kvittering for \(number)", "Kvittering for \(number)", "Receipt for \(number)")
    }

    // MARK: Absence

    func absenceName(_ code: AbsenceCodeEntry) -> String {
        code.name[language] ?? code.name[.nb] ?? code.code
    }
    func absencePhone(_ code: AbsenceCodeEntry) -> String {
        code.code + (code.phoneOpen ? t(", tar telefon", ", tek telefon", ", takes calls") : "")
    }
    func absenceTitle(_ name: String) -> String {
        t("Fravær: \(name)", "Fråvær: \(name)", "Absence: \(name)")
    }
    var absenceIntro: String { t("Hvorfor?", "Kvifor?", "Why?") }
    func absenceSince(_ row: AbsenceRow, _ state: AppState) -> String {
        let code = state.policy.directory.code(row.absence.code).map(absenceName) ?? row.absence.code
        let back = row.absence.until.map { t(" til ", " til ", " until ") + state.moment($0) } ?? ""
        return t("Nå: ", "No: ", "Now: ") + code + back
    }
    var absenceBack: String { t("Er tilbake", "Er tilbake", "Is back") }
    var letterBack: Unicode.Scalar { "k" }
    var untilIntro: String { t("Til når?", "Til når?", "Until when?") }
    func until(_ choice: AwayUntil) -> String {
        switch choice {
        case .halfHour: t("En halv time", "Ein halv time", "Half an hour")
        case .hour: t("En time", "Ein time", "An hour")
        case .twoHours: t("To timer", "To timar", "Two hours")
        case .closing: t("Ut dagen", "Ut dagen", "Until closing")
        case .tomorrow: t("Til neste arbeidsdag", "Til neste arbeidsdag", "Until the next working day")
        case .unknown: t("Vet ikke", "Veit ikkje", "Nobody knows")
        case .other:
            t(
                "Klokkeslett, og ord til kolleger", "Klokkeslett, og ord til kollegaer",
                "A time, and words to colleagues")
        }
    }
    func letter(_ choice: AwayUntil) -> Unicode.Scalar {
        switch choice {
        case .halfHour: "h"
        case .hour: "t"
        case .twoHours: "o"
        case .closing: "d"
        case .tomorrow: "m"
        case .unknown: "x"
        case .other: "k"
        }
    }
    var fieldBackAt: String { t("Tilbake kl.", "Tilbake kl.", "Back at") }
    var fieldForColleagues: String { t("Til kolleger", "Til kollegaer", "For colleagues") }
    func absenceDone(_ name: String, _ code: String?, _ state: AppState) -> String {
        guard let code else {
            return t("\(name) er tilbake.", "\(name) er tilbake.", "\(name) is back.")
        }
        let why = state.policy.directory.code(code).map(absenceName) ?? code
        return t("\(name): \(why).", "\(name): \(why).", "\(name): \(why).")
    }
    func messageDone(_ name: String, _ expected: String) -> String {
        t(
            "Beskjed til \(name). Vi ringer senest \(expected). \(hint(.readOut))",
            "Beskjed til \(name). Vi ringjer seinast \(expected). \(hint(.readOut))",
            "Message to \(name). We call no later than \(expected). \(hint(.readOut))")
    }

    // MARK: Commands

    func directoryCommand(_ name: CommandName) -> CommandWords {
        switch name {
        case .directory:
            w(
                "Hvem|Finner en kollega: om hun er å treffe, når hun er tilbake, og hvem som svarer i stedet.|katalog",
                "Kven|Finn ein kollega: om ho er å treffe, når ho er tilbake, og kven som svarar i staden.|katalog",
                "Who|Finds a colleague: whether she can be had, when she is back, and who answers instead.|staff"
            )
        case .absence:
            w(
                "Fravær|Sier at du er borte, hvorfor og til når, eller at du er tilbake.|fravær",
                "Fråvær|Seier at du er borte, kvifor og til når, eller at du er tilbake.|fråvær",
                "Away|Says that you are away, why and until when, or that you are back.|absence")
        case .callNote:
            w(
                "Samtalenotat|Åpner notatet til samtalen du er i, hvor du enn er.|samtalenotat",
                "Samtalenotat|Opnar notatet til samtalen du er i, kor du enn er.|samtalenotat",
                "Call note|Opens the note of the call that you are in, wherever you are.|note-of-call")
        default:
            w(
                "Les opp|Viser kvitteringen, så du kan lese den høyt for innbyggeren.|les-opp",
                "Les opp|Viser kvitteringa, så du kan lese ho høgt for innbyggjaren.|les-opp",
                "Read out|Shows the receipt's words, to be read to the citizen.|read-aloud")
        }
    }

    // MARK: The call in the timeline

    func storyContinuedFrom(_ number: String, _ waited: String?) -> String {
        let since =
            waited.map { t(", ventet siden \($0)", ", venta sidan \($0)", ", waiting since \($0)") } ?? ""
        return t(
            "Satt over fra \(number)\(since)", "Sett over frå \(number)\(since)",
            "Put through from \(number)\(since)")
    }
    func storyContinuedIn(_ number: String) -> String {
        t("Fortsetter i \(number)", "Held fram i \(number)", "Goes on in \(number)")
    }
    var storyWrapUpEnded: String { t("Etterarbeidet er over", "Etterarbeidet er over", "After-work is over") }
    var storyRequeued: String {
        t(
            "Ingen ringte i tide; tilbake øverst i køen", "Ingen ringde i tide; tilbake øvst i køen",
            "Nobody called in time; back on top of the queue")
    }
    func storyStaffMessage(_ to: String, _ back: String?) -> String {
        let after = back.map { t(", tilbake \($0)", ", tilbake \($0)", ", back \($0)") } ?? ""
        return t("Beskjed til \(to)\(after)", "Beskjed til \(to)\(after)", "Message to \(to)\(after)")
    }
    func nextAttempt(_ at: String) -> String {
        t("; neste forsøk \(at)", "; neste forsøk \(at)", "; next attempt \(at)")
    }

    // MARK: Refusals

    func refusalOfPhone(_ refusal: Refusal, _ state: AppState) -> String {
        switch refusal {
        case .tooSoon(let until):
            t(
                "Det er for kort siden forrige forsøk. Prøv igjen \(state.moment(until)).",
                "Det er for kort sidan førre forsøk. Prøv igjen \(state.moment(until)).",
                "Too soon after the last attempt. Try again \(state.moment(until)).")
        case .messageNotLeft:
            t(
                "Legg igjen en beskjed før du gir opp.", "Legg att ein beskjed før du gir opp.",
                "Leave a message before you give up.")
        case .unknownAbsenceCode:
            t("Kjenner ikke fraværskoden.", "Kjenner ikkje fråværskoden.", "There is no such absence code.")
        default: ""
        }
    }
    var reasonNoCall: String {
        t("Du er ikke i noen samtale.", "Du er ikkje i nokon samtale.", "You are in no call.")
    }
    public var unknownColleague: String {
        t("Kjenner ikke den ansatte.", "Kjenner ikkje den tilsette.", "There is no such colleague.")
    }
    var reasonNotAway: String { t("Er ikke borte.", "Er ikkje borte.", "Is not away.") }
}
