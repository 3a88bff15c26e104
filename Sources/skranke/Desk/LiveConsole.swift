import SkrankeConsole
import SkrankeDesk
import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import SkrankeScreen
import SkrankeTerminal

/// What the console needs of this host.
struct Wires: Sendable {
    let pokes: Pokes
    let follower: JournalFollower
    let inbox = Inbox()
    let agentSession: DeskSession
    let reasons: AsyncStream<JournalFollower.Reason>
    private let look: AsyncStream<JournalFollower.Reason>.Continuation
    private let subscription: Subscription

    init(desk: OpenDesk) throws {
        let pokes = try Told.path(desk.language) { () throws(PathFault) in
            try Pokes(folder: desk.location.pokes, clock: SystemClock())
        }
        self.pokes = pokes
        let inbox = inbox
        follower = JournalFollower(store: desk.store) { await inbox.deliver($0) }
        let (stream, continuation) = AsyncStream.makeStream(
            of: JournalFollower.Reason.self, bufferingPolicy: .bufferingNewest(2))
        reasons = stream
        look = continuation
        subscription = pokes.subscribe { hint in
            switch hint {
            case .moved: continuation.yield(.hint)
            case .ephemeral(let sign): inbox.post(.ephemeral(sign))
            }
        }
        agentSession = DeskSession(
            id: Identifiers(clock: SystemClock()).nextText(), agent: desk.identity.agent, caller: desk.caller,
            desk: desk.desk, clock: desk.clock, bus: pokes,
            onFault: { inbox.post(.storeFault($0)) })
        // What this console commits is news for every process of the host, and for itself.
        desk.store.onCommit { _ in pokes.send(.moved) }
    }

    func second() { look.yield(.second) }
    func end() {
        look.finish()
        subscription.cancel()
        pokes.stop()
    }
}

/// Where actions for the console go, from before it exists.
final class Inbox: Sendable {
    private let stream: AsyncStream<Action>
    private let continuation: AsyncStream<Action>.Continuation
    private let console = Late<DeskConsole>()

    init() { (stream, continuation) = AsyncStream.makeStream(of: Action.self) }

    /// In order, without waiting.
    func post(_ action: Action) { continuation.yield(action) }

    /// Returns when the console has taken it.
    func deliver(_ action: Action) async { await console.value?.receive(action) }

    func open(_ console: DeskConsole) {
        self.console.set(console)
        Task { [stream] in
            for await action in stream { await console.receive(action) }
        }
    }
}

/// Console and terminal, tied together.
struct LiveConsole: Sendable {
    let console: DeskConsole
    let session: TerminalSession
    let quit: Signal
    private let inbox: Inbox

    init(desk: OpenDesk, wires: Wires, loop: PollLoop, heads: [InquiryHead], names: DeskNames) {
        let quit = Signal()
        self.quit = quit
        inbox = wires.inbox
        let late = Late<TerminalSession>()
        let host = LiveConsole.host(late, quit, wires.inbox, desk.language)
        let agentSession = wires.agentSession
        let inbox = inbox
        let runner = EffectRunner(
            desk: desk.desk, bus: wires.pokes, caller: desk.caller, host: host,
            session: SessionHandle(
                looks: { inquiry in Task { await agentSession.looks(at: inquiry) } },
                shows: { presence in Task { await agentSession.shows(presence) } })
        ) { await inbox.deliver($0) }
        var state = AppState(
            caller: desk.caller, agent: desk.identity.agent, policy: desk.data.policy, names: names,
            language: desk.language, now: desk.clock.now, size: Size(width: 80, height: 24))
        _ = Reducer.reduce(&state, .tick(desk.clock.now, uptime: desk.clock.monotonic))
        _ = Reducer.reduce(&state, .heads(heads))
        console = DeskConsole(
            executor: loop, state: state, clock: desk.clock, host: host, perform: { runner.perform($0) })
        session = TerminalSession(loop: loop, hooks: LiveConsole.hooks(console, desk.store, quit))
        late.set(session)
        inbox.open(console)
    }

    func deliver(_ action: Action) { inbox.post(action) }

    private static func host(
        _ late: Late<TerminalSession>, _ quit: Signal, _ inbox: Inbox, _ language: Language
    ) -> ConsoleHost {
        ConsoleHost(
            requestFrame: { wish in
                switch wish {
                case .key: late.value?.requestFrame(.key)
                case .news: late.value?.requestFrame(.news)
                case .tick: late.value?.requestFrame(.tick)
                }
            },
            bell: { late.value?.bell() }, copy: { late.value?.copy($0) }, redraw: { late.value?.repaint() },
            suspend: {
                // False where no shell could bring the process back, e.g. under a forced command.
                if late.value?.suspend() == false {
                    inbox.post(.say(ConsoleWords.cannotStop(language), isError: false))
                }
            },
            quit: { quit.raise() })
    }

    private static func hooks(
        _ console: DeskConsole, _ store: any JournalStore, _ quit: Signal
    ) -> TerminalHooks {
        TerminalHooks(
            handle: { event in console.assumeIsolated { $0.handle(event) } },
            frame: { size in console.assumeIsolated { $0.frame(size) } },
            beforeStop: { go in
                // No stopped process may hold the store's lock (DESIGN §5).
                Task {
                    await store.barrier()
                    go()
                }
            },
            gone: { quit.raise() })
    }
}

/// The console's companions while it is open: heartbeat, gateway, journal, the second hand.
struct Background {
    let desk: OpenDesk
    let wires: Wires
    let live: LiveConsole
    let keeper: GatewayKeeper
    private let ending = Late<Ending>()

    /// Why the console was left.
    enum Ending: Sendable {
        case asked
        /// The store's folder has disappeared, e.g. with a demonstration that ended.
        case storeGone
    }

    init(desk: OpenDesk, wires: Wires, live: LiveConsole, keeper: GatewayKeeper) {
        self.desk = desk
        self.wires = wires
        self.live = live
        self.keeper = keeper
    }

    /// Returns when the console is left.
    func run(from start: JournalFollower.Start) async -> Ending {
        let tasks = [
            Task { await wires.follower.follow(from: start, reasons: wires.reasons) },
            Task { await begin() },
            Task { await tick() },
        ]
        await live.quit.wait()
        let ending = ending.value ?? .asked
        if ending == .asked {
            await wires.agentSession.end()
            await desk.store.barrier()
        }
        wires.end()
        tasks.forEach { $0.cancel() }
        return ending
    }

    private func begin() async {
        do throws(StoreFault) {
            try await wires.agentSession.begin()
            live.deliver(.drafts(try await desk.store.drafts(of: desk.identity.agent)))
        } catch {
            live.deliver(.storeFault(error))
        }
    }

    /// All that is done once a second is done at one time: each wake-up of an idle process costs as much as
    /// the work it brings (DESIGN §6).
    private func tick() async {
        let clock = ContinuousClock()
        var watch = StoreWatch(path: desk.location.path)
        keeper.look()
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1), tolerance: .milliseconds(50), clock: clock)
            if watch.isGone() {
                ending.set(.storeGone)
                return live.quit.raise()
            }
            keeper.look()
            await live.console.tick()
            wires.second()
        }
    }
}
