import ArgumentParser
import Foundation
import SkrankeRuntime

/// Puts a release build where everybody finds it: program, themes and data beside it.
struct InstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install", abstract: "Install this build: bin/skranke, share/skranke/{Data files, Themes}.")
    @Option(help: "Where to.")
    var prefix = "/usr/local"

    func run() throws {
        guard let program = ProcessSetup.executable() else { throw Failure("/proc/self/exe?") }
        guard let data = Locator.current().dataFolder() else { throw Failure("Data?") }
        let manager = FileManager.default
        let share = prefix + "/share/skranke"
        do {
            try folder(prefix + "/bin")
            try folder(share + "/Themes")
            try copy(program, prefix + "/bin/skranke", mode: 0o755)
            for name in try manager.contentsOfDirectory(atPath: data.path) where name.hasSuffix(".toml") {
                try copy(data.path + "/" + name, share + "/" + name, mode: 0o644)
            }
            let themes = URL(fileURLWithPath: data.path).deletingLastPathComponent().path + "/Themes"
            for name in try manager.contentsOfDirectory(atPath: themes) where name.hasSuffix(".toml") {
                try copy(themes + "/" + name, share + "/Themes/" + name, mode: 0o644)
            }
        } catch let error as CocoaError {
            throw Failure("\(error.localizedDescription) \(prefix)")
        }
        Shell.say(prefix + "/bin/skranke")
        Shell.say(share)
    }

    private func folder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }

    /// Written beside and renamed, so that a running program keeps its file.
    private func copy(_ from: String, _ to: String, mode: Int) throws {
        let manager = FileManager.default
        let new = to + ".new"
        if manager.fileExists(atPath: new) { try manager.removeItem(atPath: new) }
        try manager.copyItem(atPath: from, toPath: new)
        try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: new)
        guard rename(new, to) == 0 else { throw Failure("\(to): \(String(cString: strerror(errno)))") }
    }
}
