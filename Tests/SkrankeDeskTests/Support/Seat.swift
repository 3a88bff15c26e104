import SkrankeConsole
import SkrankeDesk
import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import SkrankeTestKit

/// A console without a terminal: the real reducer, effect runner and follower on a store.
actor Seat {
    private(set) var state: AppState
    private var runner: EffectRunner?
    /// What the flash line says after each action, as often as it changes.
    nonisolated let flashes: AsyncStream<String>
    private nonisolated let told: AsyncStream<String>.Continuation
    /// Every action as it came.
    nonisolated let actions: AsyncStream<Action>
    private nonisolated let acted: AsyncStream<Action>.Continuation

    init(_ agent: AgentID, roles: Set<StaffRole>? = nil) {
        var caller = TestDesk.caller(agent)
        if let roles { caller = Caller(.agent(agent), roles: roles, terminal: "tty1") }
        state = AppState(
            caller: caller, agent: agent, policy: TestPolicy.policy,
            names: DeskNames(municipality: "Lillevik kommune"), now: TestDesk.morning,
            size: Size(width: 120, height: 36))
        (flashes, told) = AsyncStream.makeStream(of: String.self)
        (actions, acted) = AsyncStream.makeStream(of: Action.self)
    }

    /// Takes the seat at a desk: what it asks for is done there.
    func sit(at desk: CommandDesk, _ bus: any Bus) {
        runner = EffectRunner(
            desk: desk, bus: bus, caller: state.caller, host: ConsoleHost(requestFrame: { _ in }, quit: {}),
            session: SessionHandle(looks: { _ in }, shows: { _ in })
        ) { [weak self] in await self?.receive($0) }
    }

    func receive(_ action: Action) {
        let before = state.flash
        let effects = Reducer.reduce(&state, action)
        for effect in effects { runner?.perform(effect) }
        if let flash = state.flash, flash != before { told.yield(flash.text) }
        acted.yield(action)
    }

    func perform(_ effect: Effect) { runner?.perform(effect) }

    func press(_ keys: [Key]) { for key in keys { receive(.input(.key(key))) } }

    /// The first flash from now on that begins so.
    nonisolated func flash(_ beginning: String) async -> String? {
        for await text in flashes where text.hasPrefix(beginning) { return text }
        return nil
    }
}

/// Takes what a follower delivers.
actor Reader {
    private(set) var heads: [InquiryID: InquiryHead] = [:]
    private(set) var isLoaded = false

    func take(_ action: Action) {
        switch action {
        case .heads(let rows): for row in rows { heads[row.id] = row.state.isOpen ? row : nil }
        case .loaded: isLoaded = true
        default: break
        }
    }
}
