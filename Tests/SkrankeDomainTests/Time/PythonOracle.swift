import Foundation
import Testing

/// An independent implementation to compare with: Python's `zoneinfo` and its `holidays` package.
enum PythonOracle {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// What a script prints, line by line. The test command installs what it needs; where it is
    /// missing nevertheless, the test fails and says so in one line.
    static func lines(_ script: String, needs: String) throws -> [Substring] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Missing(description: "missing for this test: python3 with \(needs)")
        }
        return String(decoding: data, as: UTF8.self).split(separator: "\n")
    }
}
