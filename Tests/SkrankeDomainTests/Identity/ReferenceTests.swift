import Foundation
import SkrankeDomain
import Testing

@Suite struct ReferenceTests {
    @Test func golden() throws {
        let reference = try #require(PublicReference(year: 2_026, number: 4_217))
        #expect(reference.text == "H26-004217-X" && reference.short == "4217-X")
        #expect("\(reference)" == "H26-004217-X")
        #expect(PublicReference(year: 2_026, number: 0) == nil)
        #expect(PublicReference(year: 2_026, number: 1_000_000) == nil)
        #expect(PublicReference(year: 1_999, number: 1) == nil)
    }

    @Test(arguments: [
        "H26-004217-X", "h26-004217-x", "H26004217X", "h 26 004217 x", "26-004217-X", " H26–004217–X ",
        "H26\u{2011}004217\u{2011}X", "H26\u{A0}004217\u{A0}X", "H.26.004217.X", "H-2-6-0-0-4-2-1-7-X",
    ])
    func tolerant(text: String) {
        #expect(PublicReference(text) == PublicReference(year: 2_026, number: 4_217))
    }

    @Test(arguments: [
        ("", ReferenceFault.malformed), ("H", .malformed), ("H26-004217", .malformed),
        ("H26-4217-X", .malformed),
        ("H26-004217-XX", .malformed), ("X26-004217-X", .malformed), ("H26-004217-4", .malformed),
        ("H26-000000-B", .malformed), ("H26-00421７-X", .malformed), ("H26-004217-Æ", .malformed),
        (String(repeating: "1", count: 100_000), .malformed),
        ("H26-004217-Z", .wrongCheckCharacter), ("H26-004271-X", .wrongCheckCharacter),
        ("H26-004217-A", .wrongCheckCharacter),
    ])
    func refuses(text: String, expected: ReferenceFault) {
        #expect(throws: expected) { try PublicReference.parse(text) }
    }

    @Test(arguments: ["4217-X", "4217x", "004217 X", "4217–x"])
    func shortWithinAYear(text: String) throws {
        #expect(try PublicReference.parse(short: text, year: 2_026).text == "H26-004217-X")
        #expect(throws: ReferenceFault.wrongCheckCharacter) {
            try PublicReference.parse(short: text, year: 2_027)
        }
    }

    static let samples: [(Int, Int)] = {
        var random = SplitMix(19)
        let drawn = (0..<400).map { _ in
            (Int.random(in: 2_000...2_099, using: &random), Int.random(in: 1...999_999, using: &random))
        }
        return drawn + [(2_000, 1), (2_099, 999_999), (2_026, 4_217), (2_010, 101_010), (2_001, 10)]
    }()

    /// Every wrong digit and every pair of swapped neighbours of every sample is caught.
    @Test func catchesSlips() throws {
        for (year, number) in Self.samples {
            let reference = try #require(PublicReference(year: year, number: number))
            let characters = Array(reference.text.filter { $0 != "-" })
            for place in 1...8 {
                for digit in "0123456789" where digit != characters[place] {
                    var wrong = characters
                    wrong[place] = digit
                    #expect(PublicReference(String(wrong)) == nil)
                }
                guard place < 8, characters[place] != characters[place + 1] else { continue }
                var swapped = characters
                swapped.swapAt(place, place + 1)
                #expect(PublicReference(String(swapped)) == nil)
            }
            #expect(PublicReference(String(characters)) == reference)
        }
    }

    @Test func travelsAsText() throws {
        let data = Data("[\"h26 004217 x\"]".utf8)
        let references = try JSONDecoder().decode([PublicReference].self, from: data)
        #expect(String(decoding: try JSONEncoder().encode(references), as: UTF8.self) == "[\"H26-004217-X\"]")
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([PublicReference].self, from: Data("[\"H26-004217-Z\"]".utf8))
        }
    }

    @Test func languagesPickTheirName() {
        #expect(Language.nn.pick(["nb": "b", "nn": "n", "en": "e"]) == "n")
        #expect(Language.nn.pick(["nb": "b", "en": "e"]) == "b")
        #expect(Language.nn.pick(["sv": "s", "en": "e"]) == "e")
        #expect(Language.nn.pick([:]) == nil)
    }
}
