import SkrankeDomain
import SkrankeReference
import Testing

/// One wrong file a case: each is refused with file, line, key and what was expected.
struct WrongFile: CustomTestStringConvertible {
    let file: DataFile
    let old: String
    let new: String
    /// Text that stands on the line that must be told; nil where no line can be.
    let lineOf: String?
    let path: String
    let expected: DataExpectation
    let found: String?
    var testDescription: String { "\(file.fileName): \(new)" }

    init(
        _ file: DataFile, _ old: String, _ new: String, line: String?, _ path: String,
        _ expected: DataExpectation,
        found: String? = nil
    ) {
        self.file = file
        self.old = old
        self.new = new
        lineOf = line
        self.path = path
        self.expected = expected
        self.found = found
    }

    static let monday = "monday = [\"08:00-15:30\"]"

    static let desk: [WrongFile] = [
        .init(
            .desk, monday, "monday = [\"kl. 8\"]", line: monday, "hours.monday[0]", .format(.openingHours),
            found: "kl. 8"),
        .init(
            .desk, monday, "monday = [\"8:00-15:30\"]", line: monday, "hours.monday[0]",
            .format(.openingHours), found: "8:00-15:30"),
        .init(
            .desk, monday, "monday = [\"15:30-08:00\"]", line: monday, "hours.monday[0]",
            .format(.openingHours), found: "15:30-08:00"),
        .init(
            .desk, monday, "monday = [\"08:00-24:01\"]", line: monday, "hours.monday[0]",
            .format(.openingHours), found: "08:00-24:01"),
        .init(
            .desk, monday, "monday = [\"08:00-12:00\", \"11:00-15:30\"]", line: monday, "hours.monday",
            .format(.hoursApart)),
        .init(
            .desk, monday, "monday = \"08:00-15:30\"", line: monday, "hours.monday", .kind(.list),
            found: "08:00-15:30"),
        .init(
            .desk, monday, "mondag = [\"08:00-15:30\"]", line: monday, "hours.mondag",
            .knownKey(nearest: "monday"), found: "mondag"),
        .init(.desk, monday, "", line: "[hours]", "hours.monday", .presence),
        .init(
            .desk, "parallel_chats = 3", "parallel_chats = \"tre\"", line: "parallel_chats",
            "channels.parallel_chats", .kind(.integer), found: "tre"),
        .init(
            .desk, "parallel_chats = 3", "parallel_chats = 0", line: "parallel_chats",
            "channels.parallel_chats", .integer(1...20), found: "0"),
        .init(
            .desk, "parallel_chats = 3", "parallel_chats = 9223372036854775807", line: "parallel_chats",
            "channels.parallel_chats", .integer(1...20), found: "9223372036854775807"),
        .init(
            .desk, "chat_timeout_minutes = 10", "chat_timeout_minutes = 3", line: "chat_timeout_minutes =",
            "channels.chat_timeout_minutes", .greaterThan("chat_idle_minutes"), found: "3"),
        .init(
            .desk, "silence_days = 28", "silence_days = 14", line: "silence_days =",
            "promises.silence_days", .greaterThan("reminder_days"), found: "14"),
        .init(
            .desk, "reminder_days = 14", "reminder_days = 0", line: "reminder_days =",
            "promises.reminder_days", .integer(1...180), found: "0"),
        .init(
            .desk, "email = 5", "epost = 5", line: "email = 5", "channels.grace_seconds.epost",
            .knownKey(nearest: nil), found: "epost"),
        .init(
            .desk, "chat_entry = \"direct\"", "chat_entry = \"bot\"", line: "chat_entry =",
            "channels.chat_entry", .oneOf(["direct", "mia"]), found: "bot"),
        .init(
            .desk, "literal_48_hours = false", "literal_48_hours = \"nei\"", line: "literal_48_hours = ",
            "promises.literal_48_hours", .kind(.flag), found: "nei"),
        .init(
            .desk, "\"127.0.0.1:8080\"", "\"127.0.0.1\"", line: "listen = ", "web.listen",
            .format(.listenAddress), found: "127.0.0.1"),
        .init(
            .desk, "\"127.0.0.1:8080\"", "\"127.0.0.1:99999\"", line: "listen = ", "web.listen",
            .format(.listenAddress), found: "127.0.0.1:99999"),
        .init(
            .desk, "# location = \"/srv/skranke/skranke.sqlite\"",
            "location = \"postgres://a:hemmelig@db/skranke\"", line: "# location =", "store.location",
            .format(.storeLocation), found: "postgres://a:…@db/skranke"),
        .init(
            .desk, "\"Europe/Oslo\"", "\"Europe/Kongsvinger\"", line: "time_zone =", "municipality.time_zone",
            .format(.timeZone), found: "Europe/Kongsvinger"),
        .init(
            .desk, "\"https://www.kongsvinger.example\"", "\"ftp://x\"", line: "web = ", "municipality.web",
            .format(.webAddress), found: "ftp://x"),
        .init(
            .desk, "body_bytes = 262144", "body_bytes = 131072", line: "body_bytes = ", "limits.body_bytes",
            .integer(262_144...4_194_304), found: "131072"),
        .init(
            .desk, "streams_per_address = 100", "streams_per_address = 4", line: "streams_per_address = ",
            "limits.streams_per_address", .atLeast("streams_per_token"), found: "4"),
        .init(
            .desk, "[\"https://www.kongsvinger.example\"]", "[\"https://www.kongsvinger.example/forside\"]",
            line: "embed_origins = ", "web.embed_origins[0]", .format(.origin),
            found: "https://www.kongsvinger.example/forside"),
        .init(
            .desk, "[\"https://www.kongsvinger.example\"]", "[\"https://a.example; script-src *\"]",
            line: "embed_origins = ", "web.embed_origins[0]", .format(.origin),
            found: "https://a.example; script-src *"),
        .init(
            .desk, "[\"https://www.kongsvinger.example\"]", "[\"http://www.kongsvinger.example\"]",
            line: "embed_origins = ", "web.embed_origins[0]", .format(.origin),
            found: "http://www.kongsvinger.example"),
        .init(
            .desk, "\"https://www.kongsvinger.example/personvern\"", "\"personvern.html\"",
            line: "privacy_statement = ", "web.privacy_statement", .format(.webAddress),
            found: "personvern.html"),
        .init(
            .desk, "\"https://www.kongsvinger.example/tilgjengelighet\"", "\"javascript:alert(1)\"",
            line: "accessibility_statement = ", "web.accessibility_statement", .format(.webAddress),
            found: "javascript:alert(1)"),
        .init(
            .desk, "name = \"Kongsvinger kommune\"", "name = \"  \"", line: "name = ", "municipality.name",
            .line(max: 100), found: "  "),
    ]

    static let others: [WrongFile] = [
        .init(
            .holidays, "month = 5\nday = 17", "month = 2\nday = 30", line: "day = 17\nname",
            "holiday[6].day",
            .format(.date), found: "30"),
        .init(
            .holidays, "easter = -3", "day = 3", line: "[[holiday]]\neaster = -3", "holiday[1]",
            .exactlyOne(["month + day", "easter"])),
        .init(
            .holidays, "date = 2026-12-24", "date = \"24.12.2026\"", line: "date = 2026-12-24",
            "exception[1].date", .format(.date), found: "24.12.2026"),
        .init(
            .holidays, "date = 2026-12-31", "date = 2026-12-24", line: "date = 2026-12-31",
            "exception[2].date", .unique(.date), found: "2026-12-24"),
        .init(
            .units, "leader = \"hilde-lekegard\"", "leader = \"hilde-lekegaard\"",
            line: "leader = \"hilde-lekegard\"", "unit[1].leader",
            .reference(.person, nearest: "hilde-lekegard"), found: "hilde-lekegaard"),
        .init(
            .units, "code = \"barnehage\"", "code = \"Barnehage\"", line: "code = \"barnehage\"",
            "unit[1].code", .format(.code), found: "Barnehage"),
        .init(
            .units, "deputy = \"silje-sandkasse\"", "deputy = \"hilde-lekegard\"",
            line: "deputy = \"silje-sandkasse\"", "unit[1].deputy", .another(.person), found: "hilde-lekegard"
        ),
        .init(
            .services, "unit = \"sykehjem\"", "unit = \"sjukeheim\"", line: "unit = \"sykehjem\"",
            "service[17].unit", .reference(.unit, nearest: nil), found: "sjukeheim"),
        .init(
            .services, "topics = [\"sykehjem\", \"korttidsopphold\"]",
            "topics = [\"sykehjem\", \"renovasjon\"]", line: "topics = [\"sykehjem\"",
            "service[17].topics[1]", .unique(.topic), found: "renovasjon"),
        .init(
            .services, "calendar_days = 28", "calendar_days = 28\nworking_days = 20",
            line: "[[service]]\ncode = \"sykehjem\"", "service[17]",
            .exactlyOne(["calendar_days", "working_days"])),
        .init(
            .topics, "theme = \"familie-og-barn\"", "theme = \"familie\"",
            line: "theme = \"familie-og-barn\"", "topic[0].theme", .reference(.theme, nearest: nil),
            found: "familie"),
        .init(
            .directory, "roles = [\"agent\", \"supervisor\"]", "roles = [\"agent\", \"sjef\"]",
            line: "roles = [\"agent\", \"supervisor\"]", "person[6].roles[1]",
            .oneOf(StaffRole.allCases.map(\.rawValue)), found: "sjef"),
        .init(
            .directory, "id = \"odd\"", "id = \"ingrid\"", line: "id = \"odd\"", "person[1].id",
            .unique(.person), found: "ingrid"),
        .init(
            .directory, "email = \"odd.kvitterud@kongsvinger.example\"", "email = \"odd.kvitterud\"",
            line: "email = \"odd", "person[1].email", .format(.email), found: "odd.kvitterud"),
        .init(
            .directory, "phone = \"59 00 00 02\"", "phone = \"59 00 00 0x\"", line: "phone = \"59 00 00 02\"",
            "person[1].phone", .format(.phone), found: "59 00 00 0x"),
        .init(.directory, "forced = true", "", line: "[[account]]", "account[0].forced", .presence),
        .init(
            .texts, "Referansen er {reference}.", "Referansen er {referanse}.",
            line: "nb = \"\"\"\nTakk, vi har fått", "receipt.chat.nb",
            .places(["reference", "topic", "received", "expected", "phone", "municipality"]),
            found: "{referanse}"),
        .init(
            .texts, "[chat.greeting]\nnb = ", "[chat.greeting]\nbm = ", line: "nb = \"Hei, og velkommen",
            "chat.greeting.bm", .knownKey(nearest: nil), found: "bm"),
        .init(
            .texts, "[left.closed]", "[left.clossed]", line: "[left.closed]", "left.clossed",
            .knownKey(nearest: "closed"), found: "clossed"),
        .init(
            .absence, "code = \"MØT\"", "code = \"møte\"", line: "code = \"MØT\"", "absence[1].code",
            .format(.absenceCode), found: "møte"),
    ]
}

@Suite struct WrongFileTests {
    /// A desk that never opens can promise nothing.
    @Test func aWeekWithoutOpeningHoursIsRefused() throws {
        let open = try Repository.text("Data/desk.toml")
        let errors = try Repository.errors([.desk: open.replacing("[\"08:00-15:30\"]", with: "[]")])
        #expect(errors.map(\.expected) == [.openDay])
        #expect(errors.first?.line != nil)
    }

    @Test(arguments: WrongFile.desk + WrongFile.others)
    func isRefused(wrong: WrongFile) throws {
        let errors = try Repository.errors(wrong.file, wrong.old, wrong.new)
        let path = "Data/\(wrong.file.fileName)"
        let line = try wrong.lineOf.map { try Repository.line(wrong.file, of: $0) }
        let error = DataFileError(
            file: path, line: line, path: wrong.path, expected: wrong.expected, found: wrong.found)
        #expect(errors.contains(error), "\(errors)")
        #expect(errors.allSatisfy { $0.file == path || $0.path.hasSuffix("unit") || $0.path.contains("[") })
    }

    @Test(
        arguments: [
            ("[hours]", "[hours", 41), ("parallel_chats = 3", "parallel_chats 3", nil),
            ("email = 5", "email = 99999999999999999999", nil), ("language = \"nb\"", "language = \"nb", nil),
            ("email = 5", "email = 5\nemail = 6", nil),
        ] as [(String, String, Int?)])
    func syntax(old: String, new: String, line: Int?) throws {
        let errors = try Repository.errors(.desk, old, new)
        let error = try #require(errors.first)
        #expect(errors.count == 1)
        guard case .syntax(let reason) = error.expected else {
            Issue.record("\(error)")
            return
        }
        #expect(!reason.isEmpty)
        let expectedLine = try Repository.line(.desk, of: old)
        let told = try #require(error.line)
        #expect((expectedLine...expectedLine + 1).contains(told))
    }

    @Test func everyErrorOfEveryFileIsTold() throws {
        let desk = try Repository.text("Data/desk.toml").replacing(
            "parallel_chats = 3", with: "parallel_chats = 99"
        )
        .replacing("language = \"nb\"", with: "language = \"sv\"")
        let units = try Repository.text("Data/units.toml") + "\n[[unit]]\ncode = \"x\"\n"
        let texts = try Repository.text("Data/texts.toml") + "\n= 1"
        let errors = try Repository.errors([.desk: desk, .units: units, .texts: texts])
        #expect(
            errors.map { "\($0.file) \($0.path)" } == [
                "Data/desk.toml municipality.language", "Data/desk.toml channels.parallel_chats",
                "Data/units.toml unit[22].leader", "Data/units.toml unit[22].name", "Data/texts.toml ",
            ])
    }

    @Test func aMissingFileDoesNotHideOtherErrors() throws {
        var sources = try Repository.sources([.absence: "x = 1"])
        sources[.directory] = nil
        let errors = #expect(throws: DataFileErrors.self) {
            try ReferenceData.decode(sources, zone: Repository.zone)
        }
        #expect(
            errors?.errors.map(\.expected) == [
                .readableFile, .presence, .knownKey(nearest: nil),
            ])
    }
}
