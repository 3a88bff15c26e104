import CPosix
import Foundation
import Glibc
import SkrankeDomain
import SkrankeJournal
import Synchronization

/// The bus between the processes of a host (law 1): a datagram to each socket in the store's `pokes` folder.
///
/// `send` tells the other processes at once that something moved, unless it did so within this millisecond;
/// all else is a note for the thread of the bus, which sends it, receives and calls the subscribers, with a
/// hint from this process like one from elsewhere. It sleeps in `poll` while nothing happens. At most one
/// `moved` a millisecond goes out or in; what comes faster becomes one. From any thread.
public final class Pokes: Bus {
    private let loop: PokeLoop

    /// Joins the bus in `folder`, which is made 0700 where it is missing.
    public init(folder: String, clock: any Clock) throws(PathFault) {
        loop = try PokeLoop(folder, clock)
        loop.start()
    }

    deinit { loop.stop() }

    public func send(_ hint: Hint) { loop.send(hint) }

    public func subscribe(_ receive: @escaping @Sendable (Hint) -> Void) -> Subscription {
        loop.subscribe(receive)
    }

    /// Sends what waits and leaves the bus; its socket disappears. Later calls do nothing.
    ///
    /// Waits for that, a fifth of a second at most: a script may end right after it.
    public func stop() {
        loop.stop()
        loop.waitForEnd(milliseconds: 200)
    }
}

/// What the thread and the callers share.
final class PokeLoop: Sendable {
    struct State {
        var moved = false
        /// The others have been told that something moved, our own subscribers not yet.
        var isTold = false
        /// When that was last sent; monotonic milliseconds.
        var lastSent = Int64.min / 2
        var ephemerals: [Ephemeral] = []
        var isStopped = false
        var isWoken = false
        var subscribers: [UInt64: @Sendable (Hint) -> Void] = [:]
        var lastSubscriber: UInt64 = 0
    }
    private let state = Mutex(State())
    private let wake: Int32
    private let socket: Int32
    private let name: String
    private let clock: any Clock
    /// Used by one at a time.
    private let folder: Mutex<PokeFolder>
    private let end = DispatchSemaphore(value: 0)
    private let thread = Mutex<pthread_t?>(nil)

    /// Ephemerals that may wait at once: they are shown for five seconds, so old ones are worth nothing.
    static let maxEphemerals = 64

    init(_ path: String, _ clock: any Clock) throws(PathFault) {
        self.clock = clock
        let folder = try PokeFolder(path, clock)
        (socket, name) = try folder.bind()
        self.folder = Mutex(folder)
        wake = skr_eventfd()
        guard wake >= 0 else {
            let error = errno
            close(socket)
            folder.remove(name)
            folder.close()
            throw .failed("eventfd", path: path, errno: error)
        }
    }

    deinit {
        close(socket)
        close(wake)
        folder.withLock { $0.close() }
    }

    func start() {
        let thread = Thread { [self] in
            self.thread.withLock { $0 = pthread_self() }
            run()
            folder.withLock { $0.remove(name) }
            end.signal()
        }
        thread.name = "skranke-bus"
        thread.stackSize = 256 * 1_024
        thread.start()
    }

    func send(_ hint: Hint) {
        let now = hint == .moved && mayTell()
        if now, let bytes = PokeCodec.encode(.moved) { tell(bytes) }
        change { state in
            switch hint {
            case .moved where now: state.isTold = true
            case .moved: state.moved = true
            case .ephemeral(let ephemeral):
                guard !state.ephemerals.contains(ephemeral), state.ephemerals.count < Self.maxEphemerals
                else { return }
                state.ephemerals.append(ephemeral)
            }
        }
    }

    /// Whether this thread may send by itself: a wake-up less on the way from a commit to a screen.
    private func mayTell() -> Bool {
        let time = clock.monotonic
        return state.withLock { state in
            guard !state.isStopped, !state.moved, time - state.lastSent >= 1 else { return false }
            state.lastSent = time
            return true
        }
    }

    private func tell(_ bytes: [UInt8]) {
        folder.withLock { $0.send(bytes, from: socket, own: name) }
    }

    func stop() { change { $0.isStopped = true } }

    /// Returns at once to a subscriber, who is called by the very thread that has to end.
    func waitForEnd(milliseconds: Int) {
        let isOwn = thread.withLock { $0.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
        guard !isOwn, end.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return }
        // For whoever else waits.
        end.signal()
    }

    func subscribe(_ receive: @escaping @Sendable (Hint) -> Void) -> Subscription {
        let id = state.withLock { state in
            state.lastSubscriber += 1
            state.subscribers[state.lastSubscriber] = receive
            return state.lastSubscriber
        }
        return Subscription { [weak self] in
            // The closure is let go outside of the lock: it may hold what takes it again.
            let gone = self?.state.withLock { $0.subscribers.removeValue(forKey: id) }
            _ = gone
        }
    }

    private func change(_ body: (inout State) -> Void) {
        let mustWake = state.withLock { state in
            body(&state)
            defer { state.isWoken = true }
            return !state.isWoken
        }
        if mustWake { skr_eventfd_signal(wake) }
    }

    // MARK: the thread

    private func run() {
        var lastRound = Int64.min / 2
        while true {
            if clock.monotonic - lastRound < 1 {
                // Meanwhile the socket's queue is the brake: full counts as delivered.
                _ = poll(nil, 0, 1)
            }
            var watched = [
                pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
                pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
            ]
            _ = poll(&watched, 2, -1)
            _ = skr_fd_drain(wake)
            let (wish, isTold, isStopped) = take()
            send(wish)
            if isStopped { return }
            var inbox = receive()
            inbox.add(wish)
            inbox.moved = inbox.moved || isTold
            if deliver(inbox) { lastRound = clock.monotonic }
        }
    }

    struct Batch {
        var moved = false
        var ephemerals: [Ephemeral] = []

        mutating func add(_ other: Batch) {
            moved = moved || other.moved
            for ephemeral in other.ephemerals where !ephemerals.contains(ephemeral) {
                ephemerals.append(ephemeral)
            }
        }
    }

    /// What callers asked for since the last round, and whether it is the last one.
    private func take() -> (Batch, isTold: Bool, isStopped: Bool) {
        let time = clock.monotonic
        return state.withLock { state in
            let batch = Batch(moved: state.moved, ephemerals: state.ephemerals)
            let isTold = state.isTold
            if state.moved { state.lastSent = time }
            state.isWoken = false
            state.moved = false
            state.isTold = false
            state.ephemerals = []
            return (batch, isTold, state.isStopped)
        }
    }

    private func send(_ batch: Batch) {
        let hints = (batch.moved ? [.moved] : []) + batch.ephemerals.map { Hint.ephemeral($0) }
        hints.compactMap(PokeCodec.encode).forEach(tell)
    }

    /// Everything that waits in the socket, at most one queue full.
    private func receive() -> Batch {
        var batch = Batch()
        var buffer = [UInt8](repeating: 0, count: PokeCodec.limit + 1)
        for _ in 0..<PokeFolder.maxPeers {
            let count = skr_datagram_receive(socket, &buffer, buffer.count)
            guard count > 0 else { break }
            switch PokeCodec.decode(buffer[..<count]) {
            case .moved: batch.moved = true
            case .ephemeral(let ephemeral):
                if batch.ephemerals.count < Self.maxEphemerals, !batch.ephemerals.contains(ephemeral) {
                    batch.ephemerals.append(ephemeral)
                }
            case nil: continue
            }
        }
        return batch
    }

    /// Whether there was anything to tell.
    private func deliver(_ batch: Batch) -> Bool {
        guard batch.moved || !batch.ephemerals.isEmpty else { return false }
        let subscribers = state.withLock { Array($0.subscribers.values) }
        for subscriber in subscribers {
            if batch.moved { subscriber(.moved) }
            for ephemeral in batch.ephemerals { subscriber(.ephemeral(ephemeral)) }
        }
        return true
    }
}
