import Synchronization

/// Collects what `onCommit` tells. Thread-safe.
public final class HintCounter: Sendable {
    private let told = Mutex<[Int64]>([])
    public init() {}
    public func add(_ sequence: Int64) { told.withLock { $0.append(sequence) } }
    public var sequences: [Int64] { told.withLock { $0 } }
}
