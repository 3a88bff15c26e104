import CPosix
import Glibc
import Synchronization

/// One thread that waits in `poll` for descriptors, and is the executor of the actors that live on it.
///
/// The terminal is owned by such a thread (stack §1.4): key bytes, jobs of its actors and timers all run
/// there, one after the other, so that nothing needs a lock. While nothing happens it uses no CPU.
///
/// An actor moves in by
///
///     nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
///
/// and a callback of the loop enters it by `assumeIsolated`. A loop is a value that its owner makes, not a
/// global actor: tests run several.
// Sendable: `shared` is behind a lock, `owner` is atomic, `wake` never changes; everything else is
// touched on the loop's thread only, which every method that touches it checks.
public final class PollLoop: SerialExecutor, @unchecked Sendable {
    private enum Work {
        case job(UnownedJob)
        case call(@Sendable () -> Void)
    }

    private struct Shared {
        var work: [Work] = []
        var state = State.new
        enum State { case new, running, stopping, ended }
    }

    private let name: String
    private let wake: Int32
    private let shared = Mutex(Shared())
    private let owner = Atomic<UInt>(0)
    private let ended: Int32
    private var watches: [Watch] = []
    /// Runs on the loop's thread when everything of a turn was handled, before it waits again.
    private var endOfTurn: (() -> Void)?

    /// `name` is the thread's, at most 15 bytes.
    public init(name: String) throws(TerminalFailure) {
        self.name = name
        wake = skr_eventfd()
        ended = skr_eventfd()
        guard wake >= 0, ended >= 0 else { throw .system(call: "eventfd", number: errno) }
    }

    deinit {
        close(wake)
        close(ended)
    }

    /// Wakes the loop when it becomes readable: for a signal handler.
    var wakeDescriptor: Int32 { wake }

    // MARK: from any thread

    /// Starts the thread. Work that was given before runs first.
    public func start() throws(TerminalFailure) {
        let isNew = shared.withLock { shared in
            defer { if shared.state == .new { shared.state = .running } }
            return shared.state == .new
        }
        guard isNew else { return }
        let failure = launch()
        if failure != 0 { throw .system(call: "pthread_create", number: failure) }
    }

    public func enqueue(_ job: consuming ExecutorJob) { give(.job(UnownedJob(job))) }

    /// Runs `body` on the loop's thread.
    public func perform(_ body: @escaping @Sendable () -> Void) { give(.call(body)) }

    /// Ends the thread after the work that was given; jobs that come later still run.
    public func stop() {
        shared.withLock { if $0.state == .running { $0.state = .stopping } }
        skr_eventfd_signal(wake)
    }

    /// Waits for the end of the thread, from another thread.
    public func waitUntilStopped() {
        precondition(!isCurrent, "the loop can't wait for itself")
        var wait = pollfd(fd: ended, events: Int16(POLLIN), revents: 0)
        while poll(&wait, 1, -1) < 0, errno == EINTR {}
    }

    /// Whether the caller is on the loop's thread.
    public var isCurrent: Bool { owner.load(ordering: .acquiring) == UInt(pthread_self()) }

    public func checkIsolated() { precondition(isCurrent, "this has to run on the thread of loop \(name)") }

    private func give(_ work: Work) {
        let (isFirst, isEnded) = shared.withLock { shared in
            shared.work.append(work)
            defer { if shared.state == .ended { shared.state = .stopping } }
            return (shared.work.count == 1, shared.state == .ended)
        }
        if isEnded {
            // Late work, and the system gives no thread: the caller's will do, the loop has none.
            if launch() != 0 { run() }
        } else if isFirst {
            skr_eventfd_signal(wake)
        }
    }

    // MARK: on the loop's thread

    /// What a descriptor is watched for.
    public struct Interest: OptionSet, Sendable {
        public let rawValue: Int16
        public init(rawValue: Int16) { self.rawValue = rawValue }
        public static let read = Interest(rawValue: Int16(POLLIN))
        public static let write = Interest(rawValue: Int16(POLLOUT))
        /// Reported, never asked for: the other end is gone.
        public static let hangup = Interest(rawValue: Int16(POLLHUP | POLLERR | POLLNVAL))
    }

    /// A descriptor under watch. Change `interest` at any time; `cancel` before the descriptor is closed.
    public final class Watch {
        let fd: Int32
        public var interest: Interest
        let handler: (Interest) -> Void
        fileprivate(set) var isCancelled = false

        init(fd: Int32, interest: Interest, handler: @escaping (Interest) -> Void) {
            self.fd = fd
            self.interest = interest
            self.handler = handler
        }
        public func cancel() { isCancelled = true }
    }

    public func watch(_ fd: Int32, _ interest: Interest, _ handler: @escaping (Interest) -> Void) -> Watch {
        checkIsolated()
        let watch = Watch(fd: fd, interest: interest, handler: handler)
        watches.append(watch)
        return watch
    }

    public func atEndOfTurn(_ body: (() -> Void)?) {
        checkIsolated()
        endOfTurn = body
    }

    /// 0, or why there is no thread.
    private func launch() -> Int32 {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        let failure = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<PollLoop>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        if failure == 0 { pthread_detach(thread) } else { context.release() }
        return failure
    }

    private func run() {
        owner.store(UInt(pthread_self()), ordering: .releasing)
        skr_thread_name(name)
        // A stack overflow has to restore the terminal as well.
        _ = skr_altstack_install()
        while turn() {}
        watches = []
        endOfTurn = nil
        owner.store(0, ordering: .releasing)
        let isLeft = shared.withLock { shared in
            if shared.work.isEmpty { shared.state = .ended }
            return !shared.work.isEmpty
        }
        if isLeft { run() } else { skr_eventfd_signal(ended) }
    }

    /// One round: wait, descriptors in the order of their watches, then the work that was given.
    /// False when the loop was told to stop and nothing is left.
    private func turn() -> Bool {
        var list = [pollfd(fd: wake, events: Int16(POLLIN), revents: 0)]
        watches.removeAll { $0.isCancelled }
        let watched = watches
        list += watched.map { pollfd(fd: $0.fd, events: $0.interest.rawValue, revents: 0) }
        let (hasWork, isStopping) = shared.withLock { (!$0.work.isEmpty, $0.state == .stopping) }
        if isStopping, !hasWork { return false }
        guard poll(&list, nfds_t(list.count), hasWork ? 0 : -1) >= 0 || errno == EINTR else { return true }
        if list[0].revents != 0 { _ = skr_fd_drain(wake) }
        for (watch, entry) in zip(watched, list.dropFirst()) where entry.revents != 0 && !watch.isCancelled {
            watch.handler(Interest(rawValue: entry.revents))
        }
        let work = shared.withLock { shared in
            defer { shared.work = [] }
            return shared.work
        }
        for item in work { run(item) }
        endOfTurn?()
        return true
    }

    private func run(_ work: Work) {
        switch work {
        case .job(let job): job.runSynchronously(on: asUnownedSerialExecutor())
        case .call(let body): body()
        }
    }
}
