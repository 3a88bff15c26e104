import SkrankeDomain

/// What the colleagues registered by hand before the curtain rises, and what they register afterwards:
/// callbacks, visitors and appointments, and e-mail. All persons and events are invented.
///
/// It is a plain list. Each step is done at its own time, so that every receipt, deadline and figure comes
/// from the real rules: set a clock to the step's time, submit, go on.
public struct HandRegisteredMorning: Sendable, Equatable {
    public let origin: Moment
    /// In the order of their time. Those up to `origin` have happened when the demonstration begins.
    public let steps: [MorningStep]

    /// - Parameters:
    ///   - origin: the demonstration's beginning, a working day between 09:30 and 10:00
    ///     (`DemoPlan.origin`); at other times what lies in closed hours is refused by the rules.
    ///   - zone: the desk's time zone.
    public init(seed: UInt64, origin: Moment, zone: TimeZoneRules) {
        var page = MorningPage(seed: seed, origin: origin, zone: zone)
        page.writeMail()
        page.writeHandledMail()
        page.writeCallbacks()
        page.writeVisits()
        page.writeAppointments()
        self.origin = origin
        steps = page.ordered()
    }

    /// What lies before the curtain: to be submitted while the store is made.
    public var before: ArraySlice<MorningStep> { steps.prefix { $0.at <= origin } }
    /// What comes while the demonstration runs.
    public var later: ArraySlice<MorningStep> { steps.drop { $0.at <= origin } }

    /// Submits `steps` in order; before each, `reach` sets or awaits its time.
    ///
    /// A refused step ends its inquiry's story, not the others': somebody at the console may have taken it.
    /// - Parameters:
    ///   - submit: hands the intent to `CommandDesk`; nil where it was refused.
    /// - Returns: how many steps were refused or left out for it.
    @discardableResult
    public static func run(
        _ steps: some Sequence<MorningStep>, reach: (Moment) async throws -> Void,
        submit: (Intent, Caller) async throws -> CommandAnswer?
    ) async throws -> Int {
        var versions: [InquiryID: Int] = [:]
        var broken: Set<InquiryID> = []
        var refused = 0
        for step in steps {
            if broken.contains(step.inquiry) {
                refused += 1
                continue
            }
            try await reach(step.at)
            let seen = versions[step.inquiry] ?? 0
            if let answer = try await submit(step.intent(seen: seen), step.caller) {
                versions[step.inquiry] = answer.version ?? seen
            } else {
                broken.insert(step.inquiry)
                refused += 1
            }
        }
        return refused
    }
}
