import ArgumentParser
import Foundation
import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import SkrankeSQLite
import SkrankeSimulation

/// A fictional morning at Kongsvinger through the real interfaces, on a store of its own.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: HelpWords.say(
            nb: "En oppdiktet dag i Kongsvinger, til å prøve alt på.",
            nn: "Ein oppdikta dag i Kongsvinger, til å prøve alt på.",
            en: "A fictional day at Kongsvinger, to try everything on."),
        discussion: HelpWords.say(
            nb: "Lageret er merket DEMO og forsvinner med demonstrasjonen, hvis ikke --store navngir et.",
            nn: "Lageret er merkt DEMO og forsvinn med demonstrasjonen, om ikkje --store namngir eit.",
            en: "The store is marked DEMO and goes away with the demonstration, unless --store names one.")
    )
    @OptionGroup var options: DeskOptions
    @OptionGroup var screen: ScreenOptions
    @Option(
        help: HelpWords.say(
            nb: "Samme frø gir de samme innbyggerne.",
            nn: "Same frø gir dei same innbyggjarane.",
            en: "The same seed brings the same citizens."))
    var seed: UInt64 = 24
    @Option(
        help: HelpWords.say(
            nb: "Demonstrerte sekunder per sekund.",
            nn: "Demonstrerte sekund per sekund.",
            en: "Demonstrated seconds per second."))
    var speed = 1.0
    @Flag(help: .hidden)
    var citizens = false

    func validate() throws {
        guard speed > 0, speed <= 1_000 else { throw ValidationError("--speed: more than 0, at most 1000") }
    }

    func run() async throws {
        if citizens { return try await DemoCitizens(options: options, seed: seed, speed: speed).run() }
        let language = try Language.chosen(options.language, Shell.environment) ?? .nb
        let place = try DemoPlace(options.store, language)
        var options = options
        options.store = place.storePath
        do {
            try await play(options)
        } catch {
            place.leave()
            throw error
        }
        place.leave()
    }

    private func play(_ options: DeskOptions) async throws {
        try await DemoMorning(options: options, seed: seed, speed: speed).prepare()
        let desk = try await OpenDesk.open(options)
        guard desk.isDemo else { throw Failure(DemoWords.notDemo(desk.location.path, desk.language)) }
        let children = DemoChildren(options: options, seed: seed, speed: speed)
        children.start()
        var screen = screen
        if screen.listen == nil { screen.listen = Shell.environment["SKRANKE_LISTEN"] }
        defer { children.stop(desk.location) }
        try await ConsoleProgram(desk: desk, screen: screen, dataFlag: options.data).run()
        await desk.store.close()
    }
}

/// Where the demonstration's store lies, and the lock that says that it is being shown.
struct DemoPlace {
    let storePath: String
    private let folder: DemoFolder?
    private let lock: FileLock?

    init(_ store: String?, _ language: Language) throws {
        let environment = Shell.environment
        let parent = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        DemoFolder.sweep(parent)
        if let store {
            let location = try OpenDesk.resolve(store, environment, language)
            lock = try Told.path(language) { () throws(PathFault) in
                try FileLock.tryLock(location.folder + "/" + DemoLife.lockName)
            }
            guard lock != nil else { throw Failure(DemoWords.shown(location.path, language)) }
            folder = nil
            storePath = location.path
        } else {
            let made = try Told.path(language) { () throws(PathFault) in try DemoFolder.make(in: parent) }
            folder = made
            lock = nil
            storePath = made.path + "/" + StoreLocation.fileName
        }
    }

    func leave() {
        folder?.remove()
        lock?.release()
    }
}

/// The other processes of a demonstration.
final class DemoChildren {
    private let options: DeskOptions
    private let seed: UInt64
    private let speed: Double
    private var process: Process?

    init(options: DeskOptions, seed: UInt64, speed: Double) {
        self.options = options
        self.seed = seed
        self.speed = speed
    }

    /// Citizens start beside the console; without them the desk is merely quiet.
    func start() {
        guard let program = ProcessSetup.executable(), let store = options.store else { return }
        let child = Process()
        child.executableURL = URL(fileURLWithPath: program)
        var words = ["demo", "--citizens", "--store", store, "--seed", "\(seed)", "--speed", "\(speed)"]
        if let data = options.data { words += ["--data", Absolute.path(data)] }
        child.arguments = words
        child.standardInput = FileHandle.nullDevice
        child.standardOutput = FileHandle.nullDevice
        child.standardError = FileHandle.nullDevice
        try? child.run()
        process = child
    }

    func stop(_ location: StoreLocation) {
        process?.terminate()
        let gateway = GatewayState.look(location)
        if let pid = gateway.pid, gateway.isRunning { kill(pid, SIGTERM) }
    }
}

enum DemoWords {
    static func notDemo(_ path: String, _ language: Language) -> String {
        language.choose(
            nb: "\(path) er ikke et demolager. Demonstrasjonen rører aldri en virkelig skranke.",
            nn: "\(path) er ikkje eit demolager. Demonstrasjonen rører aldri ein verkeleg skranke.",
            en: "\(path) is no demonstration store. The demonstration never touches a real desk.")
    }

    static func shown(_ path: String, _ language: Language) -> String {
        language.choose(
            nb: "Demonstrasjonen i \(path) vises alt av et annet program.",
            nn: "Demonstrasjonen i \(path) blir alt vist av eit anna program.",
            en: "Another program already shows the demonstration in \(path).")
    }
}
