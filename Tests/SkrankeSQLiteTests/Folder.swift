import Glibc
import SkrankeJournal
import SkrankeSQLite
import SkrankeTestKit

/// A folder of its own for one store, removed when it is let go.
final class Folder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/skranke-store-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw ConformanceFailure("no folder") }
        path = String(cString: made)
    }

    deinit {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }

    var store: String { path + "/desk.db" }

    var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    func bytes(_ name: String) -> [UInt8] {
        guard let file = fopen(path + "/" + name, "r") else { return [] }
        defer { fclose(file) }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { result += buffer.prefix(count) }
        return result
    }

    /// Files in which the word stands.
    func files(containing word: String) -> [String] {
        let needle = Array(word.utf8)
        return names.filter { name in
            let bytes = bytes(name)
            guard bytes.count >= needle.count else { return false }
            return (0...(bytes.count - needle.count)).contains { start in
                bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle)
            }
        }
    }

    func rig() -> StoreRig {
        StoreRig { [self] in try SQLiteStore(path: store) }
    }
}
