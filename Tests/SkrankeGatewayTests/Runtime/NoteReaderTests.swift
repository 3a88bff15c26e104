import Foundation
import SkrankeDomain
import Testing

@testable import SkrankeRuntime

/// A note that is another is seen at once, however alike it looks from outside.
struct NoteReaderTests {
    private func note(_ pid: Int32, _ address: String?) -> GatewayNote {
        GatewayNote(
            pid: pid, address: address, since: "2026-03-02T08:00:00+01:00", mode: "service",
            store: "/s/skranke.db")
    }

    @Test func tellsWhatTheFileHoldsNow() throws {
        let folder = try TemporaryFolder()
        let path = folder.location.gatewayFile
        var reader = NoteReader()
        #expect(reader.read(path) == nil)
        // The same length each time, and quicker than a file system's clock ticks.
        for pid in Int32(1_000)...1_050 {
            try note(pid, "http://127.0.0.1:8080").write(to: path)
            #expect(reader.read(path)?.pid == pid)
            #expect(reader.read(path)?.pid == pid)
        }
        AtomicFile.remove(path)
        #expect(reader.read(path) == nil)
        try note(7, nil).write(to: path)
        #expect(reader.read(path) == note(7, nil))
    }
}
