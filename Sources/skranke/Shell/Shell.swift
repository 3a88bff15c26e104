@preconcurrency import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import SkrankeScreen

/// What the command line says, and how it ends.
enum Shell {
    /// A sentence for a human being, on standard error; what came from data is shown harmless.
    static func complain(_ sentence: String) {
        fputs("skranke: " + Plain.line(sentence) + "\n", stderr)
    }

    /// What the parser of arguments has to say, on standard error as it is, but harmless.
    static func note(_ text: String) {
        fputs(Plain.line(text) + "\n", stderr)
    }

    /// The same for a script that asked for JSON.
    static func complain(_ fault: FaultLine) {
        guard let line = try? JSONCoder.encode(fault) else { return complain(fault.detail) }
        fputs(line + "\n", stderr)
    }

    /// A line of output.
    ///
    /// - Parameter flush: for a program that goes on: who reads hears it now, and a closed pipe is no reason
    ///   to stop working.
    static func say(_ line: String, flush: Bool = false) {
        let isWritten = fputs(line + "\n", stdout) >= 0
        if flush { fflush(stdout) } else if !isWritten { outputFailed() }
    }

    /// What was said is on its way.
    static func flush() {
        if fflush(stdout) != 0 { outputFailed() }
    }

    /// Ends with `code`, or with 1 where the output did not arrive whole.
    static func leave(_ code: Int32) -> Never {
        ReadingCopy.remove()
        flush()
        exit(code)
    }

    /// A reader that has gone away is no fault worth a word; a full disk is.
    private static func outputFailed() -> Never {
        let reason = errno
        if reason != EPIPE { complain("stdout: " + String(cString: strerror(reason))) }
        _exit(1)
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
    /// What went wrong, in a word that no language changes: `code` of the JSON on standard error.
    var word: String
    init(_ sentence: String, code: Int32 = 1, word: String = "failed") {
        self.sentence = sentence
        self.code = code
        self.word = word
    }
}

/// What `--json` prints on standard error where a command fails: {"code","detail"}.
struct FaultLine: Encodable {
    var code: String
    var detail: String
}

/// Text from outside on a terminal that is not ours to draw on: as cells would show it (law 5).
enum Plain {
    /// Its lines stay lines.
    static func line(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { field(String($0)) }
            .joined(separator: "\n")
    }

    /// On one line.
    static func field(_ text: String) -> String {
        TextWidth.clean(String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? " " : $0 })))
    }
}
