import SkrankeDomain
import SkrankeJournal
import SkrankeReference
import SkrankeRuntime
import SkrankeSQLite
import SkrankeSimulation
import SkrankeWeb

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
        let phone = PhoneMorning(plan: DemoMorning.day(seed, zone), origin: origin, inquiry: CallInquiry.id)
        let steps = (Array(morning.before) + phone.steps).enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        try await DemoMorning.play(steps, desk) { clock.advance(to: $0) }
        let supervisor = Caller(.agent(AgentID("bjorg")), roles: [.supervisor], terminal: "demo")
        for intent in StaffDay(origin: origin, zone: zone).intents {
            _ = try await desk.submit(intent, by: supervisor)
        }
        for (key, value) in DemoClock.values(origin: origin, started: SystemClock().now, speed: speed) {
            try await store.setMetadata(key, value)
        }
    }

    /// The demonstrated day.
    static func day(_ seed: UInt64, _ zone: TimeZoneRules) -> DayPlan {
        DayPlan(seed: seed, day: zone.date(at: DemoPlan.origin(in: zone)), zone: zone)
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
