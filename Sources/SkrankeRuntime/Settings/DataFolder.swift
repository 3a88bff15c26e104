/// A folder in which data files or themes may lie, and who named it.
public struct DataFolder: Hashable, Sendable {
    /// Where it comes from, in the order in which folders are looked through (DESIGN §3).
    public enum Origin: Int, CaseIterable, Sendable {
        /// `--data`.
        case flag
        /// `SKRANKE_DATA`.
        case environment
        /// `$XDG_CONFIG_HOME/skranke`.
        case user
        /// `<prefix>/share/skranke`.
        case installed
        /// The folder of the executable.
        case besideProgram
        /// The repository in which the executable was built.
        case repository
        /// Compiled in.
        case embedded

        /// Named by the one who started the program: nothing else will do, not even when it is wrong.
        public var isExplicit: Bool { self == .flag || self == .environment }
    }
    public var origin: Origin
    /// Empty for what is compiled in.
    public var path: String

    public init(_ origin: Origin, _ path: String) {
        self.origin = origin
        self.path = path
    }
}
