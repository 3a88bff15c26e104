import Foundation

/// Another process, as hostile or as short-lived as a test needs it. `.ci/run` installs python3.
struct Python {
    private let process = Process()
    private let output = Pipe()

    init(_ script: String, _ arguments: [String]) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script] + arguments
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    /// Runs to the end; the exit code.
    static func run(_ script: String, _ arguments: [String]) throws -> Int32 {
        let python = try Python(script, arguments)
        python.process.waitUntilExit()
        return python.process.terminationStatus
    }

    /// Its next line without the end of line; "" at its end.
    func readLine() -> String {
        var line: [UInt8] = []
        while let byte = output.fileHandleForReading.readData(ofLength: 1).first, byte != 10 {
            line.append(byte)
        }
        return String(decoding: line, as: UTF8.self)
    }

    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    var pid: Int32 { process.processIdentifier }
}
