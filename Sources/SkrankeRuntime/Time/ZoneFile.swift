import Glibc
import SkrankeDomain

/// The system's tz database: `Europe/Oslo` to its rules, expanded up to the year 2100.
///
/// Files are read anew on each call; a program asks once, at start. Safe from any thread.
public enum ZoneFile {
    /// Where the database lies: `$TZDIR`, else `/usr/share/zoneinfo`.
    public static var directory: String {
        guard let folder = getenv("TZDIR") else { return "/usr/share/zoneinfo" }
        let text = String(cString: folder)
        return text.isEmpty ? "/usr/share/zoneinfo" : text
    }

    /// The largest file that is read; the database's own are below 4 KB.
    static let largest = 1 << 20

    /// The rules of the zone called `name`.
    public static func rules(
        _ name: String, directory: String = directory
    ) throws(ZoneFault) -> TimeZoneRules {
        guard isName(name) else { throw .badName(name) }
        let bytes = try read("\(directory)/\(name)")
        return try TZif(bytes).rules(name: name)
    }

    /// Whether a name can be one of the database: no path may lead out of its folder.
    static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"): true
            default: false
            }
        }
        return isPlain && name.utf8.count <= 255 && parts.allSatisfy { !$0.isEmpty }
    }

    private static func read(_ path: String) throws(ZoneFault) -> [UInt8] {
        // Not blocking, so that a pipe in the folder cannot hang us; what it is, is asked of the open file.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard file >= 0 else { throw .unreadable(path: path, code: errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .unreadable(path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= largest else {
            throw .notAZoneFile(path: path)
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= largest {
            let got = Glibc.read(file, &chunk, chunk.count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .unreadable(path: path, code: errno) }
            if got == 0 { return bytes }
            bytes += chunk[..<got]
        }
        throw .notAZoneFile(path: path)
    }
}
