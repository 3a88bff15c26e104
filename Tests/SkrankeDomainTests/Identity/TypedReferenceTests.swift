import SkrankeDomain
import Testing

@Suite struct TypedReferenceTests {
    private static func reference(_ year: Int, _ number: Int) throws -> PublicReference {
        try #require(PublicReference(year: year, number: number))
    }

    @Test(arguments: [
        "H26-004217-X", "h26 004217 x", "26004217X", "\tH26-004217-X \n", "H26\u{2013}004217\u{2013}X",
    ])
    func aFullOneIsThatOne(_ text: String) throws {
        #expect(PublicReference.read(text, year: 2_026) == .full(try Self.reference(2_026, 4_217)))
    }

    /// The year is not said: every year in which the character fits may be meant, the newest first.
    @Test(arguments: ["4217-X", " 4217x ", "004217 X", "h4217-x", "4217\u{2011}X"])
    func aShortOneIsOneOfAFewYears(_ text: String) throws {
        guard case .short(let found) = PublicReference.read(text, year: 2_026) else {
            Issue.record("\(text) was not read")
            return
        }
        #expect(found.first == (try Self.reference(2_026, 4_217)))
        #expect(found.allSatisfy { $0.number == 4_217 && $0.checkCharacter == "X" })
        let years = (2_000...2_026).filter { PublicReference(year: $0, number: 4_217)?.checkCharacter == "X" }
        #expect(found.map(\.year) == years.reversed())
    }

    /// Every slip of one digit, of two neighbours and of the character finds what was meant.
    @Test func aSlipFindsWhatWasMeant() throws {
        let meant = try Self.reference(2_026, 4_217)
        var slips = ["H26-004217-Z", "H26-004271-X", "H26-004218-X", "H62-004217-X", "H26-104217-X"]
        slips += (0...9).filter { $0 != 2 }.map { "H26-004\($0)17-X" }
        for slip in slips {
            guard case .mistyped(let found) = PublicReference.read(slip, year: 2_026) else {
                Issue.record("\(slip) was not taken for a slip")
                continue
            }
            #expect(found.contains(meant), "\(slip): \(found)")
            #expect(found.count < 20)
        }
    }

    @Test func aShortOneWithTheWrongCharacterNamesTheRightOne() throws {
        let number = 4_217
        // In few years there are characters that fit none.
        let fitting = Set(
            (2_000...2_003).compactMap { PublicReference(year: $0, number: number)?.checkCharacter })
        let wrong = try #require("BCDFGHJKLMNPRSTVWXZ".first { !fitting.contains($0) })
        let read = PublicReference.read("\(number)-\(wrong)", year: 2_003)
        #expect(read == .mistyped([try Self.reference(2_003, number)]))
    }

    @Test(arguments: [
        "", "X", "-", "4217", "H26", "hull i veien", "H26-004217-XX", "42\u{FF17}-X", "0-B", "4217-4",
    ])
    func whatIsNoneIsNone(_ text: String) {
        #expect(PublicReference.read(text, year: 2_026) == .malformed)
    }
}
