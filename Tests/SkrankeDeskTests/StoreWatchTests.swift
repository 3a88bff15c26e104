import Foundation
import SkrankeDesk
import Testing

@Suite struct StoreWatchTests {
    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// What so many looks say.
    private func looks(_ watch: inout StoreWatch, _ count: Int) -> [Bool] {
        (0..<count).map { _ in watch.isGone() }
    }

    @Test func aStoreThatIsThereIsNotGone() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = folder.appendingPathComponent("skranke.db")
        try Data().write(to: store)
        var watch = StoreWatch(path: store.path, most: 2)
        #expect(looks(&watch, 3) == [false, false, false])
        // Put in its place anew, as a backup is: one look is no proof.
        try FileManager.default.removeItem(at: store)
        #expect(looks(&watch, 1) == [false])
        try Data().write(to: store)
        #expect(looks(&watch, 3) == [false, false, false])
    }

    @Test func aStoreWhoseFolderWentIsGone() throws {
        let folder = try folder()
        let store = folder.appendingPathComponent("skranke.db")
        try Data().write(to: store)
        var watch = StoreWatch(path: store.path, most: 2)
        #expect(looks(&watch, 1) == [false])
        try FileManager.default.removeItem(at: folder)
        #expect(looks(&watch, 3) == [false, true, true])
    }
}
