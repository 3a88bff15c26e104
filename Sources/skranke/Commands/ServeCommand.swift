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
        commandName: "serve", abstract: "The gateway: citizens' pages, HTTP interface, timers.")
    @OptionGroup var options: DeskOptions
    @Option(help: "Where to listen, HOST:PORT; port 0 takes any free one.")
    var listen: String?
    @Flag(help: .hidden)
    var attached = false

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        let address = try address(desk)
        let pokes = try Told.path(desk.language) { () throws(PathFault) in
            try Pokes(folder: desk.location.pokes, clock: SystemClock())
        }
        let logger = try desk.logger("gateway")
        let policy = desk.data.policy
        let web = WebWiring(
            desk: desk.desk, clock: desk.clock, data: desk.data, address: address, mayTakeAnyPort: desk.isDemo,
            bus: pokes, logger: logger)
        let gateway = Gateway(
            GatewaySetup(
                location: desk.location, mode: attached ? .attached : .service, desk: desk.desk, clock: desk.clock,
                policy: { policy }, bus: pokes, serveHTTP: { try await web.run($0) },
                process: ProcessInfo.processInfo.processIdentifier, log: { logger.info("\($0)") }))
        // What this process commits is news for every console of the host.
        desk.store.onCommit { _ in pokes.send(.moved) }
        let signals = StopSignals { gateway.stop() }
        if desk.isDemo { DemoLife.watch(folder: desk.location.folder) { gateway.stop() } }
        let end = try await run(gateway, desk)
        signals.cancel()
        await desk.store.close()
        if !attached { try tell(end, desk) }
    }

    private func run(_ gateway: Gateway, _ desk: OpenDesk) async throws -> GatewayEnd {
        do throws(PathFault) {
            return try await gateway.run()
        } catch {
            throw Failure(Sentences.text(error, desk.language))
        }
    }

    private func tell(_ end: GatewayEnd, _ desk: OpenDesk) throws {
        if case .alreadyRunning(let pid) = end {
            throw Failure("gateway: pid \(pid.map(String.init) ?? "?")")
        }
    }

    private func address(_ desk: OpenDesk) throws -> ListenAddress {
        guard let text = listen ?? Shell.environment["SKRANKE_LISTEN"], !text.isEmpty else {
            return desk.data.settings.web.listen
        }
        guard let address = ListenAddress(text) else {
            throw ValidationError("--listen '\(Plain.field(text))': HOST:PORT")
        }
        return address
    }
}
