import ArgumentParser
import SkrankeDomain
import SkrankeJournal

/// REF on the command line: full or short, as people say and type it.
enum ReferenceArgument {
    static let help: ArgumentHelp = HelpWords.say(
        nb: "Referansen, hel eller kort: H26-004217-X, h26 004217 x, 4217-x.",
        nn: "Referansen, heil eller kort: H26-004217-X, h26 004217 x, 4217-x.",
        en: "The reference, full or short: H26-004217-X, h26 004217 x, 4217-x.")
}

extension OpenDesk {
    /// The inquiry that `text` means.
    /// - Throws: `Failure` that says what is wrong with it, and which ones may have been meant.
    func id(of text: String) async throws -> InquiryID {
        let year = data.policy.calendar.zone.date(at: clock.now).year
        switch PublicReference.read(text, year: year) {
        case .full(let reference):
            guard let id = try await find(reference) else {
                throw Failure(RefusalSentence.text(.notFound, self), word: "not-found")
            }
            return id
        case .short(let years):
            let found = try await existing(years)
            if found.count > 1 {
                throw Failure(
                    ReferenceWords.ambiguous(text, found.map(\.reference), language), word: "ambiguous")
            }
            guard let only = found.first else {
                // Over the years every character fits some: this year's inquiry of that number was meant.
                let same = years.first.flatMap { PublicReference(year: year, number: $0.number) }
                return try await notShort(text, [same].compactMap { $0 })
            }
            return only.id
        case .mistyped(let meant):
            let found = try await existing(meant).map(\.reference)
            throw Failure(ReferenceWords.mistyped(text, found, language), word: "not-a-reference")
        case .malformed: throw Failure(ReferenceWords.malformed(text, language), word: "not-a-reference")
        }
    }

    private func notShort(_ text: String, _ meant: [PublicReference]) async throws -> InquiryID {
        let found = try await existing(meant).map(\.reference)
        guard found.isEmpty else {
            throw Failure(ReferenceWords.mistyped(text, found, language), word: "not-a-reference")
        }
        throw Failure(RefusalSentence.text(.notFound, self), word: "not-found")
    }

    private func existing(
        _ references: [PublicReference]
    ) async throws -> [(reference: PublicReference, id: InquiryID)] {
        var found: [(PublicReference, InquiryID)] = []
        for reference in references {
            if let id = try await find(reference) { found.append((reference, id)) }
        }
        return found
    }

    private func find(_ reference: PublicReference) async throws -> InquiryID? {
        try await Told.store(language, path: location.path) { () async throws(StoreFault) in
            try await store.find(reference)
        }
    }

    func file(_ text: String) async throws -> InquiryFile {
        let id = try await id(of: text)
        let file = try await Told.store(language, path: location.path) { () async throws(StoreFault) in
            try await store.file(id)
        }
        guard let file else { throw Failure(RefusalSentence.text(.notFound, self), word: "not-found") }
        return file
    }
}

/// What is said of a reference that cannot be taken.
enum ReferenceWords {
    private static func shown(_ text: String) -> String { Plain.field(String(text.prefix(40))) }

    static func malformed(_ text: String, _ language: Language) -> String {
        language.choose(
            nb: "«\(shown(text))» er ingen referanse. En referanse ser slik ut: H26-004217-X, kort: 4217-X.",
            nn: "«\(shown(text))» er ingen referanse. Ein referanse ser slik ut: H26-004217-X, kort: 4217-X.",
            en: "“\(shown(text))” is no reference. A reference looks like this: H26-004217-X, short: 4217-X.")
    }

    static func ambiguous(_ text: String, _ found: [PublicReference], _ language: Language) -> String {
        let list = found.map(\.text).joined(separator: ", ")
        return language.choose(
            nb: "«\(shown(text))» kan være flere: \(list). Skriv hele referansen.",
            nn: "«\(shown(text))» kan vere fleire: \(list). Skriv heile referansen.",
            en: "“\(shown(text))” may mean several: \(list). Write the whole reference.")
    }

    static func mistyped(_ text: String, _ found: [PublicReference], _ language: Language) -> String {
        let wrong = language.choose(
            nb: "«\(shown(text))» er feilskrevet: kontrollbokstaven passer ikke til tallene.",
            nn: "«\(shown(text))» er feilskriven: kontrollbokstaven passar ikkje til tala.",
            en: "“\(shown(text))” is mistyped: the check character does not fit the digits.")
        if found.isEmpty {
            return wrong + " "
                + language.choose(
                    nb: "Se etter på kvitteringen.", nn: "Sjå etter på kvitteringa.",
                    en: "Look at the receipt again.")
        }
        let list = found.map(\.text).joined(
            separator: language.choose(nb: " eller ", nn: " eller ", en: " or "))
        return wrong + " "
            + language.choose(nb: "Mente du \(list)?", nn: "Meinte du \(list)?", en: "Did you mean \(list)?")
    }
}
