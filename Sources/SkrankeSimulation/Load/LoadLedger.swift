import Synchronization

/// One citizen's account of what was sent and what came back. Safe from any task.
final class LoadLedger: Sendable {
    private struct Book {
        var report = LoadReport()
        /// Lines on their way, by text: when they were sent (nanoseconds).
        var outstanding: [String: UInt64] = [:]
        /// Acknowledged lines that the stream has not brought yet.
        var owed: Set<String> = []
        var lastSequence: Int64 = -1
        var isClosing = false
    }

    private let book = Mutex(Book())

    func begins() { book.withLock { $0.report.begun = 1 } }

    func sends(_ text: String, at now: UInt64) { book.withLock { $0.outstanding[text] = now } }

    func isAcknowledged(_ text: String, sentAt start: UInt64, now: UInt64) {
        book.withLock {
            $0.report.acknowledged += 1
            $0.report.toAnswer.record(nanoseconds: now &- start)
            // The stream may have been faster than the answer.
            if $0.outstanding[text] != nil { $0.owed.insert(text) }
        }
    }

    func fails(_ text: String?) {
        book.withLock {
            $0.report.failed += 1
            if let text { $0.outstanding[text] = nil }
        }
    }

    /// Takes an event of the stream; false when everything has come and nothing more is sent.
    func sees(_ update: ChatUpdate, now: UInt64) -> Bool {
        book.withLock {
            if case .message(let sequence, let from, let text) = update {
                if sequence <= $0.lastSequence { $0.report.doubled += 1 }
                $0.lastSequence = max($0.lastSequence, sequence)
                if from == .citizen, let start = $0.outstanding.removeValue(forKey: text) {
                    $0.report.toStream.record(nanoseconds: now &- start)
                    $0.owed.remove(text)
                }
            }
            return !($0.isClosing && $0.owed.isEmpty)
        }
    }

    /// Nothing more is sent; true where nothing is owed any more.
    func closes() -> Bool {
        book.withLock {
            $0.isClosing = true
            return $0.owed.isEmpty
        }
    }

    func balance() -> LoadReport {
        book.withLock {
            var report = $0.report
            report.lost = $0.owed.count
            return report
        }
    }
}
