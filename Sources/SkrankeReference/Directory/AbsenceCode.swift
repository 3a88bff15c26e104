import SkrankeDomain

/// Why a person is away, as the calendar's subject begins (`MØT:` = telephone closed, `UTE;` = open;
/// facts §3.11).
public struct AbsenceCode: Sendable, Equatable {
    /// Three capital letters, e.g. `MØT`.
    public var code: String
    /// For colleagues.
    public var name: [Language: String]
    /// What a citizen is told: an illness is nobody's business.
    public var told: [Language: String]
    /// Whether calls are put through unless the entry says otherwise.
    public var phoneOpen: Bool

    public init(code: String, name: [Language: String], told: [Language: String], phoneOpen: Bool) {
        self.code = code
        self.name = name
        self.told = told
        self.phoneOpen = phoneOpen
    }
}

/// What `absence.toml` says.
enum AbsenceFile {
    static func read(_ log: FileLog) -> [AbsenceCode] {
        TableReader.read(log) { root in
            root.sections("absence", count: 1...50) { table in
                AbsenceCode(
                    code: table.define(.absenceCode, "code", .absenceCode), name: table.names("name"),
                    told: table.names("told"), phoneOpen: table.value("phone_open", .flag))
            }
        }
    }
}

extension Rule where Value == String {
    /// Three capital letters of the Norwegian alphabet.
    static let absenceCode = text(.format(.absenceCode), placeholder: "") { text in
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
        return text.count == 3 && text.allSatisfy(letters.contains) ? text : nil
    }
}
