/// A language that the console, the receipts and the citizen's pages speak.
///
/// Bokmål first, nynorsk equally good, English for those who have neither. Data files and the
/// dictionaries of names (`Holidays.Rule.name`, `OpeningCalendar.Exception.reason`) use the raw values.
public enum Language: String, CaseIterable, Sendable, Codable {
    case nb, nn, en

    /// The name for this language out of a table by language code: its own, else bokmål's, else any.
    ///
    /// nil where the table is empty. "Any" is the first code in alphabetical order, so that two
    /// processes never choose differently.
    public func pick(_ names: [String: String]) -> String? {
        names[rawValue] ?? names[Language.nb.rawValue] ?? names.min { $0.key < $1.key }?.value
    }
}
