/// What a time zone's clocks show, as a list of transitions.
///
/// The rules come from the system's tz database, read at the rim (`SkrankeRuntime/ZoneFile`);
/// the core only looks them up (law 4).
public struct TimeZoneRules: Sendable, Equatable {
    /// From `at` on, clocks are `offset` seconds ahead of UTC.
    public struct Transition: Sendable, Equatable {
        public var at: Moment
        public var offset: Int
        public init(at: Moment, offset: Int) {
            self.at = at
            self.offset = offset
        }
    }

    /// The name in the tz database, e.g. `Europe/Oslo`.
    public let name: String
    /// Seconds ahead of UTC before the first transition.
    public let firstOffset: Int
    /// In ascending order of `at`.
    public let transitions: [Transition]

    public init(name: String, firstOffset: Int, transitions: [Transition]) {
        self.name = name
        self.firstOffset = firstOffset
        self.transitions = transitions
    }

    public static let utc = TimeZoneRules(name: "UTC", firstOffset: 0, transitions: [])

    /// Seconds that clocks are ahead of UTC at `moment`.
    public func offset(at moment: Moment) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= moment { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? firstOffset : transitions[low - 1].offset
    }

    /// What the wall clock shows at `moment`.
    public func wallTime(at moment: Moment) -> WallTime {
        let local = moment.milliseconds + Int64(offset(at: moment)) * 1_000
        let day = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
        return WallTime(
            date: CivilDate(daysSinceEpoch: Int(day)), milliseconds: Int(local - day * 86_400_000))
    }

    /// The date on the wall at `moment`: the local day that tickets and figures count by.
    public func date(at moment: Moment) -> CivilDate { wallTime(at: moment).date }

    /// The instant at which the wall clock shows `wall`.
    ///
    /// A time that occurs twice (autumn) is its first occurrence; a time that does not occur
    /// (spring) is read with the offset before the gap, hence lies as far after the gap.
    public func moment(of wall: WallTime) -> Moment {
        let local = Int64(wall.date.daysSinceEpoch) * 86_400_000 + Int64(wall.milliseconds)
        let before = offset(at: Moment(milliseconds: local - 86_400_000))
        let first = Moment(milliseconds: local - Int64(before) * 1_000)
        let after = offset(at: Moment(milliseconds: local + 86_400_000))
        let second = Moment(milliseconds: local - Int64(after) * 1_000)
        if offset(at: first) == before { return first }
        if offset(at: second) == after { return second }
        return first
    }
}
