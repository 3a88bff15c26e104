import Foundation
import SkrankeDomain
import SkrankeReference
import Testing

/// The repository's own data files, found from this file's place.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// All files of `Data/`, with `changes` made to some of them.
    static func sources(
        _ changes: [DataFile: String] = [:]
    ) throws -> [DataFile: Result<DataText, DataFileError>] {
        var sources: [DataFile: Result<DataText, DataFileError>] = [:]
        for file in DataFile.allCases {
            let path = "Data/\(file.fileName)"
            sources[file] = .success(DataText(shownPath: path, text: try changes[file] ?? text(path)))
        }
        return sources
    }

    static func decode(_ changes: [DataFile: String] = [:]) throws -> ReferenceData {
        try ReferenceData.decode(sources(changes), zone: zone)
    }

    /// The errors of the data files when `old` in `file` is written as `new`.
    static func errors(
        _ file: DataFile, _ old: String, _ new: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [DataFileError] {
        let text = try text("Data/\(file.fileName)")
        let range = try #require(
            text.range(of: old), "no \(old) in \(file.fileName)", sourceLocation: sourceLocation)
        return try errors([file: text.replacingCharacters(in: range, with: new)])
    }

    static func errors(_ changes: [DataFile: String]) throws -> [DataFileError] {
        do {
            _ = try decode(changes)
            return []
        } catch let errors as DataFileErrors {
            return errors.errors
        }
    }

    /// The line of the first `text` in `file`, counted independently of the decoder.
    static func line(_ file: DataFile, of wanted: String) throws -> Int {
        let text = try text("Data/\(file.fileName)")
        let range = try #require(text.range(of: wanted))
        return text[..<range.lowerBound].count { $0 == "\n" } + 1
    }

    static func zone(_ name: String) -> TimeZoneRules? {
        name == "Europe/Oslo" ? TimeZoneRules(name: name, firstOffset: 3_600, transitions: []) : nil
    }
}
