import SkrankeDomain
import SkrankeReference
import Testing

/// `visits.toml`: what it says, and what is refused with its place.
@Suite struct VisitsFileTests {
    @Test func ourOwnFileIsWhole() throws {
        let policy = try Repository.decode().policy
        #expect(!policy.visits.kioskTopics.isEmpty && !policy.visits.counters.isEmpty)
        #expect(policy.visits.reminderMinutes == 1_440)
        let truls = try #require(policy.visits.host("truls"))
        #expect(truls.person == AgentID("truls") && truls.minutes == 30)
        #expect(truls.hours[.tuesday]?.count == 2 && truls.hours[.monday] == nil)
        for host in policy.visits.hosts {
            for language in Language.allCases {
                #expect(!host.name(language).isEmpty && !host.place(language).isEmpty)
            }
        }
        // What an agent knows goes with him.
        #expect(policy.staff[AgentID("truls")]?.topics.contains(TopicCode("byggesak")) == true)
    }

    static let wrong: [(String, String, String, DataExpectation)] = [
        (
            "person = \"truls\"", "person = \"truls-x\"", "host[0].person",
            .reference(.person, nearest: "truls")
        ),
        (
            "topics = [\"byggesak\", \"nabovarsel\"]", "topics = [\"byggesakk\", \"nabovarsel\"]",
            "host[0].topics[0]", .reference(.topic, nearest: "byggesak")
        ),
        ("id = \"gry-gesimsen\"", "id = \"truls\"", "host[1].id", .unique(.host)),
        (
            "minutes = 30", "minutes = 31", "host[0].minutes",
            .oneOf(["5", "10", "15", "20", "30", "45", "60"])
        ),
        ("minutes = 30", "minutes = 0", "host[0].minutes", .integer(5...240)),
        ("mode = \"visit\"", "mode = \"besøk\"", "host[0].mode", .oneOf(["visit", "phone", "video"])),
        (
            "tuesday = [\"09:00-11:30\"", "tuesday = [\"9-11:30\"", "host[0].hours.tuesday[0]",
            .format(.openingHours)
        ),
        ("tuesday = [", "tuesdag = [", "host[0].hours.tuesdag", .knownKey(nearest: "tuesday")),
        (
            "reminder_minutes = 1440", "reminder_minutes = -1", "appointments.reminder_minutes",
            .integer(0...10_080)
        ),
        ("[kiosk]", "[kiosken]", "kiosk", .presence),
    ]

    @Test(arguments: wrong.indices)
    func refusedWithItsPlace(index: Int) throws {
        let (old, new, path, expected) = Self.wrong[index]
        let errors = try Repository.errors(.visits, old, new)
        #expect(errors.contains { $0.path == path && $0.expected == expected }, "\(errors)")
        #expect(errors.allSatisfy { $0.file.hasSuffix("visits.toml") })
    }
}
