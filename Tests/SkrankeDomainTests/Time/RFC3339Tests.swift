import SkrankeDomain
import Testing

@Suite struct RFC3339Tests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-23T09:00:00+01:00", 1_795_420_800_000),
            ("2026-11-23t08:00:00z", 1_795_420_800_000), ("2026-11-23 08:00:00.0Z", 1_795_420_800_000),
            ("2026-11-23T08:00:00.1Z", 1_795_420_800_100), ("2026-11-23T08:00:00.123999Z", 1_795_420_800_123),
            ("1969-12-31T23:59:59.999Z", -1), ("1970-01-01T05:30:00+05:30", 0),
            ("1969-12-31T20:00:00-04:00", 0),
            ("1970-01-01T00:00:00-00:00", 0), ("1998-12-31T23:59:60Z", 915_148_800_000),
            ("1999-01-01T00:59:60+01:00", 915_148_800_000), ("0000-01-01T00:00:00Z", -62_167_219_200_000),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799_999), ("2024-02-29T00:00:00Z", 1_709_164_800_000),
        ] as [(String, Int64)])
    func reads(text: String, expected: Int64) {
        #expect(Moment(rfc3339: text)?.milliseconds == expected)
    }

    @Test(arguments: [
        "", "2026", "2026-11-23", "2026-11-23T09:00Z", "2026-11-23T09:00:00", "2026-02-29T09:00:00Z",
        "2026-13-01T09:00:00Z", "2026-00-01T09:00:00Z", "2026-11-00T09:00:00Z", "2026-11-31T09:00:00Z",
        "2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z", "2026-11-23T09:00:60Z", "2026-11-23T09:00:61Z",
        "2026-11-23T09:00:00.Z", "2026-11-23T09:00:00,5Z", "2026-11-23T09:00:00+1:00",
        "2026-11-23T09:00:00+24:00", "2026-11-23T09:00:00+01:60", "2026-11-23T09:00:00+0100",
        "2026-11-23T09:00:00Z ", " 2026-11-23T09:00:00Z", "26-11-23T09:00:00Z", "+2026-11-23T09:00:00Z",
        "2026-11-23T09:00:00Ż", "٢٠٢٦-11-23T09:00:00Z", "2026-1-23T09:00:00Z", "2026-11-23T-9:00:00Z",
    ])
    func refuses(text: String) {
        #expect(Moment(rfc3339: text) == nil)
    }

    @Test(arguments: [
        ("2026-11-23T08:00:00Z", "2026-11-23T09:00:00+01:00"),
        ("2026-07-01T08:00:00.05Z", "2026-07-01T10:00:00.050+02:00"),
        ("2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00"),
    ])
    func writesLocalTime(utc: String, expected: String) throws {
        let moment = try #require(Moment(rfc3339: utc))
        #expect(moment.rfc3339(zone: Desks.oslo) == expected)
        #expect(moment.rfc3339(zone: .utc) == moment.rfc3339)
    }

    /// Local mean time has seconds, which RFC 3339 cannot say: the offset is cut, the instant is not.
    @Test(arguments: [1_172, -1_172, -34_200, 20_700])
    func offsetsOfEverySign(seconds: Int) {
        let zone = TimeZoneRules(name: "x", firstOffset: seconds, transitions: [])
        let moment = Moment(milliseconds: -1_234_567_891)
        #expect(Moment(rfc3339: moment.rfc3339(zone: zone)) == moment)
    }

    @Test func everyMomentSurvivesTheRoundTrip() {
        var random = SplitMix(3_339)
        let range = Moment.writable.lowerBound.milliseconds + 90_000_000...253_402_200_000_000
        for _ in 0..<5_000 {
            let moment = Moment(milliseconds: Int64.random(in: range, using: &random))
            #expect(Moment(rfc3339: moment.rfc3339) == moment)
            #expect(Moment(rfc3339: moment.rfc3339(zone: Desks.oslo)) == moment)
        }
    }

    /// One byte of a good text is replaced: it is refused, or it still says what it reads as.
    @Test func mutatedTextsNeverLie() {
        var random = SplitMix(42)
        let alphabet = Array("0123456789TtZz:-+. ,/AÆ")
        for _ in 0..<20_000 {
            var text = Array("2026-11-23T09:00:00.250+01:00")
            text[Int.random(in: text.indices, using: &random)] = alphabet.randomElement(using: &random) ?? "0"
            guard let moment = Moment(rfc3339: String(text)) else { continue }
            let offset = TimeZoneRules(
                name: "", firstOffset: offsetMinutes(String(text.suffix(6))) * 60, transitions: [])
            let again = moment.rfc3339(zone: offset)
            #expect(again.prefix(10) == String(text).prefix(10) && Moment(rfc3339: again) == moment)
        }
    }

    private func offsetMinutes(_ text: String) -> Int {
        guard text.hasPrefix("+") || text.hasPrefix("-") else { return 0 }
        let parts = text.dropFirst().split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return 0 }
        return (parts[0] * 60 + parts[1]) * (text.hasPrefix("-") ? -1 : 1)
    }
}
