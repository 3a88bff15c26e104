import ArgumentParser
import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeReference
import SkrankeRuntime
import SkrankeSQLite

/// What is wrong on this machine, and how to mend it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: HelpWords.say(
            nb: "Terminal, tegnsett, lager, portner, datafiler: hva som er galt og hvordan det rettes.",
            nn: "Terminal, teiknsett, lager, portnar, datafiler: kva som er gale og korleis det blir retta.",
            en: "Terminal, locale, store, gateway, data files: what is wrong and how to mend it."),
        discussion: HelpWords.say(
            nb: """
                Avslutningskode 1 der noe er galt. Lager ingenting. --json: én linje for hvert funn,
                {"what","ok","detail"}, der "what" er terminal, locale, data, store, gateway,
                phone eller mail.
                """,
            nn: """
                Avslutningskode 1 der noko er gale. Lagar ingenting. --json: éi linje for kvart funn,
                {"what","ok","detail"}, der "what" er terminal, locale, data, store, gateway,
                phone eller mail.
                """,
            en: """
                Exit code 1 where something is wrong. Makes nothing. --json: one line for each finding,
                {"what","ok","detail"}, where "what" is terminal, locale, data, store, gateway,
                phone or mail.
                """))
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions

    struct Finding: Encodable {
        /// A word that no language changes: terminal, locale, data, store, gateway, phone, mail.
        var what: String
        var ok: Bool
        var detail: String
    }

    private static func label(_ what: String, _ language: Language) -> String {
        switch what {
        case "locale": language.choose(nb: "tegnsett", nn: "teiknsett", en: "character set")
        case "data": language.choose(nb: "datafiler", nn: "datafiler", en: "data files")
        case "store": language.choose(nb: "lager", nn: "lager", en: "store")
        case "mail": language.choose(nb: "e-post", nn: "e-post", en: "e-mail")
        case "phone": language.choose(nb: "telefonsentral", nn: "telefonsentral", en: "telephone system")
        case "gateway":
            language.choose(nb: "innbyggernes vei inn", nn: "vegen inn for innbyggjarane", en: "gateway")
        default: what
        }
    }

    func run() async throws {
        let environment = Shell.environment
        let language = try Language.chosen(options.language, environment) ?? .nb
        var findings = [terminal(environment, language), locale(environment, language)]
        findings += data(language)
        findings += await store(environment, language)
        for finding in findings {
            if output.json {
                Shell.say(try JSONCoder.encode(finding))
            } else {
                let label = Self.label(finding.what, language)
                Shell.say("\(finding.ok ? "ok  " : "!!  ")\(label): \(Plain.field(finding.detail))")
            }
        }
        if findings.contains(where: { !$0.ok }) { throw ExitCode(1) }
    }

    private func terminal(_ environment: [String: String], _ language: Language) -> Finding {
        let what = "terminal"
        if environment["TERM"] == "dumb" {
            return Finding(
                what: what, ok: false, detail: ConsoleWords.text(.cannotMoveCursor("dumb"), language))
        }
        guard let term = environment["TERM"], !term.isEmpty else {
            return Finding(
                what: what, ok: false,
                detail: language.choose(
                    nb: "TERM er ikke satt. Start fra en terminal, eller sett TERM=xterm-256color.",
                    nn: "TERM er ikkje sett. Start frå ein terminal, eller set TERM=xterm-256color.",
                    en: "TERM is not set. Start from a terminal, or set TERM=xterm-256color."))
        }
        var size = winsize()
        guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return Finding(what: what, ok: true, detail: term)
        }
        let isLarge = size.ws_col >= 60 && size.ws_row >= 18
        let small = language.choose(
            nb: "vinduet er for lite, trenger 60x18", nn: "vindauget er for lite, treng 60x18",
            en: "the window is too small, 60x18 is needed")
        return Finding(
            what: what, ok: isLarge,
            detail: "\(term), \(size.ws_col)x\(size.ws_row)" + (isLarge ? "" : ": " + small))
    }

    private func locale(_ environment: [String: String], _ language: Language) -> Finding {
        setlocale(LC_ALL, "")
        let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? "?"
        let isUTF8 = codeset.uppercased() == "UTF-8"
        return Finding(
            what: "locale", ok: true,
            detail: isUTF8
                ? codeset
                : codeset
                    + language.choose(
                        nb: ": Skranke bruker UTF-8 likevel. Sett LC_ALL=C.UTF-8 for andre programmer.",
                        nn: ": Skranke brukar UTF-8 likevel. Set LC_ALL=C.UTF-8 for andre program.",
                        en: ": Skranke uses UTF-8 all the same. Set LC_ALL=C.UTF-8 for other programs."))
    }

    private func data(_ language: Language) -> [Finding] {
        let loader = DataLoader(Locator.current(flag: options.data))
        let what = "data"
        do throws(DataFileErrors) {
            let loaded = try loader.load()
            let path =
                loaded.folder.path.isEmpty
                ? language.choose(nb: "innebygd", nn: "innebygd", en: "built in") : loaded.folder.path
            return [Finding(what: what, ok: true, detail: path)]
        } catch {
            return error.sentences(language).map { Finding(what: what, ok: false, detail: $0) }
        }
    }

    private func store(_ environment: [String: String], _ language: Language) async -> [Finding] {
        let all = try? DataLoader(Locator.current(flag: options.data)).load().data.settings
        let (settings, letters) = (all?.store, all?.mail)
        let place = StoreNeed.Place(options.store, environment, settings)
        do {
            if let path = try StoreNeed.mustExist.missing(place, language) {
                return [missing(path, place, language)]
            }
            let location = try OpenDesk.resolve(place.argument, environment, language)
            return try await proven(location, language) + [
                gateway(location, language), phone(location, environment, language),
                mail(letters, location, environment, language),
            ]
        } catch let failure as Failure {
            return [Finding(what: "store", ok: false, detail: failure.sentence)]
        } catch {
            return [Finding(what: "store", ok: false, detail: "\(error)")]
        }
    }

    /// Nobody has begun yet, which is no fault; or the place that was named is wrong.
    private func missing(_ path: String, _ place: StoreNeed.Place, _ language: Language) -> Finding {
        if place.isNamed {
            return Finding(what: "store", ok: false, detail: StoreNeed.sentence(path, language))
        }
        return Finding(
            what: "store", ok: true,
            detail: path
                + language.choose(
                    nb: ": finnes ikke ennå; konsollen lager det («skranke»)",
                    nn: ": finst ikkje enno; konsollen lagar det («skranke»)",
                    en: ": not there yet; the console makes it (“skranke”)"))
    }

    private func proven(_ location: StoreLocation, _ language: Language) async throws -> [Finding] {
        let store = try await OpenDesk.openStore(location, language)
        let report = try await Told.store(language, path: location.path) { () async throws(StoreFault) in
            try await store.verify()
        }
        await store.close()
        var findings = [
            Finding(
                what: "store", ok: report.problems.isEmpty,
                detail: location.path + ": " + JournalVerify.summary(report, language))
        ]
        findings += report.problems.prefix(20).map { Finding(what: "store", ok: false, detail: $0) }
        if !report.problems.isEmpty {
            findings.append(Finding(what: "store", ok: false, detail: JournalVerify.advice(language)))
        }
        return findings
    }

    private func gateway(_ location: StoreLocation, _ language: Language) -> Finding {
        let what = "gateway"
        let state = GatewayState.look(location)
        if let trouble = state.trouble, trouble.keepsCitizensOut {
            return Finding(what: what, ok: false, detail: Sentences.text(trouble, language))
        }
        if state.isRunning { return Finding(what: what, ok: true, detail: state.address ?? "...") }
        return Finding(
            what: what, ok: true,
            detail: language.choose(
                nb: "går ikke; konsollen starter den, eller «skranke serve»",
                nn: "går ikkje; konsollen startar han, eller «skranke serve»",
                en: "not running; the console starts it, or “skranke serve”"))
    }
}
