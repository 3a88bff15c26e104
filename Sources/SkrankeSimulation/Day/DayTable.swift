import SkrankeDomain

/// How many come in each half hour from 08:00 to 15:30, by channel (reference data §6.5, a Tuesday). The sums
/// are exact: a day of one seed has as many calls as a day of another.
public enum DayTable {
    public static let calls = [14, 15, 16, 14, 12, 11, 8, 7, 9, 10, 9, 7, 5, 4, 3]
    public static let chats = [0, 1, 2, 2, 2, 3, 2, 1, 2, 2, 2, 2, 1, 1, 1]
    public static let visits = [1, 2, 3, 4, 4, 4, 3, 3, 4, 4, 3, 3, 2, 1, 1]
    public static let mails = [5, 5, 4, 4, 4, 3, 3, 2, 3, 3, 3, 3, 2, 2, 1]
    /// E-mail before 08:00 and after 15:30.
    public static let mailsOvernight = 11
    public static let mailsAfterwards = 12
    /// Callers who hang up before anybody answers, and how many of them do so within five seconds.
    public static let abandoned = 9
    public static let abandonedAtOnce = 2

    /// The first half hour begins, and the last one ends.
    public static let opens = ClockTime(8, 0)
    public static let closes = ClockTime(15, 30)
    static let slot = Span.minutes(30)

    /// `count` moments of a slot in their order. Arrivals that know nothing of each other, given how many there
    /// are, lie in it as independent uniform draws do.
    static func moments(
        _ count: Int, from start: Moment, for length: Span, _ random: inout SeededRandom
    ) -> [Moment] {
        (0..<count).map { _ in
            start + Span(milliseconds: Int64(random.unit() * Double(length.milliseconds)))
        }.sorted()
    }
}
