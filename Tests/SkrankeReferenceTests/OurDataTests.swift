import SkrankeDomain
import SkrankeReference
import Testing

/// What the repository's own data say.
@Suite struct OurDataTests {
    let data: ReferenceData

    init() throws { data = try Repository.decode() }

    @Test func counts() {
        #expect(data.units.count { $0.leader != nil } == 22)
        #expect(data.units.count { $0.leader == nil } == 10)
        #expect(data.services.count == 20)
        #expect(data.directory.people.count == 53)
        #expect(data.topics.themes.count == 14)
        #expect(data.topics.topics.count >= 66)
        #expect(data.absenceCodes.count == 14)
    }

    @Test(arguments: [
        (StaffRole.agent, 7), (.supervisor, 1), (.editor, 1), (.admin, 1), (.leader, 22), (.specialist, 14),
    ])
    func roles(role: StaffRole, count: Int) {
        #expect(data.directory.people.count { $0.roles.contains(role) } == count)
    }

    @Test func electedHaveNoAccess() {
        let elected = data.directory.people.filter { $0.electedRole != nil }
        #expect(elected.count == 8)
        #expect(elected.allSatisfy { $0.roles.isEmpty && data.policy.staff[$0.id] == nil })
        #expect(data.policy.staff.count == 45)
    }

    @Test func desk() {
        let policy = data.policy
        #expect(data.municipality.name == "Kongsvinger kommune")
        #expect(data.municipality.isFictional)
        #expect(policy.language == .nb)
        let day = [OpeningCalendar.Interval(opens: ClockTime(8, 0), closes: ClockTime(15, 30))]
        for weekday in Weekday.allCases {
            #expect(policy.calendar.weekly[weekday] == (weekday.rawValue <= 5 ? day : []))
        }
        #expect(policy.promises == PromisePolicy())
        #expect(policy.channels == ChannelPolicy())
        #expect(policy.channels.grace(.chat) == .zero)
        #expect(policy.channels.grace(.email) == .seconds(5))
        #expect(data.settings.chatEntry == .direct)
        #expect(data.settings.web.listen == ListenAddress(host: "127.0.0.1", port: 8_080))
        #expect(data.settings.store.location == nil)
        #expect(data.settings.web.embedOrigins == ["https://www.kongsvinger.example"])
        #expect(data.settings.web.privacyStatement == "https://www.kongsvinger.example/personvern")
        #expect(data.settings.web.accessibilityStatement == "https://www.kongsvinger.example/tilgjengelighet")
        // What no file says is what the file of the repository says.
        #expect(data.settings.limits == RateLimits())
    }

    /// Facts §3.8: two fixed laws' days and seven from Easter; exceptions are never at a weekend.
    @Test func calendar() {
        let rules = data.policy.calendar.holidays.rules.map(\.day)
        let fixed = [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)]
        #expect(rules.count == 12)
        for (month, day) in fixed { #expect(rules.contains(.fixed(month: month, day: day))) }
        for offset in [-3, -2, 0, 1, 39, 49, 50] { #expect(rules.contains(.easter(offset: offset))) }
        let dates = data.policy.calendar.exceptions.keys
        #expect(dates.count == 7)
        #expect(dates.allSatisfy { $0.weekday.rawValue <= 5 })
        let short = [OpeningCalendar.Interval(opens: ClockTime(8, 0), closes: ClockTime(12, 0))]
        #expect(
            data.policy.calendar.exceptions.values.allSatisfy { $0.hours == short && $0.reason.count == 3 })
    }

    @Test(arguments: CitizenTexts.Key.allCases, Language.allCases)
    func everyTextIsThere(key: CitizenTexts.Key, language: Language) throws {
        let text = try #require(data.policy.texts.texts[key]?[language])
        #expect(!text.isEmpty && !text.hasSuffix("\n"))
        var places: [String: String] = [:]
        for place in key.places { places[place] = "<\(place)>" }
        let filled = data.policy.texts.text(key, language, places)
        #expect(!filled.contains("{") && !filled.contains("}"))
        for place in key.requiredPlaces { #expect(filled.contains("<\(place)>")) }
    }

    /// The core fills in what differs; what the municipality is stands there already.
    @Test func theMunicipalitySpeaks() throws {
        let receipt = try #require(data.policy.texts.texts[.receiptChat]?[.nb])
        #expect(receipt.contains("59 00 00 00") && receipt.contains("Kongsvinger kommune"))
        let greeting = data.policy.texts.text(.chatGreeting, .en)
        #expect(greeting.contains("Kongsvinger kommune"))
    }

    @Test func topicsAreKnownByTheirOwnNames() {
        #expect(data.policy.topics == Set(data.topics.topics.map(\.code)))
        #expect(data.policy.services[TopicCode("bostotte")]?.name[.nb] == "Bostøtte")
    }

    /// Every topic leads to a unit that exists, and an own unit has a leader to name (R27).
    @Test func everyTopicHasAResponsible() throws {
        for topic in data.topics.topics {
            let service = try #require(data.policy.services[topic.code], "\(topic.code.rawValue)")
            let unit = try #require(data.policy.units[service.unit])
            #expect(unit.isExternal || !unit.leader.isEmpty)
            #expect((1...5).contains(service.deskStep))
        }
    }

    @Test(arguments: [
        ("barnehageplass", "barnehage", 3, ServicePolicy.Target.calendarDays(14)),
        ("byggesak", "byggesak", 2, .calendarDays(84)),
        ("gatelys", "vei-park-og-trafikk", 2, .workingDays(5)),
        ("renovasjon", "vann-avlop-og-renovasjon", 3, .workingDays(3)),
    ])
    func services(topic: String, unit: String, step: Int, target: ServicePolicy.Target) throws {
        let service = try #require(data.policy.services[TopicCode(topic)])
        #expect(service.unit == UnitCode(unit))
        #expect(service.deskStep == step)
        #expect(service.target == target)
    }

    @Test func aTopicWithoutAServiceIsInformationOnly() throws {
        let service = try #require(data.policy.services[TopicCode("skolemiljo")])
        #expect(service.unit == UnitCode("skole-og-sfo"))
        #expect(service.deskStep == 1)
        #expect(service.target == nil)
    }

    /// Reference data §6: numbers 59 00 00 xx and reserved domains, so that nobody real is reached.
    @Test func nobodyIsReal() {
        for person in data.directory.people {
            for phone in [person.phone, person.mobile].compactMap(\.self) {
                #expect(phone.hasPrefix("59 00 00 "))
            }
            #expect(person.email.hasSuffix("@kongsvinger.example"))
        }
        let phones = data.directory.people.flatMap { [$0.phone, $0.mobile].compactMap(\.self) }
        #expect(Set(phones).count == phones.count)
    }

    @Test func illnessIsNobodysBusiness() throws {
        let ill = try #require(data.absenceCodes.first { $0.code == "SYK" })
        for language in Language.allCases {
            let told = try #require(ill.told[language])
            #expect(told != ill.name[language])
            #expect(!told.contains("syk") && !told.contains("sjuk") && !told.contains("ill"))
        }
    }

    /// Every key is explained where it stands: in the comment right above it (over other keys), or by
    /// name in a comment of its file.
    @Test(arguments: DataFile.allCases)
    func everyKeyIsExplained(file: DataFile) throws {
        let lines = try Repository.text("Data/\(file.fileName)").split(
            separator: "\n", omittingEmptySubsequences: false)
        let comments = lines.filter { $0.hasPrefix("#") }.joined(separator: " ")
        let words = Set(
            comments.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }.map(String.init))
        var isExplained = false
        var keys = 0
        for line in lines {
            if line.hasPrefix("#") { isExplained = true }
            if line.isEmpty || line.hasPrefix("[") { isExplained = false }
            let key = line.prefix { $0.isLowercase || $0 == "_" || $0.isNumber }
            guard !key.isEmpty, line.contains(" = "),
                line.dropFirst(key.count).first.map({ " .".contains($0) }) == true
            else { continue }
            keys += 1
            #expect(isExplained || words.contains(String(key)), "\(file.fileName): \(key)")
        }
        #expect(keys > 10)
    }
}
