import SkrankeDomain
import SkrankeJournal
import SkrankeReference
import SkrankeRuntime
import SkrankeSQLite
import SkrankeSimulation

/// What happened at the fictional desk before the curtain rises: registered by the real rules, each at its time.
struct DemoMorning {
    let options: DeskOptions
    let seed: UInt64
    let speed: Double

    /// Makes the demonstration's store, unless it is one already.
    func prepare() async throws {
        let data = try options.loadData().data
        let environment = Shell.environment
        let language = try Language.chosen(options.language, environment) ?? data.policy.language
        let location = try OpenDesk.resolve(options.store, environment, language)
        let store = try await OpenDesk.openStore(location, language)
        try await Told.store(language, path: location.path) { () async throws(StoreFault) in
            if try await store.metadata().isDemo { return }
            guard try await store.headSequence() == 0 else { return }
            try await register(data.policy, in: store)
        }
        await store.close()
    }

    private func register(_ policy: DeskPolicy, in store: SQLiteStore) async throws(StoreFault) {
        let zone = policy.calendar.zone
        let origin = DemoPlan.origin(in: zone)
        let clock = ManualClock(origin)
        let identifiers = Identifiers(clock: SystemClock())
        let desk = CommandDesk(
            store: store, clock: clock, policy: { policy }, identifiers: { identifiers.next() })
        let morning = HandRegisteredMorning(seed: seed, origin: origin, zone: zone)
        try await DemoMorning.play(morning.before, desk) { clock.advance(to: $0) }
        for (key, value) in DemoClock.values(origin: origin, started: SystemClock().now, speed: speed) {
            try await store.setMetadata(key, value)
        }
    }

    /// Plays the colleagues' part of the morning.
    static func play(
        _ steps: some Sequence<MorningStep>, _ desk: CommandDesk, reach: (Moment) async throws -> Void
    ) async throws(StoreFault) {
        do {
            try await HandRegisteredMorning.run(steps, reach: reach) { intent, caller in
                switch try await desk.submit(intent, by: caller) {
                case .committed(let answer, _), .repeated(let answer): answer
                case .refused, .conflict: nil
                }
            }
        } catch let fault as StoreFault {
            throw fault
        } catch {
            throw .failed("\(error)")
        }
    }
}

/// The demonstration's people beside the console: citizens who come through HTTP, colleagues at the desk.
struct DemoCitizens {
    let options: DeskOptions
    let seed: UInt64
    let speed: Double

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        guard desk.isDemo else { throw Failure(DemoWords.notDemo(desk.location.path, desk.language)) }
        let pokes = try Told.path(desk.language) { () throws(PathFault) in
            try Pokes(folder: desk.location.pokes, clock: SystemClock())
        }
        desk.store.onCommit { _ in pokes.send(.moved) }
        let over = Signal()
        DemoLife.watch(folder: desk.location.folder) { over.raise() }
        let signals = StopSignals { over.raise() }
        let location = desk.location
        let driver = DemoDriver(plan: DemoPlan(seed: seed, speed: speed), clock: SystemClock())
        let tasks = [
            Task { await driver.run { DemoCitizens.address(location) } },
            Task { await colleagues(desk, pokes) },
        ]
        await over.wait()
        tasks.forEach { $0.cancel() }
        signals.cancel()
        pokes.stop()
    }

    private static func address(_ location: StoreLocation) -> GatewayAddress? {
        let state = GatewayState.look(location)
        guard state.isRunning, let address = state.address else { return nil }
        let place = address.hasPrefix("http://") ? String(address.dropFirst(7)) : address
        return ListenAddress(place).map { GatewayAddress(host: $0.host, port: $0.port) }
    }

    /// Those who are named in the morning are at work, and go on with it.
    private func colleagues(_ desk: OpenDesk, _ pokes: Pokes) async {
        guard let origin = (desk.clock as? ScaledClock)?.origin else { return }
        let zone = desk.data.policy.calendar.zone
        let morning = HandRegisteredMorning(seed: seed, origin: origin, zone: zone)
        for agent in Set(morning.steps.map(\.agent)) {
            let caller = Caller(.agent(agent), roles: [.agent], terminal: "demo")
            let session = DeskSession(
                id: "demo-\(agent)", agent: agent, caller: caller, desk: desk.desk, clock: desk.clock,
                bus: pokes)
            try? await session.begin()
        }
        try? await DemoMorning.play(morning.later, desk.desk) { moment in
            try await Task.sleep(for: .milliseconds(desk.clock.delay(until: moment)))
        }
    }
}
