import SkrankeDomain
import Testing

@Suite struct BookingTests {
    static let newcomer = Caller(.newcomer)
    static let kiosk = Caller(.system(.intake))

    /// Truls receives on Tuesdays and Thursdays, half an hour each.
    static func rules() -> Rules {
        var rules = Rules()
        let hours = [
            OpeningCalendar.Interval(opens: ClockTime(9, 0), closes: ClockTime(11, 30)),
            OpeningCalendar.Interval(opens: ClockTime(14, 0), closes: ClockTime(16, 0)),
        ]
        rules.policy.visits.hosts = [
            HostPolicy(
                id: "truls", name: [.nb: "Truls"], hours: [.tuesday: hours, .thursday: hours],
                place: [.nb: "Rom 1"])
        ]
        return rules
    }

    static func wish(_ from: Moment, minutes: Int64 = 30) -> BookingWish {
        BookingWish(
            host: "truls", from: from, until: from + .minutes(minutes),
            contact: ContactDetails(name: "Kari", phone: "59 00 00 01"))
    }

    static func thursday(_ hour: Int, _ minute: Int) -> Moment { Rules.tuesday(hour, minute) + .days(2) }

    static func book(_ rules: inout Rules, _ from: Moment) throws -> InquiryID {
        let id: InquiryID = rules.id()
        try rules.run(.bookAppointment(id, wish(from)), as: newcomer)
        return id
    }

    private static func free(_ rules: Rules, _ taken: Set<UniqueKey> = []) -> [Appointment] {
        let host = rules.policy.visits.hosts[0]
        let due = PromiseDates(policy: rules.policy).appointment(requested: rules.now).due
        return FreeSlots.of(host, calendar: rules.policy.calendar, taken: taken, now: rules.now, due: due)
    }

    /// From Tuesday 10:00, an hour's notice, to Wednesday in eight days: 11:00 today (the desk closes at
    /// 15:30), Thursday, Tuesday; nothing after closing time.
    @Test func freeTimesLieWithinHoursNoticeAndEightDays() {
        var rules = Self.rules()
        let slots = Self.free(rules).map { Rules.oslo.wallTime(at: $0.from) }
        let texts = slots.map { "\($0.date.day).\($0.time.iso)" }
        #expect(
            texts == [
                "24.11:00", "24.14:00", "24.14:30", "24.15:00",
                "26.09:00", "26.09:30", "26.10:00", "26.10:30", "26.11:00", "26.14:00", "26.14:30",
                "26.15:00",
                "1.09:00", "1.09:30", "1.10:00", "1.10:30", "1.11:00", "1.14:00", "1.14:30", "1.15:00",
            ])
        let across = Appointment(
            host: "truls", from: Self.thursday(9, 15), until: Self.thursday(9, 45))
        let left = Self.free(rules, Set(across.uniqueKeys)).count
        #expect(left == texts.count - 2)
        // What begins just now is over, also where no notice is wanted.
        rules.policy.visits.hosts[0].noticeMinutes = 0
        rules.now = Self.thursday(9, 0)
        #expect(Self.free(rules).first?.from == Self.thursday(9, 30))
        rules.now = rules.now + .days(1)
        #expect(Self.free(rules).allSatisfy { $0.from > rules.now })
    }

    @Test func holidaysAreNotOffered() {
        var rules = Self.rules()
        // Thursday 24 December 2026 is a working day, Friday 25 a holiday; give Truls Fridays.
        rules.policy.visits.hosts[0].hours = [
            .friday: [OpeningCalendar.Interval(opens: ClockTime(9, 0), closes: ClockTime(10, 0))]
        ]
        rules.now = Rules.tuesday(10, 0) + .days(28)
        #expect(Rules.oslo.date(at: rules.now) == CivilDate(year: 2026, month: 12, day: 22))
        #expect(Self.free(rules).isEmpty)
    }

    @Test func bookedByACitizenWithReceiptReminderAndPromise() throws {
        var rules = Self.rules()
        let id = try Self.book(&rules, Self.thursday(9, 0))
        let inquiry = rules[id]
        #expect(inquiry.state == .scheduled && inquiry.interaction?.state == .booked)
        #expect(inquiry.isReceipted && inquiry.promisedAt == Self.thursday(9, 0))
        #expect(inquiry.contact != nil)
        let due = Self.thursday(9, 0) - .hours(24)
        #expect(rules.decisions.last?.timers.contains(.set(id, .appointmentReminder, due: due)) == true)
        #expect(inquiry.messages.map(\.author) == [.system])
    }

    struct Wrong: Sendable {
        var minutesFromNow: Int64
        var minutes: Int64
        var refusal: Refusal
    }
    static let wrong: [Wrong] = [
        Wrong(minutesFromNow: 2_940, minutes: 30, refusal: .slotTaken),
        // Across the slots, too long, before the notice, a day he does not receive, after the eight days.
        Wrong(minutesFromNow: 2_955, minutes: 30, refusal: .slotInvalid),
        Wrong(minutesFromNow: 2_940, minutes: 60, refusal: .slotInvalid),
        Wrong(minutesFromNow: 30, minutes: 30, refusal: .dateNotInFuture),
        Wrong(minutesFromNow: 1_500, minutes: 30, refusal: .slotInvalid),
        Wrong(minutesFromNow: 14 * 1_440 + 60, minutes: 30, refusal: .slotInvalid),
    ]

    @Test(arguments: wrong)
    func onlyWhatIsOfferedAndFree(wrong: Wrong) throws {
        var rules = Self.rules()
        _ = try Self.book(&rules, Self.thursday(11, 0))
        let wish = Self.wish(rules.now + .minutes(wrong.minutesFromNow), minutes: wrong.minutes)
        let id: InquiryID = rules.id()
        #expect(throws: wrong.refusal) { try rules.run(.bookAppointment(id, wish), as: Self.newcomer) }
    }

    @Test(arguments: [
        ContactDetails(), ContactDetails(name: "Kari"), ContactDetails(phone: "59 00 00 01"),
        ContactDetails(name: " ", email: "a@b.example"),
    ])
    func whoBooksCanBeReached(contact: ContactDetails) {
        var rules = Self.rules()
        var wish = Self.wish(Self.thursday(9, 0))
        wish.contact = contact
        #expect(throws: Refusal.invalidContact) {
            try rules.run(.bookAppointment(rules.id(), wish), as: Self.newcomer)
        }
    }

    @Test func movedByTheCitizenTheEightDaysBeginAnew() throws {
        var rules = Self.rules()
        let id = try Self.book(&rules, Self.thursday(9, 0))
        let first = try #require(rules[id].deadline(.appointment)?.due)
        rules.now = rules.now + .days(1)
        let own = Caller(.citizen(id))
        let tuesday = Rules.tuesday(9, 0) + .days(7)
        try rules.run(
            .rescheduleAppointment(id, from: tuesday, until: tuesday + .minutes(30), byCitizen: true), as: own
        )
        #expect(rules[id].interaction?.appointment?.from == tuesday)
        #expect(try #require(rules[id].deadline(.appointment)?.due) > first)
        // The old time is another's now.
        _ = try Self.book(&rules, Self.thursday(9, 0))
        #expect(throws: Refusal.slotInvalid) {
            try rules.run(
                .rescheduleAppointment(
                    id, from: tuesday + .minutes(5), until: tuesday + .minutes(35), byCitizen: true),
                as: own)
        }
        try rules.run(.cancelAppointment(id, byCitizen: true), as: own)
        _ = try Self.book(&rules, tuesday)
    }

    @Test func aCitizenMovesNothingButHisOwn() throws {
        var rules = Self.rules()
        let id = try Self.book(&rules, Self.thursday(9, 0))
        let other = Caller(.citizen(rules.id()))
        #expect(throws: Refusal.notPermitted) {
            try rules.run(.cancelAppointment(id, byCitizen: true), as: other)
        }
        // Nor does he say that it was ours.
        #expect(throws: Refusal.notPermitted) {
            try rules.run(.cancelAppointment(id, byCitizen: false), as: Caller(.citizen(id)))
        }
    }

    @Test func remindedOnceAndNotTooEarly() throws {
        var rules = Self.rules()
        let id = try Self.book(&rules, Self.thursday(9, 0))
        let due = Self.thursday(9, 0) - .hours(24)
        func fire() throws {
            try rules.run(.timerFired(id, .appointmentReminder, due: due), as: Rules.clock)
        }
        try fire()
        #expect(rules[id].interaction?.appointment?.remindedAt == nil)
        rules.now = due
        try fire()
        try fire()
        #expect(rules[id].interaction?.appointment?.remindedAt == due)
        #expect(rules[id].messages.count == 2)
    }

    @Test func checkedInAtTheKioskOnceOrTwice() throws {
        var rules = Self.rules()
        let id = try Self.book(&rules, Self.thursday(9, 0))
        rules.now = Self.thursday(8, 55)
        try rules.run(.visitorForAppointment(id), as: Self.kiosk)
        let version = rules[id].version
        try rules.run(.visitorForAppointment(id), as: Self.kiosk)
        #expect(rules[id].version == version && rules[id].interaction?.state == .arrived)
        try rules.run(.holdAppointment(id))
        #expect(rules[id].interaction?.state == .done)
        #expect(throws: Refusal.contactNotReady) {
            try rules.run(.visitorForAppointment(id), as: Self.kiosk)
        }
    }
}
