extension DataExpectation {
    /// What was expected, in English: the end of a sentence, without the full stop.
    var english: String {
        switch self {
        case .readableFile: "the file is missing or can't be read"
        case .fileSize(let max): "the file is too large, at most \(max) bytes are allowed"
        case .utf8: "the text is not UTF-8; save the file as UTF-8"
        case .syntax(let reason):
            "the line is not valid TOML; is a quotation mark or bracket missing? (\(reason))"
        case .knownKey(let nearest): "unknown key\(Wording.hint(nearest, "did you mean", ("“", "”")))"
        case .presence: "the key is missing"
        case .exactlyOne(let keys): "expected exactly one of \(Wording.list(keys, or: "or"))"
        case .kind(let kind): "expected \(kind.english)"
        case .integer(let range): "expected a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .oneOf(let words): "expected \(Wording.list(words, or: "or"))"
        case .line(let max): "expected text on one line, at most \(max) characters"
        case .paragraphs(let max): "expected text, at most \(max) characters"
        case .plainCharacters: "control characters are not allowed in the text"
        case .entries(let range): "expected \(range.lowerBound) to \(range.upperBound) entries"
        case .format(let format): "expected \(format.english), for example \(format.example)"
        case .openDay: "expected opening hours on one day of the week at least"
        case .greaterThan(let key): "expected more than \(key)"
        case .atLeast(let key): "expected at least as much as \(key)"
        case .places(let places):
            "only \(Wording.list(Wording.braces(places), or: "and")) can be filled in here"
        case .requiredPlace(let place): "the text must contain {\(place)}"
        case .reference(let kind, let nearest):
            "there is no such \(kind.english)\(Wording.hint(nearest, "did you mean", ("“", "”")))"
        case .unique(let kind): "this \(kind.english) stands here for the second time"
        case .another(let kind): "a \(kind.english) can't refer to itself"
        case .attributes(let words): "expected \(Wording.list(words, or: "and")), separated by spaces"
        case .parentTheme: "the theme to inherit from is missing or inherits from this one"
        }
    }
}

extension DataExpectation.Kind {
    var english: String {
        switch self {
        case .text: "text in quotation marks"
        case .integer: "a whole number without quotation marks"
        case .flag: "true or false"
        case .list: "a list in square brackets [ ]"
        case .table: "a table"
        case .date: "a date"
        }
    }
}

extension DataExpectation.Referent {
    var english: String {
        switch self {
        case .unit: "unit"
        case .service: "service"
        case .topic: "topic"
        case .theme: "main theme"
        case .person: "person"
        case .absenceCode: "absence code"
        case .account: "account"
        case .date: "date"
        case .host: "the host"
        }
    }
}

extension DataExpectation.Format {
    var english: String {
        switch self {
        case .openingHours: "opening hours as HH:MM-HH:MM, closing after opening"
        case .hoursApart: "opening hours in order, without overlap"
        case .date: "a date that exists, written YYYY-MM-DD"
        case .timeZone: "a time zone that the system knows"
        case .code: "a code of small letters a-z, digits and hyphens"
        case .absenceCode: "a code of three capital letters"
        case .accountName: "the name of a user account"
        case .phone: "a telephone number"
        case .email: "an e-mail address"
        case .webAddress: "a web address that begins with https://"
        case .origin: "a site's origin: https:// and host, without a path"
        case .listenAddress: "host and port"
        case .headerName: "the name of an HTTP header"
        case .storeLocation: "a path or address without a password"
        }
    }
}
