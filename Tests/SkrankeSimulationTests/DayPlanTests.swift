import SkrankeDomain
import SkrankeRuntime
import SkrankeSimulation
import Testing

/// The day of reference data §6.5, to the arrival.
@Suite struct DayPlanTests {
    private let zone: TimeZoneRules
    private let day: CivilDate

    init() throws {
        zone = try Repository.data().policy.calendar.zone
        day = zone.date(at: DemoPlan.origin(in: zone))
    }

    private func plan(_ seed: UInt64 = 24, factor: Int = 1) -> DayPlan {
        DayPlan(seed: seed, day: day, zone: zone, factor: factor)
    }

    private func counts(_ plan: DayPlan) -> (calls: Int, chats: Int, visits: Int, mails: Int) {
        var counts = (0, 0, 0, 0)
        for step in plan.steps {
            switch step.arrival {
            case .call: counts.0 += 1
            case .chat: counts.1 += 1
            case .visit: counts.2 += 1
            case .mail: counts.3 += 1
            }
        }
        return counts
    }

    @Test(arguments: [0, 24, 99] as [UInt64], [1, 10, 50])
    func hasTheSumsOfTheTable(_ seed: UInt64, _ factor: Int) {
        let counts = counts(plan(seed, factor: factor))
        #expect(counts == (144 * factor, 24 * factor, 42 * factor, 70 * factor))
    }

    @Test func isTheSameBySeed() {
        #expect(plan(1) == plan(1))
        #expect(plan(1).steps.map(\.at) != plan(2).steps.map(\.at))
        #expect(plan(1).steps.map(\.at) == plan(1).steps.map(\.at).sorted())
    }

    @Test func eachHalfHourHasItsOwn() {
        var found = Array(repeating: 0, count: 15)
        for step in plan().steps {
            guard case .call = step.arrival else { continue }
            found[(zone.wallTime(at: step.at).time.minutes - 480) / 30] += 1
        }
        #expect(found == DayTable.calls)
    }

    @Test func nineCallersHangUpTwoOfThemAtOnce() {
        let calls = plan().steps.compactMap { step -> PlannedCall? in
            guard case .call(let call) = step.arrival else { return nil }
            return call
        }
        #expect(calls.count { $0.isLost } == 9)
        #expect(calls.count { $0.isLost && $0.patience <= .seconds(5) } == 2)
        #expect(Set(calls.map(\.callID)).count == 144)
        #expect(Set(calls.map(\.form)).count == CallPost.Form.allCases.count)
    }

    @Test func theMailIsOfTheKindsOfTheTable() {
        var kinds: [PlannedMail.Kind: Int] = [:]
        var addresses: Set<String> = []
        for step in plan().steps {
            guard case .mail(let mail) = step.arrival else { continue }
            kinds[mail.kind, default: 0] += 1
            addresses.insert(mail.address)
        }
        #expect(kinds[.caseWork] == 11 && kinds[.spam] == 4 && kinds[.personal] == 3)
        #expect(kinds.values.reduce(0, +) - 18 == 52)
        #expect(kinds[.autoReplies] == 1 && kinds[.unreachable] == 1 && kinds[.hostile] == 1)
        #expect(addresses.count == 70)
    }
}
