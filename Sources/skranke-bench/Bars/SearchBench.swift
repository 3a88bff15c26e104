import SkrankeJournal
import SkrankeSQLite

/// Full-text search, newest first, a page of fifty.
struct SearchBench {
    let setting: Setting
    private static let searches = 300
    private static let pages = 60

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
        let (page, empty) = try onScreen(path)
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
                    what: "search p50", unit: "ms", ours: ours.median,
                    companion: "bare FTS5, row numbers only",
                    theirs: names.median),
                Figure(what: "page of hits on the screen p50", unit: "ms", ours: page.median),
                Figure(what: "page of hits on the screen p99", unit: "ms", ours: page.p99, bar: .atMost(20)),
            ],
            [
                "\(page.count) pages from a word's last letter to the frame with its hits, \(empty) without any",
                "\(SearchBench.searches) searches, \(hits / SearchBench.searches) hits each on average",
            ])
    }

    /// From the last letter of a word to the end of the frame that shows what was found.
    private func onScreen(_ path: String) throws -> (Sample, empty: Int) {
        let screen = try Screen(setting.console(path))
        _ = screen.listen(quiet: 400, limit: 5_000)
        screen.type("f")
        _ = screen.listen(quiet: 100, limit: 1_000)
        var sample = Sample()
        var empty = 0
        for number in 0..<SearchBench.pages {
            let word = Array(Wording.sought(number))
            for letter in word.dropLast() {
                screen.type(String(letter))
                _ = screen.listen(quiet: 30, limit: 60)
            }
            // The frame that only shows the letter is small; the hits fill several rows.
            let pressed = screen.type(String(word.suffix(1)))
            let answer = screen.listen(quiet: 40, limit: 500)
            if let last = answer.last, answer.frames > 1 || answer.bytes.count > 400 {
                sample.add(from: pressed, to: last)
            } else {
                empty += 1
            }
            // The field is emptied by its own key.
            screen.type("\u{15}")
            _ = screen.listen(quiet: 40, limit: 300)
        }
        screen.end("\u{1B}\u{11}")
        return (sample, empty)
    }

    private func time(_ bare: BareSQLite, _ columns: String, _ word: String) throws -> Double {
        let start = nanoseconds()
        _ = try bare.rows(
            "SELECT \(columns) FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 50",
            [.text("\"\(word)\"*")])
        return Double(nanoseconds() - start) / 1e6
    }
}
