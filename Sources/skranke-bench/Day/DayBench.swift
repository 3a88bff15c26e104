import CPosix
import Glibc
import SkrankeDomain
import SkrankeReference
import SkrankeRuntime
import SkrankeSimulation

/// The whole day of reference data §6.5, ten or fifty times as busy, through the real interfaces: nothing lost
/// or doubled, a screen that keeps up, memory that stays.
struct DayBench {
    let setting: Setting

    /// Real seconds from the start of the clock to the desk's opening: gateway and console must be there by then.
    private static let warmUp = 8.0

    func run() async throws {
        let path = try await setting.stores.fresh("day", open: 0)
        let policy = setting.stores.policy
        let zone = policy.calendar.zone
        let day = zone.date(at: DemoPlan.origin(in: zone))
        let opens = zone.moment(of: WallTime(date: day, time: DayTable.opens))
        let speed = Double(DayBench.hours * 3_600) / Double(max(10, setting.daySeconds))
        let clock = try await RemoteDesk.open(
            path, policy: policy, origin: opens - .seconds(Int64(DayBench.warmUp * speed)), speed: speed)
        let location = try StoreLocation.resolve(path, environment: [:], directory: "/")
        let held = try FileLock.tryLock(location.folder + "/demo.lock")
        defer { held?.release() }
        ChatLoad.raiseDescriptorLimit()
        let server = try await ServedGateway(setting.program, store: path)
        let desk = try RemoteDesk(path, policy: policy, clock: clock)
        let plan = DayPlan(seed: 24, day: day, zone: zone, factor: setting.factor)
        let traffic = DayTraffic(
            plan: plan, desk: desk, place: location, address: server.address, clock: clock)
        let probe = try await ScreenProbe(setting.console(path), desk)
        let console = probe.screen.pid
        let watch = MemoryWatch { [server.pid, console] }
        let began = nanoseconds()
        async let behind = probe.run(until: { traffic.isOver })
        let killer = kills(server, until: { traffic.isOver })
        let ledger = await traffic.run()
        killer.cancel()
        await killer.value
        let sample = await behind
        let took = Double(nanoseconds() - began) / 1e9
        let sizes = await watch.stop()
        let found = try await count(desk, ledger)
        probe.end()
        let report = try await desk.store.verify()
        await desk.close()
        server.stop()
        show(ledger, found, sample, sizes, took, speed)
        say("   \(server.kills.load(ordering: .relaxed)) times kill -9; journal verify: "
            + (report.problems.isEmpty ? "clean" : report.problems.prefix(5).joined(separator: "; ")))
    }

    /// What is there once the gateway has caught up; it gets some seconds for it.
    private func count(_ desk: RemoteDesk, _ ledger: DayLedger.Tally) async throws -> DayCount {
        for _ in 0..<20 {
            let found = try await DayCount(desk.store)
            if found.missing(of: ledger) == 0 { return found }
            try await Task.sleep(for: .seconds(1))
        }
        return try await DayCount(desk.store)
    }

    /// Kills the gateway as often as was asked for, at moments that no one planned.
    private func kills(_ server: ServedGateway, until isOver: @escaping @Sendable () -> Bool) -> Task<Void, Never> {
        let (count, seconds) = (setting.kills, setting.daySeconds)
        return Task {
            var random = SeededRandom(seed: 9)
            for _ in 0..<count {
                let pause = random.within(0...max(1, 2_000 * seconds / max(1, count)))
                guard (try? await Task.sleep(for: .milliseconds(pause))) != nil, !isOver() else { return }
                try? server.killAndStartAgain()
            }
        }
    }

    /// From before the desk opens to the evening's last e-mail.
    static let hours = 16

    private func show(
        _ ledger: DayLedger.Tally, _ found: DayCount, _ behind: Sample, _ sizes: [Double], _ took: Double,
        _ speed: Double
    ) {
        let middle: Double? = sizes.isEmpty ? nil : sizes[sizes.count / 2]
        let lost = found.missing(of: ledger)
        let last: Double? = sizes.last
        Report.show(
            "day: factor \(setting.factor), \(Int(speed)) times as fast as life, \(took.short) s",
            [
                Figure(
                    what: "calls, tickets, chats and e-mails lost or doubled", unit: "", ours: Double(lost),
                    bar: .atMost(0)),
                Figure(
                    what: "acknowledged to screen p50", unit: "ms", ours: behind.median, bar: .none),
                Figure(
                    what: "acknowledged to screen, worst", unit: "ms", ours: behind.percentile(1.0),
                    bar: .atMost(100)),
                Figure(
                    what: "gateway and console at the end (PSS)", unit: "MB", ours: last,
                    companion: "at half time", theirs: middle, bar: .times(1.1)),
            ],
            [
                "\(ledger.calls) calls in \(ledger.posts) posts, \(ledger.tickets.count) tickets, "
                    + "\(ledger.chats.count) chats, \(ledger.mails) e-mails; \(ledger.failed) refused for good",
                ledger.failures.isEmpty ? "none refused" : "refused: \(Set(ledger.failures).sorted().prefix(5))",
                "found: \(found.summary); \(behind.count) probes of the screen",
            ])
    }
}
