import Glibc
import SkrankeDomain
import Synchronization

/// Looks once a second after the gateway and starts one where there is none (DESIGN §5): killed, it is back
/// within two seconds; broken, it is tried ever less often, and the health strip says why.
public final class GatewayKeeper: Sendable {
    private struct Memory {
        var state = GatewayState(isRunning: false)
        var note = NoteReader()
        var policy = RestartPolicy()
        var child: Int32?
        var trouble: GatewayTrouble?
        var task: Task<Void, Never>?
    }
    private let memory = Mutex(Memory())
    private let location: StoreLocation
    private let starter: (any GatewayStarter)?
    private let clock: any Clock
    private let delays: any Delays
    private let onChange: @Sendable (GatewayState) -> Void

    /// - Parameters:
    ///   - starter: nil only looks (`--no-gateway`, scripts).
    ///   - onChange: on any thread, whenever the state is another than before.
    public init(
        location: StoreLocation, starter: (any GatewayStarter)?, clock: any Clock,
        delays: any Delays = SystemDelays(), onChange: @escaping @Sendable (GatewayState) -> Void = { _ in }
    ) {
        self.location = location
        self.starter = starter
        self.clock = clock
        self.delays = delays
        self.onChange = onChange
    }

    public var state: GatewayState { memory.withLock { $0.state } }

    /// Looks now and once a second until `stop`.
    public func start() {
        let task = Task { [weak self, delays] in
            while !Task.isCancelled, self?.look() != nil {
                await Bell().wait(milliseconds: 1_000, delays)
            }
        }
        memory.withLock { $0.task = task }
    }

    /// Looks no more. A gateway that was started lives on and ends by itself.
    public func stop() {
        memory.withLock {
            $0.task?.cancel()
            $0.task = nil
        }
    }

    /// One look, and one start where it is due.
    @discardableResult
    public func look() -> GatewayState {
        let (state, isNew) = memory.withLock { memory in
            var seen = GatewayState.look(location) { memory.note.read(location.gatewayFile) }
            reap(&memory)
            if seen.isRunning {
                memory.trouble = nil
                if memory.child == nil { memory.policy.othersWork() }
            } else {
                startIfDue(&memory)
                seen.trouble = memory.trouble
            }
            defer { memory.state = seen }
            return (seen, memory.state != seen)
        }
        if isNew { onChange(state) }
        return state
    }

    private func reap(_ memory: inout Memory) {
        guard let child = memory.child, let ending = starter?.ending(of: child) else { return }
        memory.child = nil
        switch ending {
        case -SIGKILL: memory.policy.ended(.killed, at: clock.monotonic)
        case ..<0:
            memory.trouble = .startFailed("signal \(-ending)")
            memory.policy.ended(.signal(-ending), at: clock.monotonic)
        default:
            if ending != 0 { memory.trouble = .startFailed("exit \(ending)") }
            memory.policy.ended(.exit(ending), at: clock.monotonic)
        }
    }

    private func startIfDue(_ memory: inout Memory) {
        guard let starter, memory.policy.mayStart(at: clock.monotonic) else { return }
        do {
            memory.child = try starter.start()
            memory.policy.started(at: clock.monotonic)
        } catch {
            memory.trouble = error
            memory.policy.failed(at: clock.monotonic)
        }
    }
}
