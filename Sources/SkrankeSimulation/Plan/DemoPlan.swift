import SkrankeDomain

/// The demonstration's arrivals by chat: who comes when. Pure, and made one by one as they are asked for.
public struct DemoPlan: Sendable, Equatable {
    public struct Arrival: Equatable, Sendable {
        /// Real time since the driver's start. The first comes after two seconds and a half at any speed.
        public var after: Span
        public var citizen: Citizen
    }

    public var seed: UInt64
    /// Demonstrated seconds per real second; finite, above zero.
    public var speed: Double
    /// The demonstrated time of the driver's start, on the desk's wall clock.
    public var startsAt: ClockTime
    public var curve: DayCurve
    /// Nobody more comes while so many wait for their first words.
    public var mostWaiting: Int
    /// Nobody more comes while so many are in a chat at all.
    public var mostPresent: Int

    /// - Parameter speed: held within 0.01 and 10 000; anything that is no number counts as 1.
    public init(
        seed: UInt64, speed: Double = 1, startsAt: ClockTime = ClockTime(9, 40), curve: DayCurve = DayCurve(),
        mostWaiting: Int = 4, mostPresent: Int = 9
    ) {
        self.seed = seed
        self.speed = speed.isFinite ? min(max(speed, 0.01), 10_000) : 1
        self.startsAt = startsAt
        self.curve = curve
        self.mostWaiting = mostWaiting
        self.mostPresent = mostPresent
    }

    /// When the first citizen comes, in real time.
    public static let firstArrival = Span(milliseconds: 2_500)

    /// The demonstration's beginning: Tuesday 24 November 2026, 09:40 in the desk's time zone. The desk has
    /// been open for a while, and closes hours later.
    public static func origin(in zone: TimeZoneRules) -> Moment {
        let day = CivilDate(year: 2026, month: 11, day: 24) ?? CivilDate(daysSinceEpoch: 20_781)
        return zone.moment(of: WallTime(date: day, time: ClockTime(9, 40)))
    }

    /// All arrivals, without end, in order.
    public var arrivals: Arrivals { Arrivals(plan: self) }

    /// A demonstrated span in real time.
    public func real(_ span: Span) -> Span {
        Span(milliseconds: Int64((Double(span.milliseconds) / speed).rounded(.up)))
    }

    /// An endless walk through the arrivals.
    public struct Arrivals: Sequence, IteratorProtocol, Sendable {
        private let plan: DemoPlan
        private let cast: CitizenCast
        private var random: SeededRandom
        private var index = 0
        /// Demonstrated time since the first arrival.
        private var elapsed = Span.zero

        init(plan: DemoPlan) {
            self.plan = plan
            cast = CitizenCast(seed: plan.seed)
            random = SeededRandom(seed: plan.seed, stream: 0xA331_7A15)
        }

        public mutating func next() -> Arrival? {
            defer { index += 1 }
            if index > 0 {
                let minutes = plan.startsAt.minutes + Int(elapsed.milliseconds / 60_000)
                elapsed = elapsed + plan.curve.gap(at: ClockTime(minutes: minutes % 1_440), &random)
            }
            // The second and third come soon, so that a newcomer sees a queue at once.
            if index == 1 || index == 2 { elapsed = Swift.min(elapsed, .seconds(Int64(index) * 14)) }
            return Arrival(after: DemoPlan.firstArrival + plan.real(elapsed), citizen: cast[index])
        }
    }
}
