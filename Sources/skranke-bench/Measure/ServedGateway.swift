import Glibc
import Synchronization

/// A gateway as a service, which a benchmark starts, asks and ends; or kills, to see that it comes back.
final class ServedGateway: Sendable {
    private let words: [String]
    private let environment: [String: String]
    private let current: Mutex<pid_t>
    let address: String
    let kills = Atomic(0)

    /// - Parameter data: a folder of data files; nil for the program's own.
    init(
        _ program: String, store: String, data: String? = nil, environment: [String: String] = [:]
    ) async throws {
        words =
            [program, "serve", "--store", store, "--listen", "127.0.0.1:0"]
            + (data.map { ["--data", $0] } ?? [])
        self.environment = environment
        current = Mutex(try ServedGateway.start(words, environment))
        address = try await Gateway.state(store).address
    }

    var pid: pid_t { current.withLock { $0 } }

    private static func start(_ words: [String], _ environment: [String: String]) throws -> pid_t {
        try Spawn.start(words, environment) {
            for (file, mode) in [(Int32(0), O_RDONLY), (1, O_WRONLY), (2, O_WRONLY)] {
                posix_spawn_file_actions_addopen(&$0, file, "/dev/null", mode, 0)
            }
        }
    }

    /// kill -9, and the next one on its place.
    func killAndStartAgain() throws {
        try current.withLock { pid in
            kill(pid, SIGKILL)
            Spawn.wait(for: pid)
            pid = try ServedGateway.start(words, environment)
        }
        kills.add(1, ordering: .relaxed)
    }

    func stop() {
        current.withLock { pid in
            kill(pid, SIGTERM)
            Spawn.wait(for: pid)
        }
    }
}
