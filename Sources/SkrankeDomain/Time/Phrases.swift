/// Dates, times and durations in the words of one language (nb, nn, en).
///
/// Pure: it is given what the wall clock shows (`TimeZoneRules.wallTime(at:)`) and never a time zone.
/// Long forms are for citizens («onsdag 2. desember 2026 kl. 15.30», model §5.9), short ones for the
/// agent's lists («ti 24.11 10:42»).
public struct Phrases: Sendable, Hashable {
    public let language: Language
    public init(_ language: Language) { self.language = language }
}

extension Phrases {
    /// «onsdag», "Wednesday".
    public func name(of weekday: Weekday) -> String {
        let names =
            switch language {
            case .nb: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
            case .nn: ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"]
            case .en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
            }
        return names[weekday.rawValue - 1]
    }

    /// «on», "Wed".
    public func shortName(of weekday: Weekday) -> String {
        String(name(of: weekday).prefix(language == .en ? 3 : 2))
    }

    /// «desember», "December"; `month` is 1...12, anything else gives the empty text.
    public func name(ofMonth month: Int) -> String {
        guard (1...12).contains(month) else { return "" }
        return (language == .en ? Self.englishMonths : Self.norwegianMonths)[month - 1]
    }

    private static let norwegianMonths = [
        "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
        "november", "desember",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
