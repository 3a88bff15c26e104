import SkrankeDomain
import SkrankeRuntime
import Testing

/// All zones of the system against Python's `zoneinfo`, which reads the same files.
@Suite struct ZoneOracleTests {
    /// Prints `u ZONE EPOCH OFFSET` for instants and `l ZONE DATE MILLISECONDS EPOCH` for wall times.
    static let script = """
        import zoneinfo, random, datetime as d
        random.seed(20261123)
        epoch = d.datetime(1970, 1, 1, tzinfo=d.timezone.utc)
        def name(z): return not z.startswith(('right/', 'posix/')) and z not in ('localtime', 'Factory')
        zones = sorted(z for z in zoneinfo.available_timezones() if name(z))
        for z in zones + ['Europe/Oslo'] * 200:
            info = zoneinfo.ZoneInfo(z)
            for _ in range(12):
                t = random.randrange(0, 4102444800)
                at = epoch + d.timedelta(seconds=t)
                print('u', z, t, int(at.astimezone(info).utcoffset().total_seconds()))
                wall = d.datetime(random.randrange(1971, 2100), random.choice([3, 4, 9, 10, 11, 1]),
                    random.randrange(1, 31), random.randrange(0, 5), random.randrange(0, 60))
                back = int((wall.replace(tzinfo=info) - epoch).total_seconds())
                print('l', z, wall.date(), (wall.hour * 60 + wall.minute) * 60000, back)
        """

    @Test func agreesWithPython() throws {
        let lines =
            try PythonOracle.lines(Self.script, needs: "zoneinfo and a tz database (apt install tzdata)")
        try #require(lines.count > 10_000)
        var zones: [String: TimeZoneRules] = [:]
        var wrong: [Substring] = []
        for line in lines {
            let parts = line.split(separator: " ")
            let name = String(parts[1])
            let zone = try zones[name] ?? ZoneFile.rules(name)
            zones[name] = zone
            if !agrees(zone, parts) { wrong.append(line) }
        }
        #expect(wrong.isEmpty, "\(wrong.count) of \(lines.count) differ: \(wrong.prefix(5))")
        #expect(zones.count > 300)
    }

    private func agrees(_ zone: TimeZoneRules, _ parts: [Substring]) -> Bool {
        if parts[0] == "u" {
            return Int64(parts[2]).map { zone.offset(at: Moment(seconds: $0)) } == Int(parts[3])
        }
        guard let date = CivilDate(iso: String(parts[2])),
            let milliseconds = Int(parts[3])
        else { return false }
        let moment = zone.moment(of: WallTime(date: date, milliseconds: milliseconds))
        return moment.seconds == Int64(parts[4])
    }
}
