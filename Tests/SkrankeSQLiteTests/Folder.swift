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
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            result += buffer.prefix(count)
        }
        return result
    }

    /// Files in which the word stands.
    func files(containing word: String) -> [String] {
        let needle = Array(word.utf8)
        return names.filter { name in
            let bytes = bytes(name)
            return bytes.withUnsafeBytes { Folder.holds($0, needle) }
        }
    }

    private static func holds(_ bytes: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
        guard var place = bytes.baseAddress, let first = needle.first else { return false }
        let end = place + bytes.count
        while end - place >= needle.count, let hit = memchr(place, Int32(first), end - place) {
            let hit = UnsafeRawPointer(hit)
            if end - hit >= needle.count, memcmp(hit, needle, needle.count) == 0 { return true }
            place = hit + 1
        }
        return false
    }

    func rig() -> StoreRig {
        StoreRig { [self] in try SQLiteStore(path: store) }
    }
}
