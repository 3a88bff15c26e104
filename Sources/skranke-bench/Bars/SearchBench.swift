import SkrankeJournal
import SkrankeSQLite

/// Full-text search, newest first, a page of fifty.
struct SearchBench {
    let setting: Setting
    private static let searches = 300

    func run() async throws {
        let path = try await setting.stores.kept(closed: setting.closed, open: setting.open)
        let store = try SQLiteStore(path: path)
        let bare = try BareSQLite(path)
        var ours = Sample()
        var theirs = Sample()
        var names = Sample()
        var hits = 0
        for number in 0..<SearchBench.searches {
            let word = Wording.sought(number)
            let start = nanoseconds()
            hits += try await store.search(SearchQuery(text: word, limit: 50)).count
            ours.add(from: start, to: nanoseconds())
            theirs.add(try time(bare, "rowid, snippet(search, 0, '', '', '…', 12)", word))
            names.add(try time(bare, "rowid", word))
        }
        await store.close()
        Report.show(
            "search: \(setting.closed + setting.open) messages, a page of 50, newest first",
            [
                Figure(
                    what: "search p50", unit: "ms", ours: ours.median, companion: "bare FTS5, same words",
                    theirs: theirs.median, bar: .times(2)),
                Figure(
                    what: "search p99", unit: "ms", ours: ours.p99, companion: "bare FTS5, same words",
                    theirs: theirs.p99, bar: .atMost(10)),
                Figure(
                    what: "search p50", unit: "ms", ours: ours.median, companion: "bare FTS5, row numbers only",
                    theirs: names.median),
            ],
            ["\(SearchBench.searches) searches, \(hits / SearchBench.searches) hits each on average"])
    }

    private func time(_ bare: BareSQLite, _ columns: String, _ word: String) throws -> Double {
        let start = nanoseconds()
        _ = try bare.rows(
            "SELECT \(columns) FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 50", [.text("\"\(word)\"*")])
        return Double(nanoseconds() - start) / 1e6
    }
}
