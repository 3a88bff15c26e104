import SkrankeDomain

/// What `directory.toml` says.
enum DirectoryFile {
    static func read(_ log: FileLog) -> Directory {
        TableReader.read(log) { root in
            Directory(
                people: root.sections("person", count: 1...20_000, person),
                accounts: root.sections("account", count: 0...1_000, account))
        }
    }

    private static func person(_ table: TableReader) -> Person {
        let id = table.define(.person, "id")
        let deputies = table.references(.person, "deputies")
        if !id.isEmpty && deputies.contains(id) { table.report("deputies", .another(.person), found: id) }
        return Person(
            id: AgentID(id), givenName: table.value("given_name", .line(max: 100)),
            familyName: table.value("family_name", .line(max: 100)),
            title: table.value("title", .line(max: 100)),
            unit: UnitCode(table.reference(.unit, "unit")),
            roles: Set(table.optionalList("roles", .word(StaffRole.agent))),
            topics: table.references(.topic, "topics").map(TopicCode.init(_:)),
            phone: table.optional("phone", .phone), mobile: table.optional("mobile", .phone),
            phoneUser: table.optional("phone_user", .line(max: 100)),
            mobileMayBeTold: table.optional("mobile_may_be_told", .flag) ?? false,
            mobileTakesCalls: table.optional("mobile_takes_calls", .flag) ?? false,
            email: table.value("email", .email), deputies: deputies.map(AgentID.init(_:)),
            workDays: workDays(table), lunch: table.optional("lunch", .hours),
            languages: table.has("languages")
                ? table.optionalList("languages", .word(Language.nb)) : [.nb, .nn, .en],
            electedRole: table.optional("elected_role", .line(max: 100)),
            isVisible: table.optional("visible", .flag) ?? true)
    }

    private static func workDays(_ table: TableReader) -> Set<Weekday> {
        let days = table.optionalList("work_days", .weekday, count: 1...7)
        return days.isEmpty ? [.monday, .tuesday, .wednesday, .thursday, .friday] : Set(days)
    }

    private static func account(_ table: TableReader) -> Account {
        Account(
            name: table.define(.account, "name", .accountName),
            people: table.references(.person, "people").map(AgentID.init(_:)),
            isForced: table.value("forced", .flag))
    }
}

extension Rule where Value == Weekday {
    static let weekday = text(.oneOf(Weekday.allCases.map { "\($0)" }), placeholder: .monday) { text in
        Weekday.allCases.first { "\($0)" == text }
    }
}

extension Rule where Value == String {
    /// An account's name as Unix allows it.
    static let accountName = text(.format(.accountName), placeholder: "") { text in
        let isName = text.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 || $0 == 95
        }
        return isName && (1...32).contains(text.utf8.count) && text.utf8.first != 45 ? text : nil
    }
}
