import ArgumentParser
import Foundation
import SkrankeDomain
import SkrankeGateway
import SkrankeJournal
import SkrankeReference
import SkrankeRuntime
import SkrankeWeb

/// The gateway: the one process through which citizens arrive and time passes (DESIGN §5).
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: HelpWords.say(
            nb: "Portneren: innbyggernes sider, HTTP-grensesnitt, tidsfrister.",
            nn: "Portnaren: sidene til innbyggjarane, HTTP-grensesnitt, tidsfristar.",
            en: "The gateway: citizens' pages, HTTP interface, timers."))
    @OptionGroup var options: DeskOptions
    @Option(
        help: HelpWords.say(
            nb: "Hvor det lyttes, HOST:PORT; port 0 tar en hvilken som helst ledig.",
            nn: "Kvar det blir lytta, HOST:PORT; port 0 tek ein kva som helst ledig.",
            en: "Where to listen, HOST:PORT; port 0 takes any free one."))
    var listen: String?
    @Flag(help: .hidden)
    var attached = false

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        let named = try named(desk.language)
        let pokes = try Told.path(desk.language) { () throws(PathFault) in
            try Pokes(folder: desk.location.pokes, clock: SystemClock())
        }
        let logger = try desk.logger("gateway")
        let policy = desk.data.policy
        let web = WebWiring(
            desk: desk.desk, clock: desk.clock, data: desk.data, location: desk.location, named: named,
            mayTakeAnyPort: desk.isDemo, bus: pokes, logger: logger)
        var setup = GatewaySetup(
            location: desk.location, mode: attached ? .attached : .service, desk: desk.desk,
            clock: desk.clock,
            policy: { policy }, bus: pokes, serveHTTP: { try await web.run($0) },
            process: ProcessInfo.processInfo.processIdentifier, tell: teller(desk),
            log: { logger.info("\($0)") })
        setup.mail = try await MailWiring.setup(desk, Shell.environment)
        let gateway = Gateway(setup)
        // What this process commits is news for every console of the host.
        desk.store.onCommit { _ in pokes.send(.moved) }
        let signals = StopSignals { gateway.stop() }
        if desk.isDemo { DemoLife.watch(folder: desk.location.folder) { gateway.stop() } }
        let end = try await run(gateway, desk)
        signals.cancel()
        await desk.store.close()
        try judge(end, desk)
    }

    private func run(_ gateway: Gateway, _ desk: OpenDesk) async throws -> GatewayEnd {
        do throws(PathFault) {
            return try await gateway.run()
        } catch {
            throw Failure(Sentences.text(error, desk.language))
        }
    }

    /// One that a console started has nobody to talk to: the console's health strip says it.
    private func teller(_ desk: OpenDesk) -> @Sendable (GatewayNews) -> Void {
        let (language, store, isQuiet) = (desk.language, desk.location.path, attached)
        return { news in
            switch news {
            case _ where isQuiet: break
            case .listening(let address):
                Shell.say(ServeWords.listening(address, store, language), flush: true)
            case .trouble(let trouble): Shell.complain(ServeWords.trouble(trouble, language))
            case .waiting(let pid): Shell.complain(ServeWords.waiting(pid, language))
            }
        }
    }

    private func judge(_ end: GatewayEnd, _ desk: OpenDesk) throws {
        guard case .alreadyRunning(let pid, let address) = end, !attached else { return }
        throw Failure(ServeWords.alreadyRunning(pid, address, desk.location.path, desk.language))
    }

    /// The address that whoever started us named; nil leaves it to `desk.toml`.
    private func named(_ language: Language) throws -> ListenAddress? {
        guard let text = listen ?? Shell.environment["SKRANKE_LISTEN"], !text.isEmpty else { return nil }
        guard let address = ListenAddress(text) else {
            throw Failure(ServeWords.wrongListen(text, language), code: 64)
        }
        return address
    }
}
