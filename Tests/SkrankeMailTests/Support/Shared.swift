import Foundation

/// The common corpora beside the repository; absent in a stranger's clone.
enum Shared {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared").standardized

    /// Files of a corpus by ending, sorted; empty, with a line that says so, where there is none.
    static func files(_ folder: String, _ endings: Set<String>) -> [URL] {
        let place = root.appendingPathComponent("corpora/" + folder)
        guard let found = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil) else {
            return []
        }
        let files = found.compactMap { $0 as? URL }.filter { endings.contains($0.pathExtension) }
        if files.isEmpty { print("not here: ../shared/corpora/\(folder); its messages are not tried") }
        return files.sorted { $0.path < $1.path }
    }

    static func bytes(_ url: URL) -> [UInt8] { (try? Data(contentsOf: url)).map { [UInt8]($0) } ?? [] }
}
