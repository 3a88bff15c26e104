/// The files of `Data/`, in the order in which they are reported.
public enum DataFile: String, CaseIterable, Sendable {
    case desk, holidays, units, services, topics, directory, texts, absence, visits

    /// E.g. `desk.toml`.
    public var fileName: String { rawValue + ".toml" }

    /// Bytes that a data file may have (law 7). Ten thousand people fit in.
    public static let sizeLimit = 4_000_000
}

/// A data file's text, and the name under which its errors are told.
public struct DataText: Sendable, Equatable {
    /// As found, e.g. `/etc/skranke/desk.toml` or `Data/desk.toml`.
    public var shownPath: String
    public var text: String
    public init(shownPath: String, text: String) {
        self.shownPath = shownPath
        self.text = text
    }
}
