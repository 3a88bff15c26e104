import SkrankeDomain

/// What `visits.toml` says: the kiosk, the counters, and who can be booked.
enum VisitsFile {
    static func read(_ log: FileLog) -> VisitPolicy {
        TableReader.read(log) { root in
            var policy = root.section("kiosk", kiosk)
            policy.reminderMinutes = root.section("appointments") {
                Int64($0.value("reminder_minutes", .integer(0...10_080)))
            }
            policy.hosts = root.sections("host", count: 0...200, host)
            return policy
        }
    }

    private static func kiosk(_ table: TableReader) -> VisitPolicy {
        let topics = table.references(.topic, "topics")
        if topics.count > 12 { table.report("topics", .entries(0...12), found: String(topics.count)) }
        return VisitPolicy(
            kioskTopics: topics.map(TopicCode.init(_:)),
            counters: table.optionalList("counters", .line(max: 20), count: 0...100))
    }

    private static func host(_ table: TableReader) -> HostPolicy {
        HostPolicy(
            id: table.define(.host, "id"), name: table.names("name"),
            person: table.optionalReference(.person, "person").map(AgentID.init(_:)),
            topics: table.references(.topic, "topics").map(TopicCode.init(_:)),
            hours: table.section("hours", hours), minutes: minutes(table),
            noticeMinutes: Int64(table.value("notice_minutes", .integer(0...10_080))),
            mode: table.value("mode", .word(HostPolicy.Mode.visit)), place: table.names("place"))
    }

    private static func hours(_ table: TableReader) -> [Weekday: OpeningCalendar.Hours] {
        var hours: [Weekday: OpeningCalendar.Hours] = [:]
        for day in Weekday.allCases {
            table.allow(["\(day)"])
            if table.has("\(day)") { hours[day] = table.openingHours("\(day)") }
        }
        return hours
    }

    /// Reservations are steps of five minutes.
    private static func minutes(_ table: TableReader) -> Int64 {
        let minutes = table.value("minutes", .integer(5...240))
        if minutes % 5 != 0 {
            table.report(
                "minutes", .oneOf(["5", "10", "15", "20", "30", "45", "60"]), found: String(minutes))
        }
        return Int64(minutes)
    }
}
