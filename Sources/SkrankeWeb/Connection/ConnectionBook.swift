import Synchronization

/// How many connections each address has open (law 7): one of them alone may not take all places, so that
/// ten thousand idle ones from one machine shut nobody else out. From any thread.
final class ConnectionBook: Sendable {
    private let open = Mutex<[String: Int]>([:])
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Counts one more; false where the address has too many, and then it is not counted.
    func enter(_ address: String) -> Bool {
        open.withLock { open in
            let count = open[address] ?? 0
            guard count < limit else { return false }
            open[address] = count + 1
            return true
        }
    }

    func leave(_ address: String) {
        open.withLock { open in
            guard let count = open[address] else { return }
            open[address] = count > 1 ? count - 1 : nil
        }
    }

    /// Addresses in memory.
    var count: Int { open.withLock { $0.count } }
}
