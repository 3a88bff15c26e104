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
        let share = prefix + "/share/skranke"
        var kept: [String] = []
        try folder(prefix + "/bin", language)
        try folder(share + "/Themes", language)
        try copy(program, prefix + "/bin/skranke", mode: 0o755, language)
        for name in try files(data.path, language) {
            try place(data.path + "/" + name, share + "/" + name, &kept, language)
        }
        for themes in Self.themeFolders(beside: data.path) {
            for name in try files(themes, language) {
                try place(themes + "/" + name, share + "/Themes/" + name, &kept, language)
            }
        }
        Shell.say(prefix + "/bin/skranke")
        Shell.say(share)
        for path in kept { Shell.say(InstallWords.kept(path, language)) }
    }

    /// In the sources they stand beside Data/, in an installation within it.
    private static func themeFolders(beside data: String) -> [String] {
        let outer = URL(fileURLWithPath: data).deletingLastPathComponent().path + "/Themes"
        return Array([data + "/Themes", outer].filter { access($0, R_OK) == 0 }.prefix(1))
    }

    private func files(_ path: String, _ language: Language) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".toml") }
                .sorted()
        } catch { throw InstallWords.failed(path, language) }
    }

    private func folder(_ path: String, _ language: Language) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        } catch { throw InstallWords.failed(path, language) }
    }

    /// A file that the municipality has made its own stays as it is; ours lies beside it as `NAME.new`.
    private func place(_ from: String, _ to: String, _ kept: inout [String], _ language: Language) throws {
        let manager = FileManager.default
        if let present = manager.contents(atPath: to), present != manager.contents(atPath: from) {
            try copy(from, to + ".new", mode: 0o644, language)
            kept.append(to)
        } else {
            try copy(from, to, mode: 0o644, language)
        }
    }

    /// Written beside and renamed, so that a running program keeps its file.
    private func copy(_ from: String, _ to: String, mode: Int, _ language: Language) throws {
        let manager = FileManager.default
        let part = to + ".part"
        do {
            if manager.fileExists(atPath: part) { try manager.removeItem(atPath: part) }
            try manager.copyItem(atPath: from, toPath: part)
            try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: part)
        } catch { throw InstallWords.failed(to, language) }
        guard rename(part, to) == 0 else { throw InstallWords.failed(to, language) }
    }
}

enum InstallWords {
    static func kept(_ path: String, _ language: Language) -> String {
        language.choose(
            nb: "\(path) er endret hos dere og er beholdt; den nye ligger ved siden av som \(path).new.",
            nn: "\(path) er endra hos dykk og er halden på; den nye ligg ved sida av som \(path).new.",
            en: "\(path) was changed by you and stays; the new one lies beside it as \(path).new.")
    }

    static func failed(_ path: String, _ language: Language) -> Failure {
        let why = errno == 0 ? "" : ": " + String(cString: strerror(errno))
        return Failure(
            language.choose(
                nb:
                    "\(path) kan ikke skrives eller leses\(why). Se på rettighetene, eller velg et annet sted "
                    + "med --prefix.",
                nn: "\(path) kan ikkje skrivast eller lesast\(why). Sjå på rettane, eller vel ein annan stad "
                    + "med --prefix.",
                en: "\(path) cannot be written or read\(why). Check its permissions, or choose another place "
                    + "by --prefix."))
    }
}
