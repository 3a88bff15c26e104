import SkrankeDomain

/// One citizen from the first word to the last: events and alarms come into one box, and are answered one
/// after the other.
struct CitizenLife: Sendable {
    private enum Arrival: Sendable {
        case update(ChatUpdate)
        case alarm(generation: Int)
        /// The chat cannot be followed any more.
        case lost
    }

    let citizen: Citizen
    let client: CitizenClient
    let clock: any Clock
    let attendance: Attendance
    /// Makes keys that no other run has used.
    let salt: UInt64
    let real: @Sendable (Span) -> Span
    let pause: Pause

    /// Events that a citizen may be behind; one more, and he goes.
    private static let boxSize = 2_000

    /// Ends when the citizen goes, or the task is cancelled. He has been counted in by the caller.
    func run() async {
        var behaviour = CitizenBehaviour(citizen)
        var keys = KeySupply(salt: salt, citizen: citizen.index)
        var queueing = Queueing(attendance)
        defer { queueing.end() }
        guard let chat = await ask(behaviour.react(to: .arrived), key: keys.next()) else { return }
        let (box, entry) = AsyncStream.makeStream(
            of: Arrival.self, bufferingPolicy: .bufferingOldest(Self.boxSize))
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await follow(chat.token, entry) }
            await live(&behaviour, &keys, &queueing, chat, box, entry)
            group.cancelAll()
        }
    }

    private func ask(_ reaction: Reaction, key: String) async -> BegunChat? {
        guard case .ask(let question)? = reaction.steps.first?.action else { return nil }
        return try? await client.retrying(backoff: backoff) { () throws(ClientFault) -> BegunChat in
            try await client.ask(question, language: citizen.language, contact: citizen.contact, key: key)
        }
    }

    private func follow(_ token: String, _ entry: AsyncStream<Arrival>.Continuation) async {
        do {
            try await client.follow(token: token, backoff: backoff) { update in
                if case .enqueued = entry.yield(.update(update)) { true } else { false }
            }
        } catch {
            // Refused for good or cancelled: either way nothing more will come.
        }
        entry.yield(.lost)
        entry.finish()
    }

    // MARK: The loop

    private func live(
        _ behaviour: inout CitizenBehaviour, _ keys: inout KeySupply, _ queueing: inout Queueing,
        _ chat: BegunChat, _ box: AsyncStream<Arrival>, _ entry: AsyncStream<Arrival>.Continuation
    ) async {
        var agenda = Agenda()
        var alarm: Task<Void, Never>?
        defer { alarm?.cancel() }
        agenda.take(behaviour.react(to: .state(chat.state)), now: clock.monotonic, real: real)
        queueing.see(.state(chat.state))
        var alarmFor = -1
        for await arrival in box {
            switch arrival {
            case .lost: return
            case .update(let update):
                queueing.see(update)
                guard let event = CitizenEvent(update) else { break }
                agenda.take(behaviour.react(to: event), now: clock.monotonic, real: real)
            case .alarm(let generation):
                guard generation == agenda.generation else { break }
                while let action = agenda.pop(now: clock.monotonic) {
                    guard await act(action, &behaviour, &agenda, &keys, chat) else { return }
                }
            }
            if Task.isCancelled { return }
            guard agenda.generation != alarmFor, let due = agenda.nextDue else { continue }
            alarmFor = agenda.generation
            alarm?.cancel()
            alarm = ring(at: due, generation: alarmFor, entry)
        }
    }

    private func ring(
        at due: Int64, generation: Int, _ entry: AsyncStream<Arrival>.Continuation
    ) -> Task<Void, Never> {
        let wait = Span(milliseconds: max(0, due - clock.monotonic))
        return Task {
            guard (try? await pause(wait)) != nil else { return }
            entry.yield(.alarm(generation: generation))
        }
    }

    /// Does it; false when he is gone.
    private func act(
        _ action: CitizenAction, _ behaviour: inout CitizenBehaviour, _ agenda: inout Agenda,
        _ keys: inout KeySupply, _ chat: BegunChat
    ) async -> Bool {
        switch action {
        case .ask: return true
        case .think(let thought):
            agenda.take(behaviour.react(to: .thought(thought)), now: clock.monotonic, real: real)
            return true
        case .typing:
            // Shown for a moment, promised to nobody: not tried again.
            try? await client.showTyping(token: chat.token)
            return true
        case .write(let text):
            let key = keys.next()
            return await succeeds { () throws(ClientFault) in
                _ = try await client.write(text, token: chat.token, key: key)
            }
        case .end: return await succeeds { () throws(ClientFault) in try await client.end(token: chat.token) }
        case .leave: return false
        }
    }

    private func succeeds(_ request: @Sendable () async throws(ClientFault) -> Void) async -> Bool {
        do {
            try await client.retrying(backoff: backoff, request)
            return true
        } catch {
            // Refused for good, e.g. a chat that can take no more: he goes. A conflict is none of his.
            if case .refused(409, _, _) = error { return true }
            return false
        }
    }

    private var backoff: Backoff {
        Backoff(random: SeededRandom(seed: salt, stream: UInt64(citizen.index)))
    }
}

extension CitizenEvent {
    init?(_ update: ChatUpdate) {
        switch update {
        case .message(_, let from, let text): self = .message(from: from, text: text)
        case .receipt(let reference, let expectedAt):
            self = .receipt(reference: reference, expectedAt: expectedAt)
        case .state(let state): self = .state(state)
        case .position(let place, let wait): self = .position(place, expectedWaitSeconds: wait)
        case .typing(.agent): self = .agentTyping
        case .typing: return nil
        }
    }
}

/// Idempotency keys of one citizen in one run: 32 hexadecimal digits.
public struct KeySupply: Sendable {
    private var random: SeededRandom

    public init(salt: UInt64, citizen: Int) {
        random = SeededRandom(seed: salt, stream: 0xCE11_0000_0000 &+ UInt64(citizen))
    }

    public mutating func next() -> String { Identifier(high: random.next(), low: random.next()).description }
}

/// Whether the citizen counts as one who waits.
private struct Queueing {
    private let attendance: Attendance
    private var isWaiting = true

    init(_ attendance: Attendance) { self.attendance = attendance }

    mutating func see(_ update: ChatUpdate) {
        guard case .state(let state) = update, (state == .waiting) != isWaiting else { return }
        isWaiting.toggle()
        if isWaiting { attendance.waitsAgain() } else { attendance.stopsWaiting() }
    }

    mutating func end() {
        if isWaiting { attendance.stopsWaiting() }
        attendance.leaves()
    }
}
