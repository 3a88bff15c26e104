import SkrankeDomain
import SkrankeJournal
import SkrankeReference
import SkrankeRuntime
import SkrankeSimulation
import SkrankeWeb

/// The demonstration's people beside the console: citizens who come through the real interfaces, colleagues at
/// the desk.
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
            Task { await byHand(desk) },
            Task { await theDay(desk, pokes) },
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

    private func theDay(_ desk: OpenDesk, _ pokes: Pokes) async {
        let location = desk.location
        await CitizenClient.onOwnLoop(connections: 4, locate: { DemoCitizens.address(location) }) { client in
            await play(desk, pokes, client)
        }
    }

    /// Calls, and the colleagues who answer them and work through what waits.
    private func play(_ desk: OpenDesk, _ pokes: Pokes, _ client: CitizenClient) async {
        guard let origin = (desk.clock as? ScaledClock)?.origin else { return }
        let plan = DemoMorning.day(seed, desk.data.policy.calendar.zone)
        let wait = DemoTime.wait(desk.clock)
        let board = PhoneMorning(plan: plan, origin: origin, inquiry: CallInquiry.id).board
        let telephone = DemoExchange(board, desk: desk, client: client, wait: wait)
        let driver = DayDriver(plan: plan, clock: desk.clock, wait: wait)
        let colleagues = DemoColleagues(desk: desk, bus: pokes, seed: seed)
        let letters = DemoLetters(
            desk.location, desk: desk.data.municipality.email, clock: desk.clock, wait: wait)
        await withDiscardingTaskGroup { tasks in
            tasks.addTask { await telephone.run() }
            tasks.addTask { await telephone.exchange.wake() }
            tasks.addTask { await letters.run() }
            tasks.addTask {
                await colleagues.run { await telephone.look(at: $0, desk.data.policy) }
            }
            tasks.addTask {
                await driver.run { arrival in
                    switch arrival {
                    case .call(let call): await telephone.ring(call)
                    case .mail(let mail): await letters.write(mail)
                    case .visit(let visit): await DemoCitizens.takeTicket(visit, client)
                    // Those of `DemoDriver` come oftener than the day's, so that there is always somebody.
                    case .chat: break
                    }
                }
            }
        }
    }

    private static func takeTicket(_ visit: PlannedVisit, _ client: CitizenClient) async {
        var keys = KeySupply(salt: .random(in: 0 ... .max), citizen: visit.index)
        let key = keys.next()
        let backoff = Backoff(random: SeededRandom(seed: UInt64(visit.index)))
        // Refused for good, e.g. because the desk has closed: he goes home.
        _ = try? await client.retrying(8, backoff: backoff) { () throws(ClientFault) in
            try await client.takeTicket(visit, key: key)
        }
    }

    /// What the colleagues register by hand while it runs.
    private func byHand(_ desk: OpenDesk) async {
        guard let origin = (desk.clock as? ScaledClock)?.origin else { return }
        let zone = desk.data.policy.calendar.zone
        let morning = HandRegisteredMorning(seed: seed, origin: origin, zone: zone)
        try? await DemoMorning.play(morning.later, desk.desk) { moment in
            try await Task.sleep(for: .milliseconds(desk.clock.delay(until: moment)))
        }
    }
}
