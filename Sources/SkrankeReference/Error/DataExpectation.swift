/// What a place in a data file should have held: the typed reason of a `DataFileError`.
public enum DataExpectation: Hashable, Sendable {
    // The file as a whole.
    /// The file exists and may be read.
    case readableFile
    /// At most so many bytes.
    case fileSize(Int)
    /// Every byte is UTF-8.
    case utf8
    /// TOML; the parser's own words say what it stumbled on.
    case syntax(String)

    // Keys.
    /// A key that is known; the nearest one, when the found one looks like a slip of the hand.
    case knownKey(nearest: String?)
    /// The key is missing.
    case presence
    /// Exactly one of these keys.
    case exactlyOne([String])

    // Values.
    case kind(Kind)
    case integer(ClosedRange<Int>)
    case oneOf([String])
    /// Text on one line, 1...max scalars.
    case line(max: Int)
    /// Text on one or more lines, 1...max scalars.
    case paragraphs(max: Int)
    /// No control and no bidirectional formatting characters (law 5).
    case plainCharacters
    case entries(ClosedRange<Int>)
    case format(Format)
    /// More than the value of this key.
    case greaterThan(String)
    /// At least one day of the week has hours.
    case openDay
    /// As much as the value of this key, or more.
    case atLeast(String)
    /// Only these places to fill may stand in the text.
    case places([String])
    /// This place to fill must stand in the text.
    case requiredPlace(String)

    // Between values.
    case reference(Referent, nearest: String?)
    case unique(Referent)
    /// Another thing than itself, e.g. nobody is his own deputy.
    case another(Referent)

    // Themes.
    case attributes([String])
    /// A theme to inherit from that exists and does not lead back to itself.
    case parentTheme

    /// A kind of TOML value.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case text, integer, flag, list, table, date
    }

    /// How a text must be written.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case openingHours
        /// Intervals ascending and apart.
        case hoursApart
        case date, timeZone
        /// Small letters, digits and hyphens.
        case code
        case absenceCode, accountName, phone, email, webAddress, origin, listenAddress, headerName
        /// A path or URL without a password: secrets never stand in these files.
        case storeLocation
    }

    /// A kind of thing that has a code in one file and is named in others.
    public enum Referent: String, Hashable, Sendable, CaseIterable {
        case unit, service, topic, theme, person, absenceCode, account, date, host
    }
}

extension DataExpectation.Format {
    /// How it looks, the same in every language.
    public var example: String {
        switch self {
        case .openingHours: "08:00-15:30"
        case .hoursApart: "[\"08:00-11:30\", \"12:00-15:30\"]"
        case .date: "2026-12-24"
        case .timeZone: "Europe/Oslo"
        case .code: "vei-og-park"
        case .absenceCode: "MØT"
        case .accountName: "skranke"
        case .phone: "59 00 00 01"
        case .email: "post@kommune.example"
        case .webAddress: "https://www.kommune.example"
        case .origin: "https://www.kommune.example"
        case .listenAddress: "127.0.0.1:8080"
        case .headerName: "X-Forwarded-For"
        case .storeLocation: "postgres://skranke@db.kommune.example/skranke"
        }
    }
}
