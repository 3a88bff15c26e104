import CPosix
import Glibc
import SkrankeScreen

/// What the console does when the terminal has news. All are called on the loop's thread, and enter an
/// actor that lives there by `assumeIsolated`.
public struct TerminalHooks: Sendable {
    /// Keys, pastes, mouse, focus, resize. A frame follows by itself.
    public var handle: @Sendable (InputEvent) -> Void
    /// The screen as it has to look now, `size` cells large.
    public var frame: @Sendable (_ size: Size) -> Frame
    /// Before the process stops (Ctrl-Z): pass the store writer's barrier, then call `go`, from any thread.
    public var beforeStop: @Sendable (_ go: @escaping @Sendable () -> Void) -> Void
    /// The process was continued: give up the barrier.
    public var afterStop: @Sendable () -> Void
    /// The terminal is gone (line dead, window closed). Nothing can be shown any more.
    public var gone: @Sendable () -> Void

    public init(
        handle: @escaping @Sendable (InputEvent) -> Void, frame: @escaping @Sendable (Size) -> Frame,
        beforeStop: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void = { $0() },
        afterStop: @escaping @Sendable () -> Void = {}, gone: @escaping @Sendable () -> Void
    ) {
        self.handle = handle
        self.frame = frame
        self.beforeStop = beforeStop
        self.afterStop = afterStop
        self.gone = gone
    }
}

/// A terminal on a loop: bytes become events, requests become frames at the right moment, signals become
/// resizes and stops. See the example in `open`.
// Sendable: what changes is touched on the loop's thread only; every public method checks or moves there.
public final class TerminalSession: @unchecked Sendable {
    public let loop: PollLoop
    private let hooks: TerminalHooks
    private var terminal: NcursesTerminal?
    private var pacer = FramePacer()
    private var input: PollLoop.Watch?
    private var silence: LoopTimer?
    private var gap: LoopTimer?
    private var isStopping = false
    /// For tests, whose children have no shell that could continue them.
    var stopsAlways = false

    public init(loop: PollLoop, hooks: TerminalHooks) {
        self.loop = loop
        self.hooks = hooks
    }

    /// Takes over the terminal and shows the first frame; on the loop's thread.
    ///
    ///     let loop = try PollLoop(name: "screen")
    ///     let console = Console(executor: loop)             // an actor that lives on the loop
    ///     let session = TerminalSession(loop: loop, hooks: TerminalHooks(
    ///         handle: { event in console.assumeIsolated { $0.handle(event) } },
    ///         frame: { size in console.assumeIsolated { $0.frame(size) } },
    ///         gone: { console.assumeIsolated { $0.end() } }))
    ///     try loop.start()
    ///     try await session.open(options)
    ///     ...                                               // session.requestFrame(.news) on a hint
    ///     await session.close()
    ///     loop.stop()
    public func openHere(_ options: NcursesTerminal.Options) throws(TerminalFailure) {
        loop.checkIsolated()
        let terminal = try NcursesTerminal(options)
        self.terminal = terminal
        input = loop.watch(terminal.line.fd, .read) { [weak self] ready in self?.ready(ready) }
        silence = try LoopTimer(on: loop) { [weak self] in self?.silent() }
        gap = try LoopTimer(on: loop) { [weak self] in self?.pacer.gapEnded() }
        loop.atEndOfTurn { [weak self] in self?.endOfTurn() }
        guard skr_signals_install(loop.wakeDescriptor) == 0 else {
            throw .system(call: "sigaction", number: errno)
        }
        pacer.request(.key)
    }

    /// `openHere` from anywhere else.
    public func open(_ options: NcursesTerminal.Options) async throws(TerminalFailure) {
        let result: Result<Void, TerminalFailure> = await withCheckedContinuation { continuation in
            loop.perform { [self] in
                do throws(TerminalFailure) {
                    try openHere(options)
                    continuation.resume(returning: .success(()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        try result.get()
    }

    /// Columns and rows; 0x0 before the terminal is open and after it is closed. On the loop's thread.
    public var size: Size {
        loop.checkIsolated()
        return terminal?.size ?? Size(width: 0, height: 0)
    }

    /// A frame is wanted; on the loop's thread it comes at the end of the turn, or when it is due.
    public func requestFrame(_ urgency: FrameUrgency) {
        guard loop.isCurrent else { return loop.perform { [self] in pacer.request(urgency) } }
        pacer.request(urgency)
    }

    public func bell() {
        loop.checkIsolated()
        attempt { terminal throws(TerminalGone) in try terminal.bell() }
    }

    /// Puts text on the agent's clipboard, where the terminal lets us; whether it did is not told.
    public func copy(_ text: String) {
        loop.checkIsolated()
        attempt { terminal throws(TerminalGone) in try terminal.copy(text) }
    }

    /// Another theme, at once.
    public func use(_ palette: Palette) {
        loop.checkIsolated()
        terminal?.use(palette)
        pacer.request(.key)
    }

    /// Everything is painted again (Ctrl+L).
    public func repaint() {
        loop.checkIsolated()
        terminal?.repaint()
        pacer.request(.key)
    }

    /// Ctrl-Z: stops the process as a shell expects. False when no shell could continue it (a login by a
    /// forced command): nothing happens then.
    @discardableResult
    public func suspend() -> Bool {
        loop.checkIsolated()
        guard terminal != nil, stopsAlways || getsid(getppid()) == getsid(0) else { return false }
        guard !isStopping else { return true }
        isStopping = true
        hooks.beforeStop { [self] in loop.perform { self.stopNow() } }
        return true
    }

    /// Restores the terminal; on the loop's thread. Closing twice is harmless.
    public func closeHere() {
        loop.checkIsolated()
        skr_signals_uninstall()
        input?.cancel()
        silence?.cancel()
        gap?.cancel()
        loop.atEndOfTurn(nil)
        terminal?.close()
        (input, silence, gap, terminal) = (nil, nil, nil, nil)
    }

    /// `closeHere` from anywhere else.
    public func close() async {
        await withCheckedContinuation { continuation in
            loop.perform { [self] in
                closeHere()
                continuation.resume()
            }
        }
    }

    // MARK: on the loop

    private func ready(_ ready: PollLoop.Interest) {
        if ready.contains(.write) { attempt { terminal throws(TerminalGone) in try terminal.send() } }
        guard !ready.isDisjoint(with: [.read, .hangup]), terminal != nil else { return }
        attempt { [self] terminal throws(TerminalGone) in
            deliver(try terminal.events())
            guard let patience = terminal.patience else { return silence?.disarm() ?? () }
            silence?.arm(after: patience)
        }
    }

    private func silent() {
        guard let terminal else { return }
        deliver(terminal.silence())
    }

    private func deliver(_ events: [InputEvent]) {
        guard !events.isEmpty else { return }
        for event in events { hooks.handle(event) }
        pacer.request(.key)
    }

    private func endOfTurn() {
        signals()
        guard let terminal, !isStopping else { return }
        if !terminal.wantsWrite {
            let due = pacer.take()
            if due.draw { draw(terminal) }
            if due.startGap { gap?.arm(after: FramePacer.gapMilliseconds) }
        }
        // The terminal may be gone by now.
        input?.interest = self.terminal?.wantsWrite == true ? [.read, .write] : .read
    }

    private func draw(_ terminal: NcursesTerminal) {
        let frame = hooks.frame(terminal.size)
        attempt { terminal throws(TerminalGone) in _ = try terminal.present(frame) }
    }

    private func signals() {
        let news = Int(skr_signals_take())
        guard news != 0, let terminal else { return }
        if news & Int(SKR_CONTINUED) != 0 {
            terminal.takeAgain()
            pacer.request(.key)
        }
        if news & Int(SKR_RESIZED | SKR_CONTINUED) != 0, let event = terminal.resize() { deliver([event]) }
        if news & Int(SKR_RESIZED) != 0 { pacer.request(.key) }
        if news & Int(SKR_STOP_ASKED) != 0 { suspend() }
    }

    private func stopNow() {
        defer { isStopping = false }
        guard let terminal else { return }
        terminal.stop()
        // The continuation is no news any more; the size may be.
        _ = skr_signals_take()
        if let event = terminal.resize() { deliver([event]) }
        hooks.afterStop()
        pacer.request(.key)
    }

    private func attempt(_ body: (NcursesTerminal) throws(TerminalGone) -> Void) {
        guard let terminal else { return }
        do throws(TerminalGone) {
            try body(terminal)
        } catch {
            closeHere()
            hooks.gone()
        }
    }
}
