@preconcurrency import Dispatch
import Glibc

/// Calls a closure when the process is asked to end; for programs without a screen.
final class StopSignals: Sendable {
    private let sources: [any DispatchSourceSignal]

    init(_ stop: @escaping @Sendable () -> Void) {
        sources = [SIGTERM, SIGINT, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: stop)
            source.activate()
            return source
        }
    }

    func cancel() { sources.forEach { $0.cancel() } }
}
