import Foundation
import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeReference
import SkrankeRuntime
import SkrankeSQLite

/// Stores to measure with.
struct Stores: Sendable {
    let policy: DeskPolicy
    /// This run's own folder; gone afterwards.
    let folder: String
    private let cache: String

    init() throws {
        policy = try Stores.policyAlone()
        let home = getenv("HOME").map { String(cString: $0) } ?? "/tmp"
        let base = getenv("XDG_CACHE_HOME").map { String(cString: $0) } ?? home + "/.cache"
        cache = base + "/skranke/bench"
        let name = "/skranke-bench-\(getpid())"
        folder = (getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + name
        for path in [cache, folder] { try Stores.make(path) }
    }

    static func policyAlone() throws -> DeskPolicy {
        do {
            return try DataLoader(Locator.current()).load().data.policy
        } catch { throw BenchFault("data files: \(error.sentences(.en).joined(separator: "; "))") }
    }

    static func make(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw BenchFault("\(path): \(error)") }
    }

    func discard() { try? FileManager.default.removeItem(atPath: folder) }

    /// A new store in this run's folder with `open` inquiries that wait since just now.
    func fresh(_ name: String, open: Int) async throws -> String {
        let path = folder + "/\(name)/skranke.db"
        try Stores.make(folder + "/" + name)
        try await fill(path, closed: 0, open: open)
        return path
    }

    /// The store with `closed` in its history and `open` that wait: kept from run to run, made anew when the
    /// tables change, proven by `verify` when it is made.
    func kept(closed: Int, open: Int) async throws -> String {
        let place = cache + "/\(SQLiteStore.schemaHash)-\(closed)-\(open)"
        let path = place + "/skranke.db"
        let mark = place + "/complete"
        if access(mark, F_OK) == 0 { return path }
        try? FileManager.default.removeItem(atPath: place)
        try Stores.make(place)
        say("filling: \(closed) closed and \(open) open inquiries by bulk append, kept in \(place)")
        let start = nanoseconds()
        try await fill(path, closed: closed, open: open)
        let filled = nanoseconds()
        say("filled in \((Double(filled - start) / 1e9).short) s; verifying")
        let store = try SQLiteStore(path: path)
        let report = try await store.verify()
        await store.close()
        guard report.problems.isEmpty else {
            throw BenchFault("the filled store is not clean: \(report.problems.prefix(3))")
        }
        say("verified clean in \((Double(nanoseconds() - filled) / 1e9).short) s")
        guard FileManager.default.createFile(atPath: mark, contents: nil) else { throw BenchFault(mark) }
        return path
    }

    /// Rules on one core, rows on the other.
    private func fill(_ path: String, closed: Int, open: Int) async throws {
        let store = try SQLiteStore(path: path)
        let now = SystemClock().now
        var filler = try Filler(policy: policy)
        var pending: Task<Void, any Error>?
        func write(_ batch: [BulkDecision]) async throws {
            try await pending?.value
            pending = Task { try await store.bulkAppend(batch) }
        }
        var batch: [BulkDecision] = []
        // Five years of history, so that no year runs out of references.
        let past: Int64 = 5 * 365 * 86_400_000
        for number in 0..<closed {
            let back = past - past * Int64(number) / Int64(max(1, closed))
            batch.append(try filler.closed(number, at: Moment(milliseconds: now.milliseconds - back - 1_000)))
            if batch.count == 4_000 {
                try await write(batch)
                batch = []
            }
        }
        for number in 0..<open { batch.append(try filler.open(number, at: now)) }
        try await write(batch)
        try await pending?.value
        await store.close()
    }
}
