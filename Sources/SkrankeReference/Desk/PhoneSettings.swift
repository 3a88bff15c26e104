import SkrankeDomain

/// Which telephone system posts to `/cti/<token>` (channels §1.4).
public enum PhoneSystem: String, CaseIterable, Sendable {
    /// Zammad's generic CTI push, which Asterisk, FreeSWITCH and Kamailio can be told to speak.
    case generic
    /// sipgate.io: the answer to a new call asks for the events after it.
    case sipgate
    /// Placetel: other names, and a signature.
    case placetel
}

/// What `[phone]` of `desk.toml` says. A file from before it has no such section, and means what it says here.
struct PhoneFile {
    var system = PhoneSystem.generic
    var policy = PhonePolicy()

    static func read(_ table: TableReader) -> PhoneFile {
        var file = PhoneFile()
        file.system = table.optional("system", .word(PhoneSystem.generic)) ?? file.system
        let spacing = table.optional("callback_spacing_minutes", .integer(1...1_440))
        file.policy.callbackSpacingMinutes = spacing.map(Int64.init) ?? file.policy.callbackSpacingMinutes
        return file
    }
}
