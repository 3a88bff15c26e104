import Glibc
import SkrankeDomain

extension Sentences {
    /// A file or folder cannot be used.
    public static func text(_ fault: PathFault, _ language: Language) -> String {
        switch fault {
        case .noHome: noHome(language)
        case .unsupportedStore(let scheme): unsupported(scheme, language)
        case .invalidPath(let path): invalid(path, language)
        case .notAFolder(let path): notAFolder(path, language)
        case .notOwned(let path): notOwned(path, language)
        case .openToOthers(let path): openToOthers(path, language)
        case .failed(let deed, let path, let number):
            "\(path): \(String(cString: strerror(number))) (\(deed)). " + look(number, language)
        }
    }

    private static func noHome(_ language: Language) -> String {
        language.choose(
            nb: "Hjemmemappen er ukjent (HOME er tom). Si hvor lageret ligger med --store.",
            nn: "Heimemappa er ukjend (HOME er tom). Sei kvar lageret ligg med --store.",
            en: "The home folder is unknown (HOME is empty). Say where the store lies by --store.")
    }

    private static func unsupported(_ scheme: String, _ language: Language) -> String {
        let isPostgres = scheme == "postgres" || scheme == "postgresql"
        if isPostgres {
            return language.choose(
                nb: "PostgreSQL som lager finnes ikke i denne versjonen. Bruk en fil: --store STI.",
                nn: "PostgreSQL som lager finst ikkje i denne versjonen. Bruk ei fil: --store STI.",
                en: "PostgreSQL as a store does not exist in this version. Use a file: --store PATH.")
        }
        return language.choose(
            nb: "Lagre av slaget «\(scheme):» finnes ikke. Bruk en fils sti eller sqlite:///sti.",
            nn: "Lager av slaget «\(scheme):» finst ikkje. Bruk stien til ei fil eller sqlite:///sti.",
            en: "There is no store of the kind “\(scheme):”. Use a file's path or sqlite:///path.")
    }

    private static func invalid(_ path: String, _ language: Language) -> String {
        language.choose(
            nb: "«\(path)» er ikke en sti. Gi stien til lagerets fil.",
            nn: "«\(path)» er ikkje ein sti. Gje stien til fila med lageret.",
            en: "“\(path)” is no path. Give the path of the store's file.")
    }

    private static func notAFolder(_ path: String, _ language: Language) -> String {
        language.choose(
            nb: "\(path) er ikke en mappe. Flytt filen bort, eller velg et annet sted med --store.",
            nn: "\(path) er ikkje ei mappe. Flytt fila bort, eller vel ein annan stad med --store.",
            en: "\(path) is no folder. Move the file away, or choose another place by --store.")
    }

    private static func notOwned(_ path: String, _ language: Language) -> String {
        language.choose(
            nb: "\(path) tilhører en annen konto. Logg inn på den kontoen, eller velg et annet sted med "
                + "--store.",
            nn: "\(path) høyrer til ein annan konto. Logg inn på den kontoen, eller vel ein annan stad "
                + "med --store.",
            en: "\(path) belongs to another account. Enter as that account, or choose another place by "
                + "--store.")
    }

    private static func openToOthers(_ path: String, _ language: Language) -> String {
        language.choose(
            nb: "Andre kan skrive i \(path), så et lager der er ikke trygt. Kjør «chmod go-w» på mappen, "
                + "eller velg en "
                + "annen med --store.",
            nn: "Andre kan skrive i \(path), så eit lager der er ikkje trygt. Køyr «chmod go-w» på mappa, "
                + "eller vel ei "
                + "anna med --store.",
            en: "Others may write in \(path), so a store there is not safe. Run “chmod go-w” on the "
                + "folder, or choose "
                + "another by --store.")
    }

    private static func look(_ number: Int32, _ language: Language) -> String {
        if number == ENOSPC || number == EDQUOT {
            return language.choose(nb: "Frigjør plass.", nn: "Frigjer plass.", en: "Free some space.")
        }
        return language.choose(
            nb: "Se på stien og rettighetene.", nn: "Sjå på stien og rettane.",
            en: "Check path and permissions.")
    }

    /// The gateway does not work in full; for health strip, `doctor` and `skranke serve`.
    public static func text(_ trouble: GatewayTrouble, _ language: Language) -> String {
        switch trouble {
        case .portTaken(let address): portTaken(address, language)
        case .addressUnavailable(let address): addressUnavailable(address, language)
        case .portForbidden(let address): portForbidden(address, language)
        case .store(let code): gatewayStore(code, language)
        case .mail(let trouble): text(trouble, language)
        case .startFailed(let why):
            language.choose(
                nb: "Portneren («skranke serve») startet ikke: \(why). Se i loggen; «skranke doctor» sier "
                    + "hvor.",
                nn:
                    "Portnaren («skranke serve») starta ikkje: \(why). Sjå i loggen; "
                    + "«skranke doctor» seier kvar.",
                en: "The gateway (“skranke serve”) did not start: \(why). See its log; “skranke doctor” "
                    + "says where.")
        case .failed(let why):
            language.choose(
                nb: "Innbyggernes side er nede: \(why). Den prøves igjen av seg selv.",
                nn: "Sida til innbyggjarane er nede: \(why). Ho blir prøvd att av seg sjølv.",
                en: "The citizens' page is down: \(why). It is tried again by itself.")
        }
    }

    private static func portTaken(_ address: String, _ language: Language) -> String {
        language.choose(
            nb:
                "\(address) er opptatt. Velg en annen port med --listen, eller avslutt programmet som har den.",
            nn:
                "\(address) er oppteken. Vel ein annan port med --listen, eller avslutt programmet som har han.",
            en: "\(address) is taken. Choose another port by --listen, or end the program that has it.")
    }

    private static func addressUnavailable(_ address: String, _ language: Language) -> String {
        language.choose(
            nb: "Adressen \(address) finnes ikke på denne maskinen. Velg en annen med --listen.",
            nn: "Adressa \(address) finst ikkje på denne maskina. Vel ei anna med --listen.",
            en: "This machine has no address \(address). Choose another by --listen.")
    }

    private static func portForbidden(_ address: String, _ language: Language) -> String {
        language.choose(
            nb: "Kontoen får ikke bruke \(address). Velg en port over 1023 med --listen.",
            nn: "Kontoen får ikkje bruke \(address). Vel ein port over 1023 med --listen.",
            en: "This account may not use \(address). Choose a port above 1023 by --listen.")
    }

    private static func gatewayStore(_ code: String, _ language: Language) -> String {
        switch code {
        case "full":
            language.choose(
                nb: "Portneren får ikke skrevet: disken er full. Frigjør plass.",
                nn: "Portnaren får ikkje skrive: disken er full. Frigjer plass.",
                en: "The gateway cannot write: the disk is full. Free some space.")
        case "locked":
            language.choose(
                nb: "Portneren venter på lageret, som et annet program holder. Står det stille, avslutt det.",
                nn: "Portnaren ventar på lageret, som eit anna program held. Står det stille, avslutt det.",
                en: "The gateway waits for the store, which another program holds. If that stands still, "
                    + "end it.")
        default:
            language.choose(
                nb: "Portneren har vansker med lageret (\(code)). «skranke doctor» sier mer.",
                nn: "Portnaren har vanskar med lageret (\(code)). «skranke doctor» seier meir.",
                en: "The gateway has trouble with the store (\(code)). “skranke doctor” says more.")
        }
    }
}
