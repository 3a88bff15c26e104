import Foundation
import SkrankeDesk
import Testing

@Suite struct StoreWatchTests {
    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test func aStoreThatIsThereIsNotGone() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = folder.appendingPathComponent("skranke.db")
        try Data().write(to: store)
        var watch = StoreWatch(path: store.path, most: 2)
        for _ in 0..<5 { #expect(!watch.isGone()) }
        // Put in place anew, as a backup is.
        try FileManager.default.removeItem(at: store)
        #expect(!watch.isGone(), "one look is no proof")
        try Data().write(to: store)
        for _ in 0..<5 { #expect(!watch.isGone()) }
    }

    @Test func aStoreWhoseFolderWentIsGone() throws {
        let folder = try folder()
        let store = folder.appendingPathComponent("skranke.db")
        try Data().write(to: store)
        var watch = StoreWatch(path: store.path, most: 2)
        #expect(!watch.isGone())
        try FileManager.default.removeItem(at: folder)
        #expect(!watch.isGone())
        #expect(watch.isGone())
    }
}
