import SkrankeDomain
import SkrankeJournal
import SkrankeTestKit
import Testing

@testable import SkrankeSQLite

/// Law 10, to the byte: no file of the store holds a word that was erased.
@Suite struct ErasureTests {
    private static let words = [
        "Hemmelighetskremmer", "Kladdefantasi", "Notatgransking", "Navnlausen", "holdttekstord",
        "grunnlagsord", "Svarnotatord", "Klareringsgrunn",
    ]

    /// An inquiry with each of the words in another kind of row.
    private func fill(_ desk: TestDesk) async throws -> InquiryID {
        let who = ContactDetails(name: "Ola Navnlausen", email: "ola@navnlausen.example", phone: "99887766")
        let id = try await desk.register(.email, "Om Hemmelighetskremmer i dag", contact: who, claim: true)
        try await desk.do(.addNote(id, text: "Notatgransking pågår"), by: TestPolicy.kari)
        try await desk.do(.release(id, reason: "Etter grunnlagsord"), by: TestPolicy.kari)
        try await desk.do(.claim(id), by: TestPolicy.kari)
        try await desk.do(.noteReply(id, text: "Svarnotatord"), by: TestPolicy.kari)
        try await desk.do(.requestClearance(id, reason: "Klareringsgrunn"), by: TestPolicy.kari)
        try await desk.do(.clearMessage(id), by: TestPolicy.ingrid)
        let seen = try await desk.head(id).visibleVersion
        let send = Intent.sendMessage(
            id, text: "Hei, holdttekstord", seen: seen, final: true, immediately: false)
        try await desk.do(send, by: TestPolicy.kari)
        try await desk.store.saveDraft(
            Draft(agent: TestPolicy.kari, inquiry: id, kind: .reply, text: "Kladdefantasi", savedAt: desk.now)
        )
        return id
    }

    @Test func noFileHoldsAnErasedWord() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let desk = TestDesk(store)
        for index in 0..<40 {
            _ = try await desk.register(.email, "Vanlig sak nummer \(index) om vann og avløp")
        }
        let id = try await fill(desk)
        for index in 0..<40 {
            _ = try await desk.register(.email, "Senere sak nummer \(index) om vann og avløp")
        }
        for word in ErasureTests.words {
            #expect(!folder.files(containing: word).isEmpty, "\(word) was there")
        }
        // FTS5 keeps words folded and without their common beginnings: the ends are looked for as well.
        try await desk.do(.eraseContent(id), by: TestPolicy.ingrid)
        for word in ErasureTests.words + ErasureTests.words.map({ String($0.lowercased().dropFirst(3)) }) {
            #expect(folder.files(containing: word) == [], "\(word)")
        }
        #expect(!folder.bytes("desk.db.erased").isEmpty)
        #expect(
            try await store.search(SearchQuery(text: "avløp", limit: 200)).count == 80, "the others are found"
        )
        #expect(try await store.verify().problems == [])
        await store.close()
        for word in ErasureTests.words {
            #expect(folder.files(containing: word) == [], "\(word) after closing")
        }
    }

    @Test func aRestoredBackupForgetsAgain() async throws {
        let folder = try Folder()
        let backup = folder.path + "/copy.db"
        let store = try SQLiteStore(path: folder.store)
        let desk = TestDesk(store)
        let other = try await desk.register(.email, "Blir stående")
        let id = try await fill(desk)
        try await store.backup(to: backup)
        try await desk.do(.eraseContent(id), by: TestPolicy.ingrid)
        #expect(throws: StoreFault.self, "somebody uses it") {
            try SQLiteStore.restore(backup, to: folder.store)
        }
        await store.close()
        try SQLiteStore.restore(backup, to: folder.store)
        for word in ErasureTests.words { #expect(folder.files(containing: word) == ["copy.db"], "\(word)") }
        let again = try SQLiteStore(path: folder.store)
        let file = try #require(try await again.file(id))
        #expect(file.texts == [:] && file.head.name == nil && file.head.subject == nil)
        #expect(try await again.drafts(of: TestPolicy.kari) == [])
        #expect(try await again.file(other)?.head.subject == "Blir stående")
        #expect(try await again.verify().problems == [])
        _ = try await TestDesk(again, seed: 9).register()
        await again.close()
    }

    @Test func aKilledErasureIsFinishedAtTheNextStart() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let desk = TestDesk(store)
        let id = try await fill(desk)
        // The rows are gone, the process dies before the steps that follow.
        try await store.write { (writer: Writer) throws(StoreFault) in
            let contents = try EventRows.ofStream(writer.sql, .inquiry(id), after: 0, writer.codec)
            try writer.erase(ids: NamedRows(contents).contents.map(\.value))
            try writer.sql.run("UPDATE inquiry SET subject = NULL, name = NULL WHERE id = ?", [SQLValue(id)])
            try writer.sql.run("INSERT OR REPLACE INTO meta(key, value) VALUES('owes-erasure', '1')")
            return Written((), .quiet)
        }
        await store.close()
        #expect(!folder.files(containing: "melighetskremmer").isEmpty, "still in the index")
        let again = try SQLiteStore(path: folder.store)
        // The steps run when the writer is idle; an erasure waits for them.
        let other = try await TestDesk(again, seed: 2).register()
        try await TestDesk(again, seed: 3).do(.eraseContent(other), by: TestPolicy.ingrid)
        #expect(folder.files(containing: "melighetskremmer") == [])
        await again.close()
    }
}
