import Glibc
import SkrankeReference
import SkrankeRuntime

/// A process of its own that gives commands: `skranke-bench worker STORE COUNT WAITERS`, started by the
/// benchmark. It opens the store, says so, waits for a line, works, and says when it is done.
enum Worker {
    static let word = "worker"

    static func main(_ words: [String]) async throws {
        guard words.count == 3, let count = Int(words[1]), let waiters = Int(words[2]) else {
            throw BenchFault("worker STORE COUNT WAITERS")
        }
        let desk = try RemoteDesk(words[0], policy: try Stores.policyAlone())
        say("ready")
        guard readLine() != nil else { return }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for waiter in 0..<waiters {
                group.addTask {
                    var wording = Wording(seed: UInt64(waiter) + UInt64(getpid()))
                    for number in 0..<(count / waiters) {
                        try await desk.register(number, wording.message("Sak \(number)"))
                    }
                }
            }
            try await group.waitForAll()
        }
        say("done")
        await desk.close()
    }

    /// Commands a second of so many processes at once, from "go" to the last one's end.
    static func run(_ store: String, processes: Int, count: Int, waiters: Int) throws -> Double {
        let each = count / processes
        let workers = try (0..<processes).map { _ in
            try Piped([Spawn.ownPath(), word, store, "\(each)", "\(waiters)"])
        }
        for worker in workers { try worker.expect("ready") }
        let start = nanoseconds()
        for worker in workers { worker.tell("go") }
        for worker in workers { try worker.expect("done") }
        let time = nanoseconds() - start
        for worker in workers { worker.end() }
        return Double(each * processes) * 1e9 / Double(time)
    }
}

/// A child that is spoken to in lines.
private final class Piped {
    private let pid: pid_t
    private let input: UnsafeMutablePointer<FILE>?
    private let output: UnsafeMutablePointer<FILE>?

    init(_ words: [String]) throws {
        var down: [Int32] = [0, 0]
        var up: [Int32] = [0, 0]
        guard pipe(&down) == 0, pipe(&up) == 0 else { throw BenchFault("no pipe") }
        for end in down + up { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let ends = (down[0], up[1])
        pid = try Spawn.start(words, [:]) { files in
            posix_spawn_file_actions_adddup2(&files, ends.0, 0)
            posix_spawn_file_actions_adddup2(&files, ends.1, 1)
        }
        close(down[0])
        close(up[1])
        input = fdopen(down[1], "w")
        output = fdopen(up[0], "r")
    }

    func tell(_ line: String) {
        guard let input else { return }
        fputs(line + "\n", input)
        fflush(input)
    }

    func expect(_ word: String) throws {
        var line = [CChar](repeating: 0, count: 256)
        guard let output, fgets(&line, 256, output) != nil, Spawn.text(line).hasPrefix(word) else {
            throw BenchFault("a worker ended without '\(word)'")
        }
    }

    func end() {
        if let input { fclose(input) }
        if let output { fclose(output) }
        Spawn.wait(for: pid)
    }
}
