import Glibc

/// Why a benchmark cannot go on.
struct BenchFault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Starting programs.
enum Spawn {
    // Behind _GNU_SOURCE, which Swift's Glibc does not set.
    private static let newSession: Int16 = 0x80

    /// Starts `words` with the streams that `actions` opens.
    static func start(
        _ words: [String], _ environment: [String: String],
        _ actions: (inout posix_spawn_file_actions_t) -> Void
    ) throws -> pid_t {
        guard let path = words.first else { throw BenchFault("nothing to start") }
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        actions(&files)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, newSession)
        var pid: pid_t = 0
        let error = withWords(words) { argv in
            withWords(merged(environment)) { envp in posix_spawn(&pid, path, &files, &attributes, argv, envp)
            }
        }
        guard error == 0 else { throw BenchFault("\(path): \(String(cString: strerror(error)))") }
        return pid
    }

    /// Runs a program to its end, silently.
    static func run(_ words: [String], _ environment: [String: String] = [:]) throws {
        let pid = try start(words, environment) { files in
            posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
        }
        let status = wait(for: pid)
        guard status == 0 else { throw BenchFault("\(words.joined(separator: " ")): status \(status)") }
    }

    @discardableResult
    static func wait(for pid: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return status
    }

    /// The running program, links resolved.
    static func ownPath() throws -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard readlink("/proc/self/exe", &buffer, buffer.count - 1) > 0 else {
            throw BenchFault("/proc/self/exe")
        }
        return text(buffer)
    }

    static func text(_ buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func merged(_ changes: [String: String]) -> [String] {
        var words: [String] = []
        var entry = environ
        while let pointer = entry.pointee {
            let text = String(cString: pointer)
            let name = String(text.prefix { $0 != "=" })
            if changes[name] == nil { words.append(text) }
            entry = entry.advanced(by: 1)
        }
        return words + changes.map { "\($0.key)=\($0.value)" }
    }

    private static func withWords<T>(_ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> T) -> T {
        let pointers = words.map { strdup($0) }
        defer { pointers.forEach { free($0) } }
        return body(pointers + [nil])
    }
}

/// Who uses what, from /proc.
enum ProcessFigures {
    /// Processor time in nanoseconds, of threads that have ended too.
    static func processorTime(_ pid: pid_t) -> UInt64 {
        var (clock, time) = (clockid_t(), timespec())
        guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else { return 0 }
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    static func names(_ folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var found: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { found.append(name) }
        }
        return found
    }

    static func content(_ path: String) -> String {
        guard let file = fopen(path, "re") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
