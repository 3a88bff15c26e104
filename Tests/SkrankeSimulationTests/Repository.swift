import Foundation
import SkrankeDomain
import SkrankeReference
import SkrankeRuntime

/// The repository's own data files, found from this file's place.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func data() throws -> ReferenceData {
        var sources: [DataFile: Result<DataText, DataFileError>] = [:]
        for file in DataFile.allCases {
            let path = "Data/\(file.fileName)"
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            sources[file] = .success(DataText(shownPath: path, text: text))
        }
        return try ReferenceData.decode(sources) { try? ZoneFile.rules($0) }
    }
}
