@preconcurrency import Glibc
import SkrankeDomain
import SkrankeRuntime

/// What the command line says, and how it ends.
enum Shell {
    /// A sentence for a human being, on standard error; what came from data is shown harmless.
    static func complain(_ sentence: String) {
        fputs("skranke: " + Plain.line(sentence) + "\n", stderr)
    }

    /// A line of output. Writing to a closed pipe ends the program quietly.
    ///
    /// - Parameter flush: for a program that goes on: who reads hears it now, and a closed pipe is no reason
    ///   to stop working.
    static func say(_ line: String, flush: Bool = false) {
        let isWritten = fputs(line + "\n", stdout) >= 0
        if flush { fflush(stdout) } else if !isWritten { leave(1) }
    }

    static func leave(_ code: Int32) -> Never {
        fflush(stdout)
        exit(code)
    }

    static var environment: [String: String] {
        var values: [String: String] = [:]
        let names = [
            "HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "SKRANKE_STORE", "SKRANKE_DATA",
            "SKRANKE_LISTEN", "SKRANKE_AGENT", "NO_COLOR", "TERM", "LANG", "LC_ALL", "LC_MESSAGES",
            "LANGUAGE",
            "TMPDIR",
        ]
        for name in names {
            if let value = getenv(name) { values[name] = String(cString: value) }
        }
        return values
    }

    static var directory: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard getcwd(&buffer, buffer.count) != nil else { return "/" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The operating system's account.
    static var account: String {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "\(geteuid())" }
        return String(cString: name)
    }

    /// Host and tty, for the audit trail.
    static var terminalName: String {
        var host = [CChar](repeating: 0, count: 256)
        gethostname(&host, 255)
        let name = String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard isatty(0) == 1, let tty = ttyname(0) else { return name }
        return name + ":" + String(cString: tty)
    }
}

/// An error with its sentence in the user's language, and the exit code.
struct Failure: Error {
    var sentence: String
    var code: Int32 = 1
    init(_ sentence: String, code: Int32 = 1) {
        self.sentence = sentence
        self.code = code
    }
}

/// Text from outside on a terminal that is not ours to draw on: no control reaches it (law 5).
enum Plain {
    /// On one line.
    static func line(_ text: String) -> String { filtered(text, keepBreaks: true) }

    static func field(_ text: String) -> String { filtered(text, keepBreaks: false) }

    private static func filtered(_ text: String, keepBreaks: Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: result.append(keepBreaks ? scalar : " ")
            case 0x09: result.append(" ")
            case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0x2028,
                0x2029:
                result.append("\u{B7}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
