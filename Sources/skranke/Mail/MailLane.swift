import Dispatch

/// A thread of its own for what blocks, one thing at a time.
struct MailLane: Sendable {
    private let queue: DispatchQueue
    init(_ name: String) { queue = DispatchQueue(label: "skranke.mail." + name) }

    func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: body()) }
        }
    }
}
