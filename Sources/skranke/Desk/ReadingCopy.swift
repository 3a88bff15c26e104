import Foundation
import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeSQLite
import Synchronization

/// A store that cannot be written (a full disk, a medium that is read-only) is read from a copy in memory:
/// SQLite needs a file beside a store with a log, even to read. Gone when the command ends.
enum ReadingCopy {
    private static let folder = Mutex<String?>(nil)

    /// The copy's path; nil where the store is at fault, not its place, where somebody works on it, or where
    /// there is no room in memory either.
    static func make(of path: String, because fault: StoreFault) -> String? {
        guard isOfPlace(fault, path), isUnused(path), access(path, R_OK) == 0 else {
            return nil
        }
        var template = Array("/dev/shm/skranke-read-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        let place = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        folder.withLock { $0 = place }
        do {
            for ending in ["", "-wal"] where access(path + ending, R_OK) == 0 {
                try FileManager.default.copyItem(atPath: path + ending, toPath: place + "/desk.db" + ending)
            }
        } catch {
            remove()
            return nil
        }
        return place + "/desk.db"
    }

    static func remove() {
        guard let place = folder.withLock({ $0.take() }) else { return }
        try? FileManager.default.removeItem(atPath: place)
    }

    static func sentence(_ path: String, _ language: Language) -> String {
        language.choose(
            nb:
                "Lageret \(path) kan ikke skrives: disken er full eller skrivebeskyttet. Det leses fra en kopi.",
            nn:
                "Lageret \(path) kan ikkje skrivast: disken er full eller skriveverna. Det blir lese frå ein kopi.",
            en: "The store \(path) cannot be written: its disk is full or read-only. It is read from a copy.")
    }

    /// Nobody has it open: two files are only one store while nothing moves between them.
    private static func isUnused(_ path: String) -> Bool {
        let file = open(StorePaths(path).presence, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return errno == ENOENT }
        defer { close(file) }
        return flock(file, LOCK_EX | LOCK_NB) == 0
    }

    private static func isOfPlace(_ fault: StoreFault, _ path: String) -> Bool {
        if fault == .full { return true }
        var info = statvfs()
        return statvfs(path, &info) == 0 && info.f_flag & UInt(ST_RDONLY) != 0
    }
}
