import SkrankeConsole
import SkrankeDomain
import SkrankeScreen

/// The console at work: owns the state, turns events into effects, and makes frames of it.
///
/// An actor that lives on the executor handed in: the thread that owns the terminal. Keys and frames
/// enter by `assumeIsolated` there; everything else awaits `receive`.
public actor DeskConsole {
    private let executor: any SerialExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private var state: AppState
    private let clock: any Clock
    private let perform: @Sendable (Effect) -> Void
    private let host: ConsoleHost
    private var wake: (at: Uptime, task: Task<Void, Never>)?

    /// - Parameter perform: takes an effect and returns at once; its answer comes back through `receive`.
    public init(
        executor: any SerialExecutor, state: AppState, clock: any Clock, host: ConsoleHost,
        perform: @escaping @Sendable (Effect) -> Void
    ) {
        self.executor = executor
        self.state = state
        self.clock = clock
        self.host = host
        self.perform = perform
    }

    /// A key, a paste, the mouse, a resize: the terminal asks for a frame by itself afterwards.
    public func handle(_ event: InputEvent) {
        reduce(.tick(clock.now, uptime: clock.monotonic))
        reduce(.input(event))
    }

    /// News from the journal, an answer to an effect.
    public func receive(_ action: Action) {
        // What is known already, asked about once a second, changes nothing that a frame would show.
        if case .sessions(let rows) = action, rows == state.sessions, state.fault == nil { return }
        if case .absences(let rows) = action, rows.count == state.absences.count,
            rows.allSatisfy({ state.absences[$0.person] == $0 })
        {
            return
        }
        reduce(.tick(clock.now, uptime: clock.monotonic))
        reduce(action)
        host.requestFrame(action.isAnswer ? .key : .news)
    }

    /// A second passed.
    public func tick() {
        reduce(.tick(clock.now, uptime: clock.monotonic))
        host.requestFrame(.tick)
    }

    public func frame(_ size: Size) -> Frame {
        if size != state.size { reduce(.input(.resize(size))) }
        return RootView.frame(state)
    }

    /// For tests: what is known now.
    public var current: AppState { state }

    private func reduce(_ action: Action) {
        for effect in Reducer.reduce(&state, action) { perform(effect) }
        scheduleWake()
    }

    /// Between the seconds: a draft to be saved, a flash that ends, a list that waited for the hand.
    private func scheduleWake() {
        let due = state.nextWake
        if let wake, let due, wake.at <= due { return }
        wake?.task.cancel()
        wake = nil
        guard let due, due > clock.monotonic else { return }
        let delay = due - clock.monotonic
        wake = (
            due,
            Task { [weak self] in
                guard (try? await Task.sleep(for: .milliseconds(delay))) != nil else { return }
                await self?.wakeUp()
            }
        )
    }

    private func wakeUp() {
        wake = nil
        tick()
    }
}
