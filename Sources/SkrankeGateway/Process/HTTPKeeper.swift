import SkrankeRuntime
import Synchronization

/// Keeps HTTP running beside the other duties: a taken port is tried again, a little later each time.
struct HTTPKeeper: Sendable {
    let serve: ServeHTTP
    let note: NoteKeeper
    let delays: any Delays

    static let longestPause: Int64 = 10_000

    /// Returns when the task is cancelled.
    func run() async {
        var failures: Int64 = 0
        while !Task.isCancelled {
            let hasListened = Mutex(false)
            let trouble: GatewayTrouble
            do {
                try await serve { [note] address in
                    hasListened.withLock { $0 = true }
                    note.listening(address)
                }
                trouble = .failed("HTTP ended")
            } catch let error as GatewayTrouble {
                trouble = error
            } catch {
                trouble = .failed(String(describing: error))
            }
            if Task.isCancelled { return }
            note.failed(trouble)
            failures = hasListened.withLock { $0 } ? 0 : min(failures + 1, 7)
            await Bell().wait(milliseconds: min(Self.longestPause, 250 << failures), delays)
        }
    }
}
