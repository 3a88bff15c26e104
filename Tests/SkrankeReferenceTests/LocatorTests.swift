import Foundation
import SkrankeDomain
import SkrankeReference
import SkrankeRuntime
import SkrankeScreen
import Testing

/// Where data files and themes are found, and how they are read.
@Suite struct LocatorTests {
    static let program = "/opt/skranke/bin/skranke"

    @Test func order() {
        let locator = Locator(
            flag: "/flag/", environment: ["SKRANKE_DATA": "/env", "XDG_CONFIG_HOME": "/cfg"],
            home: "/home/kari",
            executable: Self.program)
        #expect(
            locator.folders == [
                DataFolder(.flag, "/flag"), DataFolder(.user, "/cfg/skranke"),
                DataFolder(.installed, "/opt/skranke/share/skranke"),
                DataFolder(.besideProgram, "/opt/skranke/bin"),
            ])
    }

    @Test func environmentAndHome() {
        let locator = Locator(
            flag: nil, environment: ["SKRANKE_DATA": "/env", "XDG_CONFIG_HOME": "relative"],
            home: "/home/kari",
            executable: "/usr/local/bin/skranke")
        #expect(
            locator.folders == [
                DataFolder(.environment, "/env"), DataFolder(.user, "/home/kari/.config/skranke"),
                DataFolder(.installed, "/usr/local/share/skranke"),
                DataFolder(.besideProgram, "/usr/local/bin"),
            ])
    }

    @Test(arguments: [
        ("/src/skranke/.build/x86_64-unknown-linux-gnu/debug/skranke", "/src/skranke"),
        ("/src/skranke/.build-2/release/skranke", "/src/skranke"),
    ])
    func repository(executable: String, folder: String) {
        let locator = Locator(flag: nil, environment: [:], home: nil, executable: executable)
        #expect(locator.folders.last == DataFolder(.repository, folder))
    }

    @Test(arguments: ["", "skranke", "/skranke"])
    func oddExecutables(executable: String) {
        let locator = Locator(flag: nil, environment: [:], home: nil, executable: executable)
        #expect(locator.folders.allSatisfy { !$0.path.isEmpty && $0.origin != .repository })
    }

    @Test func theFirstFolderWithADeskIsTaken() {
        let locator = Locator(flag: nil, environment: [:], home: "/home/kari", executable: Self.program)
        let files: Set<String> = [
            "/opt/skranke/share/skranke/Data/desk.toml", "/opt/skranke/bin/Data/desk.toml",
        ]
        #expect(
            locator.dataFolder(exists: files.contains)
                == DataFolder(.installed, "/opt/skranke/share/skranke/Data"))
        #expect(locator.dataFolder { _ in false } == nil)
    }

    /// A folder that was named is taken, though it is empty: a slip must not open another municipality.
    @Test func anExplicitFolderIsTakenAtItsWord() {
        let locator = Locator(flag: "/flag", environment: [:], home: nil, executable: Self.program)
        #expect(locator.dataFolder { $0.hasPrefix("/opt") } == DataFolder(.flag, "/flag"))
    }

    @Test func themes() {
        let locator = Locator(
            flag: "/kommune/Data", environment: [:], home: "/home/kari", executable: Self.program)
        #expect(
            locator.themeFiles("lys") == [
                "/kommune/Data/Themes/lys.toml", "/kommune/Themes/lys.toml",
                "/home/kari/.config/skranke/Themes/lys.toml", "/opt/skranke/share/skranke/Themes/lys.toml",
                "/opt/skranke/bin/Themes/lys.toml",
            ])
    }
}

@Suite struct DataLoaderTests {
    /// A folder of its own, removed at the end.
    final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "skranke-\(UUID().uuidString)")
        init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(at: url) }

        func write(_ name: String, _ bytes: Data) throws {
            let file = url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
    }

    static func loader(_ flag: String?) -> DataLoader {
        DataLoader(
            Locator(flag: flag, environment: [:], home: nil, executable: "/nowhere/skranke"),
            zone: Repository.zone)
    }

    static func errors(_ folder: Folder) -> [DataFileError] {
        do {
            _ = try loader(folder.url.path).load()
            return []
        } catch {
            return error.errors
        }
    }

    static func copyOfOurs() throws -> Folder {
        let folder = try Folder()
        for file in DataFile.allCases {
            try folder.write(file.fileName, Data(Repository.text("Data/\(file.fileName)").utf8))
        }
        return folder
    }

    @Test func aFolderIsRead() throws {
        let folder = try Self.copyOfOurs()
        let loaded = try Self.loader(folder.url.path).load()
        #expect(loaded.folder == DataFolder(.flag, folder.url.path))
        #expect(loaded.data.municipality.name == "Kongsvinger kommune")
    }

    /// What is compiled in is what stands in the repository.
    @Test func aBareExecutableStarts() throws {
        let loaded = try Self.loader(nil).load()
        let ours = try Repository.decode()
        #expect(loaded.folder == DataFolder(.embedded, ""))
        #expect(loaded.data.policy.texts == ours.policy.texts)
        #expect(loaded.data.directory == ours.directory)
        #expect(loaded.data.units == ours.units)
        #expect(loaded.data.services == ours.services)
        #expect(loaded.data.topics == ours.topics)
        #expect(loaded.data.absenceCodes == ours.absenceCodes)
        #expect(loaded.data.settings == ours.settings)
        #expect(loaded.data.policy.calendar == ours.policy.calendar)
        #expect(try Self.loader(nil).theme("skranke") == Palette.skranke)
    }

    @Test func theSystemKnowsOurTimeZone() throws {
        let loader = DataLoader(
            Locator(flag: nil, environment: [:], home: nil, executable: "/nowhere/skranke"))
        let zone = try loader.load().data.policy.calendar.zone
        // Summer time, 24 June 2026, and winter time, 24 December 2026, at noon.
        #expect(zone.offset(at: Moment(seconds: 1_782_302_400)) == 7_200)
        #expect(zone.offset(at: Moment(seconds: 1_798_113_600)) == 3_600)
    }

    @Test func aMissingFileIsTold() throws {
        let folder = try Self.copyOfOurs()
        try FileManager.default.removeItem(at: folder.url.appending(path: "absence.toml"))
        let path = folder.url.appending(path: "absence.toml").path
        #expect(Self.errors(folder) == [DataFileError(file: path, expected: .readableFile)])
    }

    @Test func brokenUTF8IsToldWithItsLine() throws {
        let folder = try Self.copyOfOurs()
        try folder.write(
            "absence.toml", Data("# en\n# to\n# bl\u{E5}b".utf8.dropLast(2)) + Data([0xE5, 0x62]))
        let path = folder.url.appending(path: "absence.toml").path
        #expect(Self.errors(folder) == [DataFileError(file: path, line: 3, expected: .utf8)])
    }

    @Test func aPipeOrAFolderHangsNobody() throws {
        let folder = try Self.copyOfOurs()
        let pipe = folder.url.appending(path: "absence.toml").path
        try FileManager.default.removeItem(atPath: pipe)
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(Self.errors(folder) == [DataFileError(file: pipe, expected: .readableFile)])
        try FileManager.default.removeItem(atPath: pipe)
        try FileManager.default.createDirectory(atPath: pipe, withIntermediateDirectories: false)
        #expect(Self.errors(folder) == [DataFileError(file: pipe, expected: .readableFile)])
    }

    @Test func anEndlessFileIsRefused() throws {
        let folder = try Self.copyOfOurs()
        try folder.write("absence.toml", Data(repeating: 0x23, count: DataFile.sizeLimit + 1))
        let path = folder.url.appending(path: "absence.toml").path
        #expect(Self.errors(folder) == [DataFileError(file: path, expected: .fileSize(DataFile.sizeLimit))])
    }

    @Test func aThemeOfOnesOwn() throws {
        let folder = try Folder()
        let text = "name = \"min\"\ninherits = \"skranke\"\n[roles]\ndemo = { fg = 1 }\n"
        try folder.write("Themes/min.toml", Data(text.utf8))
        let palette = try Self.loader(folder.url.path).theme("min")
        #expect(palette.name == "min")
        #expect(palette[.demo] == RoleLook(fg: 1))
        #expect(palette[.text] == Palette.skranke[.text])
    }

    @Test(arguments: ["ukjent", "../../etc/passwd", "", "a/b", "Skranke"])
    func anUnknownThemeIsRefused(name: String) {
        #expect(throws: DataFileErrors.self) { try Self.loader(nil).theme(name) }
    }
}
