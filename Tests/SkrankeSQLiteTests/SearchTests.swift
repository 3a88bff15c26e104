import SkrankeDomain
import SkrankeJournal
import SkrankeTestKit
import Testing

@testable import SkrankeSQLite

/// The index and the query take words apart in the same way, or a query would be none.
@Suite struct SearchTests {
    /// Every scalar that a query keeps within a word is part of one for FTS5 as well: two words in one pair of
    /// quotes would be a phrase, which an index without places refuses.
    @Test func everyLetterIsOneToTheIndex() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let letters = (UInt32(0x80)...0x1_FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            SearchWords("a\(scalar)b").words.map(\.text) == ["a\(scalar)b"]
        }
        #expect(letters.count > 50_000)
        let refused = try await store.read { (sql: SQL) throws(StoreFault) in
            var refused: [String] = []
            for scalar in letters {
                let match = Queries.match(SearchWords("a\(scalar)b"))
                do throws(StoreFault) {
                    _ = try sql.integer("SELECT count(*) FROM search WHERE search MATCH ?", [.text(match)])
                } catch {
                    refused.append("U+\(String(scalar.value, radix: 16)) \(error)")
                }
            }
            return refused
        }
        #expect(refused == [])
        await store.close()
    }

    /// Every typed length of a long word finds it, and finds nothing else.
    @Test(arguments: 2...24)
    func everyTypedLengthFinds(_ length: Int) async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let desk = TestDesk(store)
        let word = "Eiendomsskattekontoret"
        let id = try await desk.register(.email, "Spørsmål til \(word) om gebyr")
        _ = try await desk.register(.email, "Eiendomsmegler eller kontoret")
        let typed = String(word.prefix(length)).uppercased()
        let hits = try await store.search(SearchQuery(text: typed))
        #expect(hits.contains { $0.head.id == id })
        #expect(hits.count == (length <= 8 ? 2 : 1))
        #expect(hits.first { $0.head.id == id }?.snippet.contains(word) == true)
        await store.close()
    }
}
