import SkrankeDomain

/// Why a data file is refused: where, what was expected, what stood there (law 8).
public struct DataFileError: Error, Hashable, Sendable {
    /// The file as it was found, e.g. `Data/desk.toml`.
    public var file: String
    /// 1 for the first line; nil when the error is about the whole file.
    public var line: Int?
    /// The key with the tables around it, e.g. `unit[3].leader`; empty for the whole file.
    public var path: String
    public var expected: DataExpectation
    /// What stood there, cleaned of control characters and cut to `foundLength`; nil when nothing did.
    public var found: String?

    /// Scalars of `found` that are kept.
    public static let foundLength = 60

    public init(
        file: String, line: Int? = nil, path: String = "", expected: DataExpectation, found: String? = nil
    ) {
        self.file = file
        self.line = line
        self.path = path
        self.expected = expected
        self.found = found.map(DataFileError.shown)
    }

    /// `text` without characters that a terminal would obey, cut to `foundLength`.
    static func shown(_ text: String) -> String {
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            if count == foundLength { return result + "…" }
            result.unicodeScalars.append(
                PlainText.isForbidden(scalar) || scalar == "\n" ? "\u{FFFD}" : scalar)
            count += 1
        }
        return result
    }
}

/// Everything that is wrong with a set of data files, in the order of files and lines. Never empty.
public struct DataFileErrors: Error, Hashable, Sendable {
    public let errors: [DataFileError]

    /// Nil when there is no error.
    public init?(_ errors: [DataFileError]) {
        if errors.isEmpty { return nil }
        self.errors = errors
    }

    public init(_ error: DataFileError) { errors = [error] }

    /// One sentence an error.
    public func sentences(_ language: Language) -> [String] { errors.map { $0.sentence(language) } }
}
