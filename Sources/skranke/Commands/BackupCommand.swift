import ArgumentParser
import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeReference
import SkrankeRuntime
import SkrankeSQLite

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: HelpWords.say(
            nb: "En hel kopi av lageret, også mens det er i bruk.",
            nn: "Ein heil kopi av lageret, også medan det er i bruk.",
            en: "A consistent copy of the store, while it is in use."))
    @OptionGroup var options: DeskOptions
    @Argument(
        help: HelpWords.say(
            nb: "Filen som skal skrives; den må ikke finnes fra før.",
            nn: "Fila som skal skrivast; ho må ikkje finnast frå før.",
            en: "The file to write; it must not exist."))
    var file: String

    func run() async throws {
        let desk = try await OpenDesk.open(options, .reads)
        let path = Absolute.path(file)
        guard access(path, F_OK) != 0 else {
            throw Failure(
                desk.language.choose(
                    nb: "\(path) finnes alt. En sikkerhetskopi skrives aldri over; velg et annet navn.",
                    nn: "\(path) finst alt. Ein tryggleikskopi blir aldri skriven over; vel eit anna namn.",
                    en: "\(path) exists already. A backup is never overwritten; choose another name."),
                word: "exists")
        }
        do throws(StoreFault) {
            try await desk.store.backup(to: path)
        } catch .unreadable(let why) {
            throw Failure(BackupWords.unwritable(path, why, desk.language), word: "no-backup")
        } catch {
            throw Failure(
                Sentences.text(error, path: path, desk.language), word: "store-" + error.code)
        }
        Shell.say(path)
        await desk.store.close()
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: HelpWords.say(
            nb: "Sett en sikkerhetskopi på lagerets plass; det som er slettet siden, forblir slettet.",
            nn:
                "Set ein tryggleikskopi på plassen til lageret; det som er sletta sidan, blir verande sletta.",
            en: "Put a backup in the store's place; what was erased since stays erased."))
    @OptionGroup var options: DeskOptions
    @Argument(
        help: HelpWords.say(
            nb: "Sikkerhetskopien.",
            nn: "Tryggleikskopien.",
            en: "The backup."))
    var file: String

    func run() async throws {
        let environment = Shell.environment
        let language = try Usage.language(options.language)
        let path = Absolute.path(file)
        // Before anything is made at the store's place.
        guard access(path, R_OK) == 0 else {
            throw Failure(
                BackupWords.unreadable(path, String(cString: strerror(errno)), language), word: "no-backup")
        }
        // Wrong data files do not stand in the way of a backup that is needed.
        let settings = try? DataLoader(Locator.current(flag: options.data)).load().data.settings.store
        let place = StoreNeed.Place(options.store, environment, settings)
        let location = try OpenDesk.resolve(place.argument, environment, language)
        let aside: String?
        do throws(StoreFault) {
            aside = try SQLiteStore.restore(path, to: location.path)
        } catch {
            throw Failure(
                BackupWords.fault(error, path, location.path, language), word: "store-" + error.code)
        }
        Shell.say(location.path)
        if let aside { Shell.say(BackupWords.aside(aside, language)) }
    }
}

enum BackupWords {
    static func unreadable(_ path: String, _ why: String, _ language: Language) -> String {
        language.choose(
            nb:
                "Sikkerhetskopien \(path) kan ikke leses: \(why). Se etter en skrivefeil i stien. Lageret er urørt.",
            nn:
                "Tryggleikskopien \(path) kan ikkje lesast: \(why). Sjå etter ein skrivefeil i stien. Lageret er urørt.",
            en:
                "The backup \(path) cannot be read: \(why). Look for a typing error in the path. The store is as it was."
        )
    }

    static func aside(_ path: String, _ language: Language) -> String {
        language.choose(
            nb: "Lageret som sto der, ligger nå i \(path). Slett det når det nye er riktig.",
            nn: "Lageret som stod der, ligg no i \(path). Slett det når det nye er rett.",
            en: "The store that stood there now lies in \(path). Delete it when the new one is right.")
    }

    /// The copy could not be written; the store is read all the same.
    static func unwritable(_ path: String, _ why: String, _ language: Language) -> String {
        language.choose(
            nb: "Sikkerhetskopien \(path) kan ikke skrives: \(why). Velg et annet sted. Lageret er urørt.",
            nn: "Tryggleikskopien \(path) kan ikkje skrivast: \(why). Vel ein annan stad. Lageret er urørt.",
            en: "The backup \(path) cannot be written: \(why). Choose another place. The store is as it was.")
    }

    /// What is wrong with the backup is not said of the store.
    static func fault(_ fault: StoreFault, _ backup: String, _ store: String, _ language: Language) -> String
    {
        switch fault {
        case .corrupt(let why), .unreadable(let why):
            language.choose(
                nb:
                    "Sikkerhetskopien \(backup) er ikke et helt lager: \(why). Bruk en annen. Lageret er urørt.",
                nn:
                    "Tryggleikskopien \(backup) er ikkje eit heilt lager: \(why). Bruk ein annan. Lageret er urørt.",
                en: "The backup \(backup) is no whole store: \(why). Use another. The store is as it was.")
        case .locked(let holder):
            inUse(store, holder, language)
        default: Sentences.text(fault, path: store, language)
        }
    }
}

extension BackupWords {
    fileprivate static func inUse(_ store: String, _ holder: Int32?, _ language: Language) -> String {
        let who = holder.map { " (\($0))" } ?? ""
        return language.choose(
            nb:
                "Lageret \(store) er i bruk av en konsoll eller «skranke serve»\(who). Avslutt dem alle først.",
            nn:
                "Lageret \(store) er i bruk av ein konsoll eller «skranke serve»\(who). Avslutt dei alle først.",
            en: "The store \(store) is used by a console or by “skranke serve”\(who). End them all first.")
    }
}

enum Absolute {
    static func path(_ text: String) -> String { text.hasPrefix("/") ? text : Shell.directory + "/" + text }
}
