import SkrankeConsole
import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// A console with a desk behind it: presses keys, carries out effects at once, tells what was asked for.
struct TestConsole {
    var state: AppState
    var desk: TestDesk
    /// Everything that the console asked for, in order.
    private(set) var effects: [Effect] = []
    private(set) var saved: [DraftKey: String] = [:]
    /// Effects are carried out at once; off, they only collect.
    var answers = true
    private(set) var now: Moment
    private(set) var uptime: Uptime = 1_000_000

    init(
        _ desk: TestDesk = TestDesk(), agent: AgentID = Demo.kari, roles: Set<StaffRole> = [.agent],
        language: Language = .nb, size: Size = Size(width: 120, height: 36), at now: Moment = Demo.now,
        names: DeskNames = Demo.names
    ) {
        self.desk = desk
        self.now = now
        state = AppState(
            caller: Demo.caller(agent, roles), agent: agent, policy: desk.policy, names: names,
            language: language,
            now: now, size: size)
        send(.tick(now, uptime: uptime))
        send(.heads(desk.openHeads))
        send(.loaded)
        send(.gateway(.running(address: "127.0.0.1:8080")))
    }

    mutating func send(_ action: Action) {
        let asked = Reducer.reduce(&state, action)
        effects += asked
        guard answers else { return }
        for effect in asked { carryOut(effect) }
    }

    /// Keys as written: letters as they are, `<enter>`, `<esc>`, `<tab>`, `<c-s>`, `<f2>` in brackets.
    mutating func press(_ keys: String) {
        for key in TestConsole.keys(keys) { send(.input(.key(key))) }
    }

    mutating func wait(_ seconds: Double) {
        let milliseconds = Int64(seconds * 1_000)
        now = now + Span(milliseconds: milliseconds)
        uptime += milliseconds
        send(.tick(now, uptime: uptime))
    }

    mutating func resize(_ width: Int, _ height: Int) {
        send(.input(.resize(Size(width: width, height: height))))
    }

    mutating func clearEffects() { effects = [] }

    /// Somebody else does something; the console hears of it as from the journal.
    mutating func elsewhere(_ intent: Intent, by caller: Caller) -> Result<CommandAnswer, Refusal> {
        let result = desk.submit(intent, by: caller, at: now)
        if intent.staffMember != nil { send(.agents(Array(desk.agents.values))) }
        if let id = intent.inquiry, let head = desk.head(id) { send(.heads([head])) }
        return result
    }

    var frame: Frame { RootView.frame(state) }
    var flash: String { state.flash?.text ?? "" }

    private mutating func carryOut(_ effect: Effect) {
        switch effect {
        case .submit(let intents, let correlation): submit(intents, correlation)
        case .register(let registration, let correlation):
            submit([.registerInquiry(id: desk.fresh(), registration)], correlation)
        case .split(let id, let text, let topic, let correlation):
            submit([.split(id, new: desk.fresh(), text: text, topic: topic)], correlation)
        case .openFile(let id): send(.file(id, desk.file(id)))
        case .saveDraft(let draft):
            saved[DraftKey(draft.inquiry, draft.kind)] = draft.text
            send(.draftSaved(DraftKey(draft.inquiry, draft.kind), text: draft.text, at: now))
        case .loadHistory(let id, _): send(.history(id, []))
        case .loadReservations(let id, _, _, _, let moving):
            send(.reservations(id, desk.reservations, moving: moving))
        case .loadBehind(let figure, let from, let to):
            send(.behind(figure, desk.behind(figure, from..<to, now: now)))
        case .find(let reference):
            send(.found(reference, desk.inquiries.values.first { $0.reference == reference }?.id))
        default: break
        }
    }

    private mutating func submit(_ intents: [Intent], _ correlation: Correlation) {
        var last = CommandAnswer()
        for intent in intents {
            switch desk.submit(intent, by: state.caller, at: now) {
            case .success(let answer):
                last = answer
                if let id = answer.inquiry, let head = desk.head(id) { send(.heads([head])) }
            case .failure(let refusal):
                send(.refused(correlation, refusal))
                return
            }
        }
        send(.committed(correlation, last))
    }

    static func keys(_ text: String) -> [Key] {
        var keys: [Key] = []
        var rest = Substring(text)
        while let character = rest.first {
            if character == "<", let end = rest.firstIndex(of: ">"),
                let key = named(rest[rest.index(after: rest.startIndex)..<end])
            {
                keys.append(key)
                rest = rest[rest.index(after: end)...]
                continue
            }
            keys += character.unicodeScalars.map { Key.scalar($0) }
            rest = rest.dropFirst()
        }
        return keys
    }

    private static func named(_ name: Substring) -> Key? {
        let plain: [Substring: Key.Code] = [
            "enter": .enter, "esc": .escape, "tab": .tab, "backtab": .backTab, "up": .up, "down": .down,
            "left": .left,
            "right": .right, "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown,
            "back": .backspace,
        ]
        if let code = plain[name] { return Key(code) }
        if name.hasPrefix("c-"), let scalar = name.unicodeScalars.last { return .control(scalar) }
        if name.hasPrefix("f"), let number = Int(name.dropFirst()) { return Key(.function(number)) }
        return nil
    }
}
