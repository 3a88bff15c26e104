import SkrankeDomain

/// Who of the staff is away on the demonstrated day, and why (reference data §6.4).
public struct StaffDay: Sendable {
    /// One intent a person, by the colleague at whose word it is.
    public let intents: [Intent]

    private struct Away {
        var person: String
        var code: String
        var from: ClockTime
        var until: (days: Int, time: ClockTime)?
        var phoneOpen = false
    }

    public init(origin: Moment, zone: TimeZoneRules) {
        let today = zone.date(at: origin)
        func moment(_ days: Int, _ time: ClockTime) -> Moment {
            zone.moment(of: WallTime(date: today.adding(days: days), time: time))
        }
        intents = StaffDay.away.map { away in
            let details = AbsenceDetails(
                code: away.code, from: moment(0, away.from),
                until: away.until.map { moment($0.days, $0.time) }, phoneOpen: away.phoneOpen)
            return .setAbsence(AgentID(away.person), details)
        }
    }

    private static let morning = ClockTime(8, 0)
    private static let away: [Away] = [
        Away(person: "truls", code: "MØT", from: ClockTime(9, 0), until: (0, ClockTime(10, 30))),
        Away(person: "live", code: "UTE", from: morning, until: (0, ClockTime(15, 0)), phoneOpen: true),
        Away(person: "marit-mottaksrud", code: "FER", from: morning, until: (6, morning)),
        Away(person: "trygve-tryggheim", code: "FER", from: morning, until: (3, morning)),
        Away(person: "ragnar-radsrud", code: "FER", from: morning, until: (13, morning)),
        Away(person: "solveig-friskerud", code: "SYK", from: morning),
        Away(person: "gry-gesimsen", code: "SYK", from: morning),
        Away(person: "turid-taklund", code: "DEL", from: morning, until: (1, morning)),
        Away(person: "silje-sandkasse", code: "DEL", from: morning, until: (1, morning)),
        Away(person: "vidar-vedtaksli", code: "DEL", from: morning, until: (1, morning)),
        Away(person: "hilde-lekegard", code: "MØT", from: ClockTime(9, 30), until: (0, ClockTime(11, 0))),
        Away(person: "geir-groftekant", code: "MØT", from: ClockTime(9, 0), until: (0, ClockTime(10, 0))),
        Away(person: "roar-nokkelby", code: "MØT", from: ClockTime(9, 15), until: (0, ClockTime(12, 0))),
    ]
}
