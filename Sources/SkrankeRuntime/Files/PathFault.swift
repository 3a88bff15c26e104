/// Why a file or folder of ours cannot be used.
public enum PathFault: Error, Equatable, Sendable {
    /// The home folder is unknown, and nothing else says where the store lies.
    case noHome
    /// A kind of store that this program does not know (yet), by its scheme.
    case unsupportedStore(scheme: String)
    /// Not a path, or a URL that says no path.
    case invalidPath(String)
    case notAFolder(String)
    /// Belongs to another account.
    case notOwned(String)
    /// Others may write there, so what lies there proves nothing.
    case openToOthers(String)
    /// The system refused: what was tried on which path, and its error number.
    case failed(String, path: String, errno: Int32)
}
