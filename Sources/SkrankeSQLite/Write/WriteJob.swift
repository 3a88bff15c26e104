import SkrankeJournal
import Synchronization

/// One caller's wish in the writer's queue.
struct WriteJob: Sendable {
    /// Runs on the writer's thread inside the transaction; what it throws concerns this job alone.
    let run: @Sendable (Writer) throws(StoreFault) -> Written<Void>.Effect
    /// Called once, when all that `run` did is durable, or why it is not.
    let done: @Sendable (StoreFault?) -> Void
    /// Answered only when nothing erased stands in the store's files any more.
    var waitsForErasure = false
}

/// A value that one thread writes and, after an acknowledgement, another reads.
final class Slot<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    func put(_ new: Value) { value.withLock { $0 = new } }
    func take() -> Value? { value.withLock { $0 } }
}
