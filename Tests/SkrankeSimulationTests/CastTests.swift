import SkrankeDomain
import Testing

@testable import SkrankeSimulation

@Suite struct CastTests {
    @Test(arguments: [1, 2, 99] as [UInt64])
    func isTheSameBySeed(_ seed: UInt64) {
        let cast = CitizenCast(seed: seed)
        let people = (0..<60).map { cast[$0] }
        // Asked for in another order and by another cast: the same people.
        let again = (0..<60).reversed().map { CitizenCast(seed: seed)[$0] }
        #expect(people == again.reversed())
        #expect(people != (0..<60).map { CitizenCast(seed: seed + 1)[$0] })
    }

    @Test(arguments: [0, 1, 7, 2026] as [UInt64])
    func eachRoundHasAllOfIt(_ seed: UInt64) {
        let cast = CitizenCast(seed: seed)
        for round in 1..<4 {
            let start = round * CitizenCast.roundLength
            let people = (start..<start + CitizenCast.roundLength).map { cast[$0] }
            #expect(Set(people.map(\.trait)) == Set(Trait.allCases))
            let kinds = Set(people.map(\.name.kind))
            #expect(kinds == Set(CitizenName.Kind.allCases))
            #expect(Set(people.map(\.language)).count >= 2)
        }
    }

    @Test(arguments: [0, 1, 7, 2026] as [UInt64])
    func aNewcomerSeesAGentleBeginning(_ seed: UInt64) {
        let cast = CitizenCast(seed: seed)
        #expect(cast[0].trait == .plain)
        #expect(cast[0].language == .nb)
        #expect(!cast[0].name.text.isEmpty)
        #expect((0..<5).allSatisfy { cast[$0].trait != .hostile && cast[$0].trait != .longText })
        // The first round leaves nobody out for it.
        #expect(Set((0..<CitizenCast.roundLength).map { cast[$0].trait }) == Set(Trait.allCases))
    }

    static func scalars(_ kind: CitizenName.Kind) -> (String) -> Bool {
        switch kind {
        case .ordinary: { $0.split(separator: " ").count == 2 }
        case .doubleA: { $0.lowercased().contains("aa") }
        case .apostrophe: { $0.contains("'") }
        case .hyphen: { $0.contains("-") }
        case .long: { $0.count > 33 }
        // A mark on a letter that no precomposed form takes in.
        case .combining:
            { $0.unicodeScalars.contains { $0.properties.canonicalCombiningClass != .notReordered } }
        case .decomposed: { $0.unicodeScalars.contains("\u{30A}") || $0.unicodeScalars.contains("\u{308}") }
        case .rightToLeft: { $0.unicodeScalars.contains { (0x590...0x6FF).contains($0.value) } }
        case .anonymous: { $0.isEmpty }
        }
    }

    @Test(arguments: CitizenName.Kind.allCases)
    func namesAreWhatTheyAreFor(_ kind: CitizenName.Kind) {
        let isRight = Self.scalars(kind)
        for seed in 0..<40 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let name = CitizenName.make(kind, &random)
            #expect(isRight(name.text), "\(kind): \(name.text)")
        }
    }

    @Test func norwegianLettersOccur() {
        let letters = Set((0..<100).flatMap { CitizenCast(seed: 1)[$0].name.text.lowercased() })
        #expect(letters.isSuperset(of: "æøå"))
    }

    @Test func addressesAreReserved() {
        for index in 0..<200 {
            let contact = CitizenCast(seed: 5)[index].contact
            if let email = contact?.email {
                #expect(email.hasSuffix("@epost.example"))
                #expect(email.utf8.allSatisfy { $0 < 128 && $0 != 32 })
            }
            if let phone = contact?.phone { #expect(phone.hasPrefix("59 00 00 ")) }
        }
    }

    @Test func allTopicsExist() throws {
        let data = try Repository.data()
        for script in Scripts.everything {
            #expect(data.topics[script.topic] != nil, "\(script.topic.rawValue)")
        }
    }

    /// Reference data §6.3: nearly all of the FAQ's words are asked about in bokmål.
    @Test func mostTopicsAreAskedAbout() throws {
        let data = try Repository.data()
        let asked = Set(Scripts.everything.map(\.topic))
        #expect(asked.count >= 55)
        #expect(asked.count <= data.topics.topics.count)
    }

    @Test func textsAreWithinTheLimits() {
        for script in Scripts.everything {
            for text in [script.question, script.followUp ?? "x", script.detail] {
                #expect(!text.isEmpty)
                #expect(text.unicodeScalars.count <= Limits.messageLength)
            }
        }
        #expect(Scripts.long.contains { $0.question.count > 900 })
    }

    @Test func theHostileSendWhatMustDoNoHarm() {
        let sent = Scripts.hostile.flatMap { [$0.question, $0.followUp ?? "", $0.detail] }.joined()
        let needed: [Unicode.Scalar] = [
            "\u{1B}", "\u{9B}", "\u{7}", "\u{202E}", "\u{2066}", "\u{200D}", "\u{85}",
        ]
        for scalar in needed { #expect(sent.unicodeScalars.contains(scalar), "\(scalar.value)") }
    }

    @Test func slipsLeaveFactsAlone() {
        let text = "Det gjelder Åsveien 18, siden 24. november klokka 09.40."
        for seed in 0..<50 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let typed = Typist.misspelled(text, every: 6, &random)
            #expect(typed.filter(\.isNumber) == text.filter(\.isNumber))
            #expect(typed.first == "D")
        }
        var random = SeededRandom(seed: 1)
        #expect(Typist.misspelled(text, every: 6, &random) != text)
    }
}
