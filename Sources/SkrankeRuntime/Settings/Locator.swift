import Glibc
import SkrankeReference

/// Finds data files and themes (DESIGN §3). Pure but for `current` and the question whether a file exists.
///
/// A municipality's data are one folder, the first that has a `desk.toml`: files of two folders are never
/// mixed. A theme is one file, the first of its name.
public struct Locator: Sendable {
    /// In the order in which they are looked through; what is compiled in comes last and is not listed.
    public let folders: [DataFolder]

    /// - Parameters:
    ///   - flag: `--data`, nil when it is not given.
    ///   - environment: The process's environment.
    ///   - home: The user's home folder, nil when he has none.
    ///   - executable: The absolute path of the running program, links resolved.
    public init(flag: String?, environment: [String: String], home: String?, executable: String) {
        var folders: [DataFolder] = []
        func add(_ origin: DataFolder.Origin, _ path: String?) {
            if let path, !path.isEmpty { folders.append(DataFolder(origin, Path.trimmed(path))) }
        }
        add(.flag, flag)
        if flag == nil { add(.environment, environment["SKRANKE_DATA"]) }
        let config = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        add(.user, (config ?? home.map { "\($0)/.config" }).map { "\($0)/skranke" })
        let folder = Path.parent(executable)
        if let prefix = folder.flatMap(Path.parent) {
            add(.installed, prefix == "/" ? "/share/skranke" : "\(prefix)/share/skranke")
        }
        add(.besideProgram, folder)
        if let folder { Locator.repository(above: folder).forEach { add(.repository, $0) } }
        self.folders = folders
    }

    /// The folders above a build, `.build/<triple>/<configuration>/skranke`: only where the path says that
    /// it is one, so that nobody's folder above an installed program is looked into.
    private static func repository(above folder: String) -> [String] {
        var path = folder
        while let parent = Path.parent(path) {
            if Path.last(path).hasPrefix(".build") { return [parent] }
            path = parent
        }
        return []
    }

    /// The locator of the running process.
    public static func current(flag: String? = nil) -> Locator {
        var environment: [String: String] = [:]
        for name in ["SKRANKE_DATA", "XDG_CONFIG_HOME"] {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        let home = getenv("HOME").map { String(cString: $0) }
        return Locator(flag: flag, environment: environment, home: home, executable: executable() ?? "")
    }

    private static func executable() -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The folder of the data files: an explicit one whatever it holds, else the first with a `desk.toml`;
    /// nil = take what is compiled in.
    public func dataFolder(exists: (String) -> Bool = FileSystem.exists) -> DataFolder? {
        for folder in folders {
            for path in [folder.path, "\(folder.path)/Data"] where exists("\(path)/\(DataFile.desk.fileName)")
            {
                return DataFolder(folder.origin, path)
            }
            if folder.origin.isExplicit { return folder }
        }
        return nil
    }

    /// Files in which the theme `name` may stand, best first.
    public func themeFiles(_ name: String) -> [String] {
        folders.flatMap { folder in folder.themeFolders.map { "\($0)/\(name).toml" } }
    }
}

extension DataFolder {
    /// An explicit folder may be the `Data` folder itself, with `Themes` beside it.
    fileprivate var themeFolders: [String] {
        let inside = "\(path)/Themes"
        guard origin.isExplicit, Path.last(path) == "Data", let parent = Path.parent(path) else {
            return [inside]
        }
        return [inside, "\(parent)/Themes"]
    }
}

/// Paths as text.
enum Path {
    static func trimmed(_ path: String) -> String {
        var path = Substring(path)
        while path.count > 1, path.last == "/" { path.removeLast() }
        return String(path)
    }

    /// The folder around `path`; nil for `/` and for a name alone.
    static func parent(_ path: String) -> String? {
        guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func last(_ path: String) -> Substring {
        path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }
}
