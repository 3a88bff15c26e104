import ArgumentParser
import Foundation
import SkrankeDomain
import SkrankeRuntime

/// Puts a release build where everybody finds it: program, themes and data beside it.
struct InstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: HelpWords.say(
            nb: "Installer denne utgaven: bin/skranke, share/skranke/{datafiler, Themes}.",
            nn: "Installer denne utgåva: bin/skranke, share/skranke/{datafiler, Themes}.",
            en: "Install this build: bin/skranke, share/skranke/{Data files, Themes}."))
    @Option(
        help: HelpWords.say(
            nb: "Hvor.",
            nn: "Kvar.",
            en: "Where to."))
    var prefix = "/usr/local"

    func run() throws {
        let language = try Usage.language(nil)
        guard let program = ProcessSetup.executable() else {
            throw Failure(
                language.choose(
                    nb: "Programmets egen fil ble ikke funnet: /proc må være montert.",
                    nn: "Fila til programmet vart ikkje funnen: /proc må vere montert.",
                    en: "The program's own file was not found: /proc must be mounted."))
        }
        guard let data = Locator.current().dataFolder() else {
            throw Failure(
                language.choose(
                    nb: "Mappen Data ble ikke funnet. Kjør fra kildemappen, eller sett SKRANKE_DATA.",
                    nn: "Mappa Data vart ikkje funnen. Køyr frå kjeldemappa, eller set SKRANKE_DATA.",
                    en: "The folder Data was not found. Run from the source folder, or set SKRANKE_DATA."))
        }
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
