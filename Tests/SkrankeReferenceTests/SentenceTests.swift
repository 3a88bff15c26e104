import SkrankeDomain
import SkrankeReference
import Testing

/// What the administrator reads.
@Suite struct SentenceTests {
    static let wrongHours = DataFileError(
        file: "Data/desk.toml", line: 14, path: "hours.monday[0]", expected: .format(.openingHours),
        found: "kl. 8")

    @Test(arguments: [
        (
            Language.nb,
            "Data/desk.toml, linje 14, hours.monday[0]: fant «kl. 8»; forventet åpningstid som TT:MM-TT:MM, "
                + "der stengetiden kommer etter åpningstiden, for eksempel 08:00-15:30."
        ),
        (
            .nn,
            "Data/desk.toml, linje 14, hours.monday[0]: fann «kl. 8»; venta opningstid som TT:MM-TT:MM, "
                + "der stengjetida kjem etter opningstida, til dømes 08:00-15:30."
        ),
        (
            .en,
            "Data/desk.toml, line 14, hours.monday[0]: found “kl. 8”; expected opening hours as HH:MM-HH:MM, "
                + "closing after opening, for example 08:00-15:30."
        ),
    ])
    func wrongHours(language: Language, sentence: String) {
        #expect(Self.wrongHours.sentence(language) == sentence)
    }

    static let expectations: [DataExpectation] =
        [
            .readableFile, .fileSize(4), .utf8, .syntax("reason"), .knownKey(nearest: nil),
            .knownKey(nearest: "web"),
            .presence, .exactlyOne(["a", "b"]), .integer(1...9), .oneOf(["a", "b", "c"]), .line(max: 9),
            .paragraphs(max: 9), .plainCharacters, .entries(1...9), .greaterThan("x"), .atLeast("x"),
            .places(["a", "b"]),
            .requiredPlace("a"), .attributes(["bold", "dim"]), .parentTheme,
        ] + DataExpectation.Kind.allCases.map(DataExpectation.kind)
        + DataExpectation.Format.allCases.map(DataExpectation.format)
        + DataExpectation.Referent.allCases.flatMap { kind -> [DataExpectation] in
            [.reference(kind, nearest: nil), .reference(kind, nearest: "x"), .unique(kind), .another(kind)]
        }

    /// Every reason has a sentence of its own in every language.
    @Test(arguments: Language.allCases)
    func everyReasonIsSaid(language: Language) {
        let sentences = Self.expectations.map { DataFileError(file: "f", expected: $0).sentence(language) }
        #expect(Set(sentences).count == Self.expectations.count)
        #expect(sentences.allSatisfy { $0.hasPrefix("f: ") && $0.hasSuffix(".") && $0.count > 10 })
    }

    @Test func theThreeLanguagesDiffer() {
        let english = Self.expectations.map { DataFileError(file: "f", expected: $0).sentence(.en) }
        let bokmal = Self.expectations.map { DataFileError(file: "f", expected: $0).sentence(.nb) }
        let nynorsk = Self.expectations.map { DataFileError(file: "f", expected: $0).sentence(.nn) }
        #expect(zip(english, bokmal).allSatisfy { $0 != $1 })
        #expect(zip(bokmal, nynorsk).count { $0 == $1 } <= 2)
    }
}
