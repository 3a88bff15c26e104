import Foundation
import SkrankeDomain
import Testing

@testable import SkrankeRuntime

struct FileLockTests {
    @Test func oneHolderAtATime() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/lock"
        #expect(FileLock.look(path) == .nobody)
        let first = try #require(try FileLock.tryLock(path))
        #expect(try FileLock.tryLock(path) == nil)
        #expect(FileLock.look(path) == .process(ProcessInfo.processInfo.processIdentifier))
        #expect(folder.mode("lock") == 0o600)
        first.release()
        #expect(FileLock.look(path) == .nobody)
        #expect(try FileLock.tryLock(path) != nil)
    }

    @Test func aKilledHolderHoldsNothing() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/lock"
        let script = """
            import fcntl, os, signal, sys
            f = open(sys.argv[1], "w"); fcntl.lockf(f, fcntl.LOCK_EX)
            f.write("%d\\n" % os.getpid()); f.flush(); print("held", flush=True); signal.pause()
            """
        let holder = try Python(script, [path])
        #expect(holder.readLine() == "held")
        #expect(try FileLock.tryLock(path) == nil)
        #expect(FileLock.look(path) != .nobody)
        let bell = Bell()
        Thread {
            FileLock.waitUntilFree(path)
            bell.ring()
        }.start()
        holder.kill()
        #expect(await bell.wait(milliseconds: nil, SystemDelays()))
        #expect(FileLock.look(path) == .nobody)
        #expect(try FileLock.tryLock(path) != nil)
    }

    @Test func aLinkIsNotFollowed() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/lock", withDestinationPath: folder.path + "/elsewhere")
        #expect(throws: PathFault.self) { try FileLock.tryLock(folder.path + "/lock") }
        #expect(folder.text("elsewhere") == nil)
    }
}

extension FileLock: Equatable {
    public static func == (a: FileLock, b: FileLock) -> Bool { a === b }
}

struct StoreLocationTests {
    private static let environment = ["HOME": "/home/a"]

    @Test(
        arguments: [
            (nil, [:], "/home/a/.local/state/skranke/skranke.db"),
            (nil, ["XDG_STATE_HOME": "/s"], "/s/skranke/skranke.db"),
            (nil, ["XDG_STATE_HOME": "relative"], "/home/a/.local/state/skranke/skranke.db"),
            (nil, ["SKRANKE_STORE": "/e/x.db"], "/e/x.db"),
            (nil, ["SKRANKE_STORE": ""], "/home/a/.local/state/skranke/skranke.db"),
            ("/f/x.db", ["SKRANKE_STORE": "/e/x.db"], "/f/x.db"), ("x.db", [:], "/here/x.db"),
            ("~/x.db", [:], "/home/a/x.db"), ("/f/", [:], "/f/skranke.db"),
            ("sqlite:///f/x.db", [:], "/f/x.db"),
            ("file:///f/x.db", [:], "/f/x.db"), ("file://localhost/f/x.db", [:], "/f/x.db"),
            ("sqlite:x.db", [:], "/here/x.db"),
            ("a/b:c.db", [:], "/here/a/b:c.db"),
        ] as [(String?, [String: String], String)])
    func pathsAndURLs(_ argument: String?, _ more: [String: String], _ path: String) throws {
        let environment = Self.environment.merging(more) { $1 }
        let location = try StoreLocation.resolve(argument, environment: environment, directory: "/here")
        #expect(location.path == path)
        #expect(location.gatewayFile == location.folder + "/gateway.json")
    }

    @Test(
        arguments: [
            ("postgres://h/db", .unsupportedStore(scheme: "postgres")),
            ("postgresql://h/db", .unsupportedStore(scheme: "postgresql")),
            ("http://h", .unsupportedStore(scheme: "http")),
            ("", .invalidPath("")), ("sqlite://host/x", .invalidPath("sqlite://host/x")),
            ("sqlite:", .invalidPath("sqlite:")), ("a\0b", .invalidPath("a\0b")),
        ] as [(String, PathFault)])
    func whatIsRefused(_ argument: String, _ fault: PathFault) {
        #expect(throws: fault) {
            try StoreLocation.resolve(argument, environment: Self.environment, directory: "/here")
        }
    }

    @Test func withoutHomeItSaysSo() {
        #expect(throws: PathFault.noHome) { try StoreLocation.resolve(nil, environment: [:], directory: "/") }
    }

    /// Folders are made private; one where others may write is refused, /tmp gets companions of its own.
    @Test(
        arguments: [(0o700, true), (0o755, true), (0o775, false), (0o777, false), (0o1777, true)]
            as [(Int, Bool)])
    func foldersOfOthers(_ mode: Int, _ isTaken: Bool) throws {
        let folder = try TemporaryFolder()
        let shared = folder.path + "/shared"
        try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: false)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: shared)
        let location = try StoreLocation.resolve(shared + "/x.db", environment: [:], directory: "/")
        if isTaken {
            try location.prepare()
            let name = mode == 0o1777 ? "shared/x.db.d" : "shared"
            #expect(location.folder == folder.path + "/" + name)
            if mode == 0o1777 { #expect(folder.mode(name) == 0o700) }
        } else {
            #expect(throws: PathFault.openToOthers(shared)) { try location.prepare() }
        }
    }

    @Test func missingFoldersAreMadePrivate() throws {
        let folder = try TemporaryFolder()
        try StoreLocation.resolve(folder.path + "/a/b/x.db", environment: [:], directory: "/").prepare()
        #expect(folder.mode("a") == 0o700)
        #expect(folder.mode("a/b") == 0o700)
    }
}

struct DemoFolderTests {
    @Test func leftoversAreSweptAndLiveOnesStay() throws {
        let parent = try TemporaryFolder()
        let live = try DemoFolder.make(in: parent.path)
        try "x".write(toFile: live.path + "/store", atomically: false, encoding: .utf8)
        #expect(DemoFolder.sweep(parent.path) == 0)
        var dead: DemoFolder? = try DemoFolder.make(in: parent.path)
        let left = try #require(dead?.path)
        try FileManager.default.createDirectory(atPath: left + "/mail/new", withIntermediateDirectories: true)
        try "x".write(toFile: parent.path + "/precious", atomically: false, encoding: .utf8)
        try FileManager.default.createSymbolicLink(atPath: left + "/link", withDestinationPath: parent.path)
        dead = nil
        #expect(DemoFolder.sweep(parent.path) == 1)
        #expect(!FileManager.default.fileExists(atPath: left))
        #expect(parent.text("precious") == "x")
        live.remove()
        #expect(!FileManager.default.fileExists(atPath: live.path))
    }
}

struct AtomicFileTests {
    @Test func wholeOrNotAtAll() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/note"
        try AtomicFile.write(Array("one".utf8), to: path)
        try AtomicFile.write(Array("two".utf8), to: path)
        #expect(AtomicFile.read(path, limit: 3).map { String(decoding: $0, as: UTF8.self) } == "two")
        #expect(AtomicFile.read(path, limit: 2) == nil)
        #expect(AtomicFile.read(folder.path, limit: 100) == nil)
        #expect(folder.mode("note") == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["note"])
        #expect(throws: PathFault.self) { try AtomicFile.write([], to: folder.path + "/none/note") }
    }
}
