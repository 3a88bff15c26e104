import Synchronization

/// How many citizens are in the queue and in chats at all: what keeps the desk from drowning.
final class Attendance: Sendable {
    private struct Counts {
        var present = 0
        var waiting = 0
    }
    private let counts = Mutex(Counts())

    /// Lets one more in, who waits at first; false where it is full.
    func enter(mostWaiting: Int, mostPresent: Int) -> Bool {
        counts.withLock {
            guard $0.waiting < mostWaiting, $0.present < mostPresent else { return false }
            $0.present += 1
            $0.waiting += 1
            return true
        }
    }

    func stopsWaiting() { counts.withLock { $0.waiting -= 1 } }
    func waitsAgain() { counts.withLock { $0.waiting += 1 } }
    func leaves() { counts.withLock { $0.present -= 1 } }
}
