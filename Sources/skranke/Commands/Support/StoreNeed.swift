import Glibc
import SkrankeDomain
import SkrankeReference
import SkrankeRuntime

/// Whether a command may make the store that it names. A mistyped path must not become an empty desk, in which
/// a script then files a citizen's inquiry that nobody ever sees.
enum StoreNeed {
    /// Console, demo, serve: where there is none yet, one is made.
    case mayBeMade
    /// Commands that change what is there.
    case mustExist
    /// Commands that only read: a store that cannot be written is read from a copy.
    case reads
    /// `inquiry register`: the account's own place may be new, a place that was named may not.
    case mustExistWhereNamed

    /// Which store is meant, in the order of DESIGN §5: flag, environment, `location` in desk.toml, the
    /// account's own place.
    struct Place {
        /// What `StoreLocation.resolve` is to read instead of the environment.
        var argument: String?
        /// By a flag or the environment, where a typing error lurks.
        var isNamed: Bool
        var environment: [String: String]

        init(_ flag: String?, _ environment: [String: String], _ settings: StoreSettings?) {
            isNamed = flag != nil || !(environment["SKRANKE_STORE"] ?? "").isEmpty
            argument = isNamed ? flag : settings?.location
            self.environment = environment
        }
    }

    /// The store's place, its folders made and found ours.
    /// - Throws: `Failure` with the path and what to do, before anything was made.
    func location(_ place: Place, _ language: Language) throws -> StoreLocation {
        if let path = try missing(place, language) {
            throw Failure(StoreNeed.sentence(path, language), word: "no-store")
        }
        return try OpenDesk.resolve(place.argument, place.environment, language)
    }

    /// The path at which a store is needed and there is none.
    func missing(_ place: Place, _ language: Language) throws -> String? {
        switch self {
        case .mayBeMade: return nil
        case .mustExistWhereNamed where !place.isNamed: return nil
        case .mustExist, .reads, .mustExistWhereNamed:
            let location = try Told.path(language) { () throws(PathFault) in
                try StoreLocation.resolve(
                    place.argument, environment: place.environment, directory: Shell.directory)
            }
            return StoreNeed.holdsSomething(location.path) ? nil : location.path
        }
    }

    /// What cannot be looked at is not missing: whoever opens it says why not.
    private static func holdsSomething(_ path: String) -> Bool {
        var info = stat()
        guard stat(path, &info) == 0 else { return errno != ENOENT && errno != ENOTDIR }
        return info.st_size > 0 || info.st_mode & S_IFMT != S_IFREG
    }

    static func sentence(_ path: String, _ language: Language) -> String {
        language.choose(
            nb:
                "Det finnes ikke noe lager i \(path). Se etter en skrivefeil i --store og SKRANKE_STORE; et nytt "
                + "lager lages av konsollen («skranke --store STI») eller «skranke serve».",
            nn:
                "Det finst ikkje noko lager i \(path). Sjå etter ein skrivefeil i --store og SKRANKE_STORE; eit nytt "
                + "lager blir laga av konsollen («skranke --store STI») eller «skranke serve».",
            en:
                "There is no store at \(path). Look for a typing error in --store and SKRANKE_STORE; a new store is "
                + "made by the console (“skranke --store PATH”) or by “skranke serve”.")
    }
}
