/// Why a time zone could not be read. `skranke doctor` says it in words.
public enum ZoneFault: Error, Hashable, Sendable {
    /// The name is none of the tz database (empty, absolute, with `..`, or with foreign characters).
    case badName(String)
    /// No such file, or not readable; `code` is the system's errno.
    case unreadable(path: String, code: Int32)
    /// A directory, a device, or larger than any zone file.
    case notAZoneFile(path: String)
    /// The file does not begin as TZif does.
    case notTZif
    /// It ends before its own counts say.
    case truncated
    /// Its numbers contradict one another; `what` names the field.
    case inconsistent(what: String)
    /// The file counts leap seconds (`right/`), which `Moment` does not.
    case leapSeconds
    /// The rule at its end is not POSIX TZ.
    case badFooter(String)
}
