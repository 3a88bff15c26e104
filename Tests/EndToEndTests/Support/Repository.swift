import Foundation

/// Where things stand: the repository, and the program that was built from it.
enum Repository {
    static let root: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { url.deleteLastPathComponent() }
        return url.path
    }()

    /// `SKRANKE_PROGRAM`, else the debug build, which `swift test` makes first.
    static let program: String =
        ProcessInfo.processInfo.environment["SKRANKE_PROGRAM"] ?? root + "/.build/debug/skranke"

    /// A file of the shared corpora beside the repository, or nil where they are absent.
    static func shared(_ path: String) -> String? {
        try? String(contentsOfFile: root + "/../shared/" + path, encoding: .utf8)
    }
}

/// A fault of the test's own surroundings, in a sentence.
struct Trouble: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
