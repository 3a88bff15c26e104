import Synchronization

/// A value that is known later than those who use it; any thread.
final class Late<Value: Sendable>: Sendable {
    private let box = Mutex<Value?>(nil)
    var value: Value? { box.withLock { $0 } }
    func set(_ value: Value) { box.withLock { $0 = value } }
}

/// Raised once; whoever waits goes on.
final class Signal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    init() { (stream, continuation) = AsyncStream.makeStream(of: Void.self) }
    func raise() { continuation.finish() }
    func wait() async { for await _ in stream {} }
}
