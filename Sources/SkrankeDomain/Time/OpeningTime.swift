// Opening hours as instants: open or closed, next opening, closing time.

extension OpeningCalendar {
    /// A stretch of opening time on the time line, half-open: at `closes` the desk is closed.
    public struct Window: Sendable, Hashable {
        public let opens: Moment
        public let closes: Moment
        public func contains(_ moment: Moment) -> Bool { opens <= moment && moment < closes }
    }

    /// The day's opening hours as instants, ascending and apart, also where clocks change in between.
    public func windows(on date: CivilDate) -> [Window] {
        var windows: [Window] = []
        for interval in hours(on: date) {
            var opens = moment(date, interval.opens)
            if let last = windows.last, opens < last.closes { opens = last.closes }
            let closes = moment(date, interval.closes)
            if opens < closes { windows.append(Window(opens: opens, closes: closes)) }
        }
        return windows
    }

    public func isOpen(at moment: Moment) -> Bool {
        windows(on: zone.date(at: moment)).contains { $0.contains(moment) }
    }

    /// The earliest open moment at or after `moment`; nil where the desk does not open within the horizon.
    public func nextOpening(atOrAfter moment: Moment) -> Moment? {
        let first = zone.date(at: moment).daysSinceEpoch
        for day in first...first + Self.horizon {
            let windows = windows(on: CivilDate(daysSinceEpoch: day))
            if let window = windows.first(where: { moment < $0.closes }) { return max(moment, window.opens) }
        }
        return nil
    }

    /// When the desk first opens on a date; nil on a closed day.
    public func opening(on date: CivilDate) -> Moment? { windows(on: date).first?.opens }

    /// When the desk finally closes on a date; nil on a closed day.
    public func closing(on date: CivilDate) -> Moment? { windows(on: date).last?.closes }

    /// When the desk closes on the local day of `moment`, passed or not; nil on a closed day.
    public func closing(onDayOf moment: Moment) -> Moment? { closing(on: zone.date(at: moment)) }

    /// The first closing time (of a whole day) after `moment`; nil where there is none within the horizon.
    public func nextClosing(after moment: Moment) -> Moment? {
        let today = zone.date(at: moment)
        if let closing = closing(on: today), moment < closing { return closing }
        return nextWorkingDay(after: today).flatMap { closing(on: $0) }
    }

    private func moment(_ date: CivilDate, _ time: ClockTime) -> Moment {
        let day = date.adding(days: time.minutes / 1_440)
        return zone.moment(of: WallTime(date: day, time: ClockTime(minutes: time.minutes % 1_440)))
    }
}
