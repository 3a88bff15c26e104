import Foundation
import Testing

extension EndToEnd {
    /// What a municipality has changed in its files is its own: an upgrade keeps it, and says so (law 8).
    @Test func anUpgradeKeepsWhatTheMunicipalityChanged() throws {
        let desk = try DeskFolder()
        let prefix = desk.folder + "/prefix"
        #expect(try desk.run("install", "--prefix", prefix).status == 0)
        let file = prefix + "/share/skranke/desk.toml"
        let changed = try String(contentsOfFile: file, encoding: .utf8) + "# vår egen linje\n"
        try changed.write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try desk.run("install", "--prefix", prefix)
        #expect(outcome.status == 0)
        #expect(outcome.out.contains("\(file) er endret hos dere og er beholdt"), "\(outcome.out)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == changed)
        #expect(FileManager.default.fileExists(atPath: file + ".new"))
        let nowhere = try desk.run("install", "--prefix", "/proc/nowhere")
        #expect(nowhere.status == 1)
        #expect(nowhere.err.contains("/proc/nowhere") && nowhere.err.contains("--prefix"), "\(nowhere.err)")
    }
}
