import Glibc

/// Where the store lies and what stands beside it: lock, gateway's note, pokes (DESIGN §5).
public struct StoreLocation: Equatable, Sendable {
    /// The store's file, absolute.
    public let path: String
    /// Where its companions stand: the store's folder, or `<store>.d` where that folder is open to all
    /// (/tmp).
    public let folder: String

    /// The name of the store in its folder, where only a folder is named.
    public static let fileName = "skranke.db"

    public var gatewayFile: String { folder + "/gateway.json" }
    /// The address that the gateway chose by itself, for as long as the store lives: citizens' open pages
    /// and links in receipts lead there.
    public var gatewayAddress: String { folder + "/gateway.address" }
    /// The secret of the telephone system's address, where no setting names one.
    public var phoneToken: String { folder + "/cti.token" }
    /// Held by the gateway that works.
    public var gatewayLock: String { folder + "/gateway.lock" }
    /// Held by a gateway that runs as a service: one started by a console yields to it.
    public var serviceLock: String { folder + "/gateway.service" }
    public var pokes: String { folder + "/pokes" }

    public init(path: String, folder: String) {
        self.path = path
        self.folder = folder
    }

    /// Reads `--store`, else `SKRANKE_STORE`, else the user's state folder. Touches nothing.
    ///
    /// - Parameter argument: a file's path, a folder's path, or a URL (`sqlite:`, `file:`).
    public static func resolve(
        _ argument: String?, environment: [String: String], directory: String
    ) throws(PathFault) -> StoreLocation {
        let named = argument ?? environment["SKRANKE_STORE"].flatMap { $0.isEmpty ? nil : $0 }
        guard let named else {
            let state = try StatePaths(environment: environment).folder
            return StoreLocation(path: state + "/" + fileName, folder: state)
        }
        var path = try plainPath(named)
        if path.hasPrefix("~/"), let home = environment["HOME"] { path = home + path.dropFirst(1) }
        if !path.hasPrefix("/") { path = directory + "/" + path }
        let isFolder = path.hasSuffix("/") || PrivateFolder.isFolder(path)
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        if isFolder { path += "/" + fileName }
        guard !path.utf8.contains(0), path.utf8.count < Int(PATH_MAX) - 64 else { throw .invalidPath(named) }
        return StoreLocation(path: path, folder: companions(path))
    }

    /// Makes the folders where they are missing, and refuses those that are not ours alone.
    ///
    /// A folder that everybody may write to, but where nobody may touch another's files, is taken: only
    /// the companions need one of their own there.
    public func prepare() throws(PathFault) {
        let parent = Self.parent(path)
        try PrivateFolder.make(parent)
        switch try PrivateFolder.kind(of: parent) {
        case .own, .sticky: break
        case .foreign: if parent == folder { throw .notOwned(parent) }
        case .shared: throw .openToOthers(parent)
        }
        try PrivateFolder.prepare(folder)
    }

    private static func companions(_ path: String) -> String {
        let parent = parent(path)
        guard let kind = try? PrivateFolder.kind(of: parent), case .sticky = kind else { return parent }
        return path + ".d"
    }

    private static func parent(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    /// The path in `sqlite:///x`, `file:///x`, `sqlite:x`; a path is itself.
    private static func plainPath(_ text: String) throws(PathFault) -> String {
        guard !text.isEmpty else { throw .invalidPath(text) }
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex,
            text[..<colon].utf8.allSatisfy({ (97...122).contains($0) || (65...90).contains($0) })
        else { return text }
        let scheme = text[..<colon].lowercased()
        var rest = text[text.index(after: colon)...]
        guard scheme == "sqlite" || scheme == "file" else { throw .unsupportedStore(scheme: scheme) }
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            if rest.hasPrefix("localhost/") { rest = rest.dropFirst(9) }
            guard rest.hasPrefix("/") else { throw .invalidPath(text) }
        }
        guard !rest.isEmpty else { throw .invalidPath(text) }
        return String(rest)
    }
}
