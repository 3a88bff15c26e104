/// The free meetings of a host: his hours within the desk's, cut into meetings, without what is taken, past,
/// too soon, or later than the promise of a meeting allows (R52, K7, lessons 29).
public enum FreeSlots {
    /// In order of time.
    ///
    /// - Parameters:
    ///   - taken: the host's reservations, as the store holds them.
    ///   - due: the end of the eight days.
    ///   - notice: nil = the host's own; an agent at the desk may book what begins in five minutes.
    public static func of(
        _ host: HostPolicy, calendar: OpeningCalendar, taken: Set<UniqueKey>, now: Moment, due: Moment,
        notice: Span? = nil
    ) -> [Appointment] {
        let first = calendar.zone.date(at: now).daysSinceEpoch
        let last = min(calendar.zone.date(at: due).daysSinceEpoch, first + 60)
        guard first <= last else { return [] }
        let earliest = now + (notice ?? .minutes(host.noticeMinutes))
        return (first...last).flatMap { day in
            slots(of: host, on: CivilDate(daysSinceEpoch: day), calendar).filter { slot in
                // What begins at this moment is no longer in the future, with or without notice.
                slot.from > now && slot.from >= earliest && slot.until <= due
                    && !slot.uniqueKeys.contains { taken.contains($0) }
            }
        }
    }

    /// All meetings of a day, free or not.
    public static func slots(
        of host: HostPolicy, on date: CivilDate, _ calendar: OpeningCalendar
    ) -> [Appointment] {
        let open = calendar.windows(on: date)
        let length = max(5, host.minutes)
        return (host.hours[date.weekday] ?? []).flatMap { hours -> [Appointment] in
            var slots: [Appointment] = []
            var minute = Int64(hours.opens.minutes)
            while minute + length <= Int64(hours.closes.minutes) {
                let wall = WallTime(date: date, time: ClockTime(minutes: Int(minute)))
                let from = calendar.zone.moment(of: wall)
                let slot = Appointment(host: host.id, from: from, until: from + .minutes(length))
                if open.contains(where: { $0.opens <= slot.from && slot.until <= $0.closes }) {
                    slots.append(slot)
                }
                minute += length
            }
            return slots
        }
    }

    /// Whether the host offers exactly this meeting, taken or not.
    public static func offers(_ host: HostPolicy, _ slot: Appointment, _ calendar: OpeningCalendar) -> Bool {
        slots(of: host, on: calendar.zone.date(at: slot.from), calendar).contains(slot)
    }
}
