import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeReference
import SkrankeRuntime
import SkrankeSQLite

/// A desk as every subcommand opens it: data files, store, clock, identity, and the one way in.
struct OpenDesk {
    let location: StoreLocation
    let data: ReferenceData
    let dataFolder: DataFolder
    let store: SQLiteStore
    let clock: any Clock
    let desk: CommandDesk
    let identity: Identity
    let caller: Caller
    let language: Language
    let isDemo: Bool

    /// Opens what the options name. Nothing is started, nothing is listened to.
    /// - Parameter need: whether a store may be made where there is none.
    static func open(_ options: DeskOptions, _ need: StoreNeed = .mayBeMade) async throws -> OpenDesk {
        let environment = Shell.environment
        var loaded = try options.loadData()
        let language = try Language.chosen(options.language, environment) ?? loaded.data.policy.language
        let place = StoreNeed.Place(options.store, environment, loaded.data.settings.store)
        let location = try need.location(place, language)
        let store = try await openStore(location, language, need)
        let metadata = try await Told.store(language) { () async throws(StoreFault) in
            try await store.metadata()
        }
        let clock = DemoClock.clock(metadata) ?? SystemClock()
        // Console, gateway and scripts all take the policy from here: what an agent waits for is real time.
        loaded.data.policy = loaded.data.policy.graceInRealTime(on: clock)
        if metadata.isDemo {
            loaded.data.settings.mail = DemoMail.settings(location, loaded.data.municipality)
            loaded.data.policy.mail = loaded.data.settings.mail?.policy
        }
        let policy = loaded.data.policy
        let identifiers = Identifiers(clock: SystemClock())
        let desk = CommandDesk(
            store: store, clock: clock, policy: { policy }, identifiers: { identifiers.next() })
        let identity = try identify(options, loaded.data.directory, metadata, environment, language)
        return OpenDesk(
            location: location, data: loaded.data, dataFolder: loaded.folder, store: store, clock: clock,
            desk: desk, identity: identity, caller: identity.caller(terminal: Shell.terminalName),
            language: language, isDemo: metadata.isDemo)
    }

    static func resolve(
        _ argument: String?, _ environment: [String: String], _ language: Language
    ) throws -> StoreLocation {
        try Told.path(language) { () throws(PathFault) in
            let location = try StoreLocation.resolve(
                argument, environment: environment, directory: Shell.directory)
            try location.prepare()
            return location
        }
    }

    static func openStore(
        _ location: StoreLocation, _ language: Language, _ need: StoreNeed = .mayBeMade
    ) async throws -> SQLiteStore {
        try await Told.store(language, path: location.path) { () async throws(StoreFault) in
            do throws(StoreFault) {
                return try SQLiteStore(path: location.path)
            } catch {
                guard need == .reads, let copy = ReadingCopy.make(of: location.path, because: error) else {
                    throw error
                }
                Shell.complain(ReadingCopy.sentence(location.path, language))
                return try SQLiteStore(path: copy)
            }
        }
    }

    private static func identify(
        _ options: DeskOptions, _ directory: Directory, _ metadata: StoreMetadata,
        _ environment: [String: String], _ language: Language
    ) throws -> Identity {
        let entrance = Entrance(
            store: metadata.isDemo ? .demonstration : .own, account: Shell.account,
            forcedAgent: environment["SKRANKE_AGENT"], wanted: options.agent)
        do {
            return try directory.identify(entrance)
        } catch {
            throw Failure(error.sentence(language))
        }
    }
}

/// Faults become sentences in the user's language.
enum Told {
    static func store<T>(
        _ language: Language, path: String = "", _ body: () async throws(StoreFault) -> T
    ) async throws -> T {
        do {
            return try await body()
        } catch {
            throw Failure(Sentences.text(error, path: path, language), word: "store-" + error.code)
        }
    }

    static func path<T>(_ language: Language, _ body: () throws(PathFault) -> T) throws -> T {
        do {
            return try body()
        } catch {
            throw Failure(Sentences.text(error, language))
        }
    }
}
