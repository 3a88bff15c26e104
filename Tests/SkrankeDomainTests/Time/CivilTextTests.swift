import Foundation
import SkrankeDomain
import Testing

@Suite struct CivilTextTests {
    @Test(arguments: ["2026-12-02", "2028-02-29", "0001-01-01", "9999-12-31"])
    func datesRoundTrip(text: String) throws {
        #expect(CivilDate(iso: text)?.iso == text)
        let data = try JSONEncoder().encode(["at": date(text)])
        #expect(String(decoding: data, as: UTF8.self) == "{\"at\":\"\(text)\"}")
        #expect(try JSONDecoder().decode([String: CivilDate].self, from: data)["at"] == date(text))
    }

    @Test(arguments: ["", "2026-2-03", "2026-02-30", "2027-02-29", "2026/02/03", "20260203", "2026-02-03Z"])
    func noDates(text: String) {
        #expect(CivilDate(iso: text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([String: CivilDate].self, from: Data("{\"at\":\"\(text)\"}".utf8))
        }
    }

    @Test(arguments: [("00:00", 0), ("08:05", 485), ("24:00", 1_440)])
    func times(text: String, minutes: Int) {
        #expect(ClockTime(iso: text)?.minutes == minutes)
        #expect(ClockTime(minutes: minutes).iso == text)
    }

    @Test(arguments: ["", "8:00", "08.00", "24:01", "25:00", "08:60", "08:00:00", "-1:00"])
    func noTimes(text: String) {
        #expect(ClockTime(iso: text) == nil)
    }

    /// What an outsider writes into a file can never make arithmetic overflow.
    @Test func momentsFromOutsideAreBounded() throws {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Moment].self, from: Data("[9223372036854775807]".utf8))
        }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Moment].self, from: Data("[-9223372036854775808]".utf8))
        }
        let good = try JSONDecoder().decode([Moment].self, from: Data("[1795420800000]".utf8))
        #expect(good == [local("2026-11-23 09:00")])
    }

    @Test func daysAndDatesAgreeOverFourCenturies() {
        var previous = date("1899-12-31")
        for day in previous.daysSinceEpoch + 1...date("2300-01-01").daysSinceEpoch {
            let next = CivilDate(daysSinceEpoch: day)
            #expect(next.daysSinceEpoch == day && next > previous)
            #expect(next.weekday.rawValue == previous.weekday.rawValue % 7 + 1)
            previous = next
        }
    }
}
