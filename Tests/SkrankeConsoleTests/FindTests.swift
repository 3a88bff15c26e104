import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("Finding: by number, topic, telephone and words")
struct FindTests {
    private func typed(_ text: String) -> (console: TestConsole, query: FindQuery?) {
        var console = TestConsole(DemoDay.morning().desk)
        console.press("f\(text)")
        for effect in console.effects.reversed() {
            if case .search(let query, _) = effect { return (console, query) }
        }
        return (console, nil)
    }

    @Test(arguments: ["4213-B", "4213b", "H26-004213-B", "h26004213b", "4213", "421", " 4213-b "])
    func anOpenInquiryIsThereWhileItsNumberIsTyped(_ text: String) {
        let (console, _) = typed(text)
        expectShown(console, "Brøyting på Åsveien")
    }

    @Test(arguments: ["renov", "Renovasjon", "RENOV"])
    func aTopicFindsItsInquiries(_ text: String) {
        let (console, _) = typed(text)
        expectShown(console, "Sam Li")
        expectShown(console, "2 treff")
    }

    @Test(arguments: [
        "59000011", "59 00 00 11", "+47 59 00 00 11", "0047 59000011", "+4759000011", "590 00 011",
    ])
    func aTelephoneNumberIsMeantHoweverItIsWritten(_ text: String) {
        #expect(typed(text).query?.phones == ["59000011", "+4759000011", "004759000011"])
    }

    @Test(arguments: [
        ("+46 8 123 45 67", ["+4681234567"]), ("4213", []), ("brøyting 5", []), ("a59000011", []),
    ])
    func whatIsNoNorwegianNumberIsNotMadeOne(_ text: String, _ phones: [String]) {
        #expect(FindQuery(text, year: 2026).phones == phones)
    }

    @Test func aShortNumberOfLastYearIsFoundByItsCheckCharacter() throws {
        let old = try #require(PublicReference(year: 2025, number: 17))
        let new = try #require(PublicReference(year: 2026, number: 17))
        try #require(old.checkCharacter != new.checkCharacter)
        #expect(FindQuery(old.short, year: 2026).references == [old])
        #expect(FindQuery(new.short.lowercased(), year: 2026).references == [new])
        let one = try #require(PublicReference(year: 2026, number: 1))
        #expect(FindQuery("1\(one.checkCharacter)", year: 2026).references == [one])
    }

    @Test func hitsOfTheStoreComeBehindWhatIsMeantDirectly() throws {
        let day = DemoDay.morning()
        var (console, query) = typed("renov")
        let generation = try #require(
            console.effects.compactMap { effect -> Int? in
                if case .search(_, let generation) = effect { generation } else { nil }
            }.last)
        #expect(query?.text == "renov")
        let other = try #require(day.desk.head(day.emails[0]))
        let same = try #require(day.desk.head(day.emails[2]))
        console.send(
            .search(
                generation: generation,
                [
                    SearchHit(row: 9, head: other, snippet: "renoveringen"),
                    SearchHit(row: 8, head: same, snippet: "en gang til"),
                ]))
        expectShown(console, "3 treff")
        expectShown(console, "renoveringen")
        expectNotShown(console, "en gang til")
    }
}
