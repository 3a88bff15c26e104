import Foundation
import SkrankeDomain
import SkrankeRuntime
import Testing

@Suite struct ZoneFileTests {
    @Test func osloFromTheSystem() throws {
        let zone = try ZoneFile.rules("Europe/Oslo")
        // From 1996 on the file says what the rule of the European Union says.
        let since = try #require(Moment(rfc3339: "1996-01-01T00:00:00Z"))
        #expect(zone.transitions.filter { $0.at > since } == Desks.oslo.transitions.filter { $0.at > since })
        #expect(zone.transitions.last?.at == Moment(rfc3339: "2100-10-31T01:00:00Z"))
        #expect(zip(zone.transitions, zone.transitions.dropFirst()).allSatisfy { $0.at < $1.at })
    }

    @Test(arguments: [
        "", "/etc/passwd", "../../../etc/passwd", "Europe/../Europe/Oslo", "Europe//Oslo", "Europe/Oslo/",
        "Europe/Oslo\0", "Európe/Oslo", "Europe Oslo", String(repeating: "a", count: 256),
    ])
    func refusesNames(name: String) {
        #expect(throws: ZoneFault.badName(name)) { try ZoneFile.rules(name) }
    }

    @Test func refusesWhatIsNoFile() {
        let folder = ZoneFile.directory
        #expect(throws: ZoneFault.notAZoneFile(path: "\(folder)/Europe")) { try ZoneFile.rules("Europe") }
        #expect(throws: ZoneFault.unreadable(path: "\(folder)/Europe/Kongsvinger", code: 2)) {
            try ZoneFile.rules("Europe/Kongsvinger")
        }
        #expect(throws: ZoneFault.notAZoneFile(path: "/dev/zero")) {
            try ZoneFile.rules("zero", directory: "/dev")
        }
    }

    @Test(
        arguments: [
            ([], ZoneFault.notTZif), (Array("TZi".utf8), .notTZif), (Array("hello, world".utf8), .notTZif),
            (Array("TZif2".utf8), .truncated), (TZifSample(types: 0).bytes, .inconsistent(what: "types")),
            (TZifSample(leaps: 1).bytes, .leapSeconds),
            (TZifSample(times: [5, 5]).bytes, .inconsistent(what: "order of times")),
            (TZifSample(times: [5], index: 9).bytes, .inconsistent(what: "type index")),
            (TZifSample(offset: 100_000).bytes, .inconsistent(what: "offset")),
            (TZifSample(footer: "CET-1CEST").bytes, .badFooter("CET-1CEST")),
            (TZifSample(claimedTimes: 0xFFFF_FFFF).bytes, .truncated),
        ] as [([UInt8], ZoneFault)])
    func refusesBrokenFiles(bytes: [UInt8], expected: ZoneFault) {
        #expect(throws: expected) { try TZif(bytes) }
    }

    @Test func readsASmallFile() throws {
        let bytes = TZifSample(times: [-1 << 59, 0], offset: 3_600, footer: "<+01>-1").bytes
        let zone = try TZif(bytes).rules(name: "x")
        #expect(zone.firstOffset == 3_600 && zone.transitions.isEmpty)
        let union = TZifSample(offset: 3_600, footer: "CET-1CEST,M3.5.0,M10.5.0/3").bytes
        let summer = try TZif(union).rules(name: "x")
        #expect(summer.transitions.suffix(50) == Desks.oslo.transitions.suffix(50))
    }

    /// Bytes of a real file are overwritten or cut off: rules or a fault come back, never a crash.
    @Test func damagedFilesNeverTrap() throws {
        let path = "\(ZoneFile.directory)/Europe/Oslo"
        let original = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        var random = SplitMix(7)
        var faults = 0
        for round in 0..<4_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            if round % 2 == 0 { bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))) }
            do {
                let zone = try TZif(bytes).rules(name: "damaged")
                #expect(zone.transitions.count < 10_000)
            } catch { faults += 1 }
        }
        #expect(faults > 1_000)
    }
}

@Suite struct PosixTimeZoneTests {
    @Test(arguments: [
        ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T07:00:00Z", -14_400, "2026-11-01T06:00:00Z", -18_000),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-03-29T01:00:00Z", 3_600, "2026-10-25T01:00:00Z", 0),
        ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T01:00:00Z", -7_200, "2026-10-25T01:00:00Z", -10_800),
        ("AAA0BBB,J60/0,J61/0", "2028-03-01T00:00:00Z", 3_600, "2028-03-01T23:00:00Z", 0),
        ("AAA0BBB,59/0,60/0", "2028-02-29T00:00:00Z", 3_600, "2028-02-29T23:00:00Z", 0),
    ])
    func changesOfAYear(text: String, first: String, offset: Int, second: String, back: Int) throws {
        let rule = try #require(PosixTimeZone(text))
        let year = try #require(Int(first.prefix(4)))
        #expect(
            rule.transitions(in: year...year).map(\.at)
                == [Moment(rfc3339: first), Moment(rfc3339: second)])
        #expect(rule.transitions(in: year...year).map(\.offset) == [offset, back])
    }

    @Test func summerTimeTheWholeYear() throws {
        let rule = try #require(PosixTimeZone("XXX3EDT4,0/0,J365/23"))
        let offsets = Set(rule.transitions(in: 2_020...2_030).dropLast().map(\.offset))
        #expect(offsets == [-14_400])
    }

    @Test(arguments: [
        "", "C", "CET", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.6.0,M10.5.0",
        "CET-1CEST,M13.5.0,M1.1.0",
        "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J1", "CET-1CEST,366,1", "CET-1CEST,M3.5.0,M10.5.0/168",
        "<+01-1",
        "CET-1CEST,M3.5.0,M10.5.0 ", "CET-1:60", "CET-1,M3.5.0,M10.5.0",
    ])
    func refuses(text: String) {
        #expect(PosixTimeZone(text) == nil)
    }
}

/// A TZif file of version 2 made by hand, sound or not.
struct TZifSample {
    var times: [Int64] = []
    var claimedTimes: UInt32?
    var index: UInt8 = 0
    var types: UInt32 = 1
    var leaps: UInt32 = 0
    var offset: Int32 = 0
    var footer = ""

    var bytes: [UInt8] {
        let empty = header(times: 0, types: 1, leaps: 0) + big(0, 4) + [0, 0, 0]
        let count = claimedTimes ?? UInt32(times.count)
        var block = header(times: count, types: types, leaps: leaps)
        for time in times { block += big(time, 8) }
        block += times.map { _ in index }
        block += big(Int64(offset), 4) + [0, 0, 0]
        return empty + block + [10] + Array(footer.utf8) + [10]
    }

    private func header(times: UInt32, types: UInt32, leaps: UInt32) -> [UInt8] {
        let counts = [0, 0, leaps, times, types, 1].flatMap { big(Int64($0), 4) }
        return Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts
    }

    private func big(_ value: Int64, _ size: Int) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> Int64($0 * 8)) }
    }
}
