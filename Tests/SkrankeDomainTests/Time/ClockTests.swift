import SkrankeDomain
import SkrankeRuntime
import Testing

@Suite struct ClockTests {
    @Test func manualClockMovesOnlyWhenTold() {
        let clock = ManualClock(local("2026-11-23 09:00"))
        clock.advance(by: .minutes(5))
        #expect(shown(clock.now) == "2026-11-23 09:05" && clock.monotonic == 300_000)
        clock.set(local("2026-11-23 08:00"))
        #expect(shown(clock.now) == "2026-11-23 08:00" && clock.monotonic == 300_000)
        clock.advance(by: .minutes(-1))
        #expect(shown(clock.now) == "2026-11-23 07:59" && clock.monotonic == 300_000)
        clock.advance(to: local("2026-11-23 08:00"))
        #expect(clock.monotonic == 360_000)
        #expect(clock.delay(until: local("2026-11-23 08:01")) == 60_000)
        #expect(clock.delay(until: local("2026-11-23 07:00")) == 0)
    }

    @Test func scaledClockRunsFasterButIsMonotonicInRealTime() throws {
        let wall = ManualClock(local("2026-11-23 20:00"))
        let origin = local("2026-11-24 08:00")
        let clock = try #require(ScaledClock(origin: origin, started: wall.now, speed: 60, wall: wall))
        #expect(clock.now == origin)
        wall.advance(by: .seconds(30))
        #expect(shown(clock.now) == "2026-11-24 08:30" && clock.monotonic == 30_000)
        #expect(clock.delay(until: local("2026-11-24 09:30")) == 60_000)
        #expect(clock.delay(until: local("2026-11-24 08:30") + Span(milliseconds: 1)) == 1)
        #expect(clock.delay(until: local("2026-11-24 08:00")) == 0)
    }

    @Test(arguments: [0, -1, .nan, .infinity, 1_000_001])
    func scaledClockRefusesASpeed(speed: Double) {
        let now = local("2026-11-23 20:00")
        #expect(ScaledClock(origin: now, started: now, speed: speed, wall: ManualClock(now)) == nil)
    }

    @Test func scaledClockSurvivesAnAbsurdWallClock() throws {
        let now = local("2026-11-23 20:00")
        let wall = ManualClock(Moment(milliseconds: .max / 4))
        let clock = try #require(ScaledClock(origin: now, started: now, speed: 1_000_000, wall: wall))
        #expect(clock.now > now)
    }

    /// The machine's clock lies after this test was written, and monotonic time does not run back.
    @Test func systemClock() {
        let clock: any Clock = SystemClock()
        #expect(clock.now.milliseconds > 1_700_000_000_000)
        let first = clock.monotonic
        #expect(first > 0 && clock.monotonic >= first)
    }
}
