import SkrankeDomain
import SkrankeRuntime
import SkrankeSimulation
import Testing

@Suite struct PlanTests {
    private func arrivals(_ plan: DemoPlan, _ count: Int = 80) -> [DemoPlan.Arrival] {
        Array(plan.arrivals.prefix(count))
    }

    @Test func isTheSameBySeed() {
        #expect(arrivals(DemoPlan(seed: 4)) == arrivals(DemoPlan(seed: 4)))
        #expect(arrivals(DemoPlan(seed: 4)).map(\.after) != arrivals(DemoPlan(seed: 5)).map(\.after))
        #expect(arrivals(DemoPlan(seed: 4)).map(\.citizen) != arrivals(DemoPlan(seed: 5)).map(\.citizen))
    }

    @Test(arguments: [0.5, 1, 10, 600])
    func theFirstComesAtOnceAtAnySpeed(_ speed: Double) {
        let first = arrivals(DemoPlan(seed: 1, speed: speed), 1).map(\.after.milliseconds)
        #expect(first == [2_500])
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func comeInASteadyTrickle(_ seed: UInt64) {
        let times = arrivals(DemoPlan(seed: seed), 200).map(\.after.milliseconds)
        let gaps = zip(times, times.dropFirst()).map { $1 - $0 }
        #expect(gaps.allSatisfy { (1...75_000).contains($0) })
        #expect(gaps.dropFirst(3).allSatisfy { $0 >= 12_000 })
        let mean = gaps.reduce(0, +) / Int64(gaps.count)
        #expect((20_000...45_000).contains(mean), "\(mean) ms")
        // A queue within the first half minute.
        #expect(times[2] <= 31_000)
    }

    @Test func speedShortensTheGapsOnly() {
        let slow = arrivals(DemoPlan(seed: 9, speed: 1))
        let fast = arrivals(DemoPlan(seed: 9, speed: 10))
        #expect(slow.map(\.citizen) == fast.map(\.citizen))
        for (a, b) in zip(slow, fast) {
            #expect(abs((a.after.milliseconds - 2_500) - 10 * (b.after.milliseconds - 2_500)) <= 10)
        }
    }

    @Test(arguments: [0, -3, .infinity, .nan, 1e300])
    func anySpeedIsSurvived(_ speed: Double) {
        let plan = DemoPlan(seed: 1, speed: speed)
        #expect((0.01...10_000).contains(plan.speed))
    }

    @Test func theOriginIsATuesdayMorning() throws {
        let zone = try ZoneFile.rules("Europe/Oslo")
        let wall = zone.wallTime(at: DemoPlan.origin(in: zone))
        #expect(wall.date == CivilDate(year: 2026, month: 11, day: 24))
        #expect(wall.date.weekday == .tuesday)
        #expect(wall.time == ClockTime(9, 40))
        #expect(try Repository.data().policy.calendar.isOpen(at: DemoPlan.origin(in: zone)))
    }
}
