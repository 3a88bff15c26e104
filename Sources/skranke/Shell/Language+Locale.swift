import SkrankeDomain

extension Language {
    /// From the flag, else from the locale's language, else nil: then the municipality's own is meant.
    static func chosen(_ flag: String?, _ environment: [String: String]) throws -> Language? {
        if let flag {
            guard let language = Language(rawValue: flag) else {
                throw Failure("--language: nb, nn, en", code: 64)
            }
            return language
        }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment[name], !value.isEmpty else { continue }
            return fromLocale(value)
        }
        return nil
    }

    /// `nb_NO.UTF-8` -> nb; a locale that says nothing (C, POSIX) gives nil.
    static func fromLocale(_ name: String) -> Language? {
        switch name.prefix(2).lowercased() {
        case "nb", "no": .nb
        case "nn": .nn
        case "en": .en
        default: nil
        }
    }
}
