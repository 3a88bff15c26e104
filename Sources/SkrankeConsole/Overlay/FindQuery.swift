import SkrankeDomain
import SkrankeJournal

/// What somebody types who looks for an inquiry, read in every way that it can be meant: words of a message,
/// a name, a reference in full or short, a telephone number as it is spoken.
public struct FindQuery: Equatable, Sendable {
    /// Words for the full-text search.
    public let text: String
    /// Whole references that the text may be, the current year's first.
    public let references: [PublicReference]
    /// A telephone number as it may have been noted: with and without the country's code.
    public let phones: [String]
    public static let limit = 50

    init(_ text: String, year: Int) {
        self.text = text
        references = FindQuery.references(text, year: year)
        phones = FindQuery.phones(text)
    }

    /// Any case, with or without dashes; short ones of this year or the last, as the check character tells.
    private static func references(_ text: String, year: Int) -> [PublicReference] {
        var found: [PublicReference] = []
        if let full = try? PublicReference.parse(text) { found.append(full) }
        for year in [year, year - 1] {
            if let short = try? PublicReference.parse(short: text, year: year) { found.append(short) }
        }
        return found
    }

    /// Nothing where the text is anything but a number of at least five digits.
    private static func phones(_ text: String) -> [String] {
        let separators: Set<Unicode.Scalar> = [" ", "\u{A0}", "-", ".", "(", ")", "+"]
        let isNumber = text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || separators.contains($0) }
        let key = ContactKey.phone(text)
        guard isNumber, key.unicodeScalars.filter({ $0 != "+" }).count >= 5 else { return [] }
        let country = ["+47", "0047"].first { key.hasPrefix($0) && key.count > 8 }
        if country == nil, key.hasPrefix("+") || key.hasPrefix("00") { return [key] }
        let own = String(key.dropFirst(country?.count ?? 0))
        return [own, "+47" + own, "0047" + own]
    }

    /// The digits of a short number that has only been begun: «42» of «4217-X»; nil where it is none.
    var numberBeginning: String? {
        let digits = text.filter { $0 != "-" && $0 != " " }
        let isNumber = digits.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
        return isNumber && (1...6).contains(digits.count) ? digits : nil
    }

    /// Rows that are meant directly before those in which the words stand; every inquiry once among the
    /// former, and not again among the latter. Rows without a place in the index are numbered below zero.
    public static func hits(direct: [InquiryHead], words: [SearchHit]) -> [SearchHit] {
        var seen: Set<InquiryID> = []
        var hits: [SearchHit] = []
        for head in direct where seen.insert(head.id).inserted {
            hits.append(SearchHit(row: -Int64(hits.count + 1), head: head, snippet: head.subject ?? ""))
        }
        return hits + words.filter { !seen.contains($0.head.id) }
    }
}

extension AppState {
    /// Open inquiries that are meant by their number or topic: found at once, without the store.
    func openOnes(_ query: FindQuery) -> [InquiryHead] {
        let words = query.text.lowercased().trimmed
        guard !words.isEmpty else { return [] }
        let topics = Set(naming.topics().filter { $0.name.lowercased().contains(words) }.map(\.code))
        let number = query.numberBeginning
        guard number != nil || !topics.isEmpty || !query.references.isEmpty else { return [] }
        var found: [InquiryHead] = []
        for head in board.heads.values {
            let isNumber = number.map { String(head.reference.number).hasPrefix($0) } ?? false
            let isTopic = head.topic.map { topics.contains($0) } ?? false
            if isNumber || isTopic || query.references.contains(head.reference) { found.append(head) }
        }
        return Array(found.sorted { Urgency($0) < Urgency($1) }.prefix(FindQuery.limit))
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
