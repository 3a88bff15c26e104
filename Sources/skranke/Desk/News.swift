import SkrankeJournal
import SkrankeRuntime

/// A stream that says "look": at every poke of this host, and once a second behind it (law 1).
struct News {
    let stream: AsyncStream<Void>
    private let pokes: Pokes
    private let subscription: Subscription
    private let ticker: Task<Void, Never>

    init(folder: String) throws(PathFault) {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.stream = stream
        pokes = try Pokes(folder: folder, clock: SystemClock())
        subscription = pokes.subscribe { hint in
            if hint == .moved { continuation.yield() }
        }
        ticker = Task.detached {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                continuation.yield()
            }
        }
    }
}

extension OpenDesk {
    func news() throws -> News {
        try Told.path(language) { () throws(PathFault) in try News(folder: location.pokes) }
    }
}
