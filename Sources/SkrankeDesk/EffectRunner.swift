import SkrankeConsole
import SkrankeDomain
import SkrankeJournal

/// Does what the console wants done, off its thread, and brings the answers back.
///
/// Writes go one after the other in the order of their effects; reads run beside them. Nothing here is
/// cancelled when the console moves on: a write that was begun is finished (stack §2).
public final class EffectRunner: Sendable {
    private let desk: CommandDesk
    private let bus: any Bus
    private let caller: Caller
    private let host: ConsoleHost
    private let session: SessionHandle
    private let deliver: @Sendable (Action) async -> Void
    private let writes: AsyncStream<Effect>.Continuation

    /// - Parameter deliver: hands an action to the console, and returns when it was reduced.
    public init(
        desk: CommandDesk, bus: any Bus, caller: Caller, host: ConsoleHost, session: SessionHandle,
        deliver: @escaping @Sendable (Action) async -> Void
    ) {
        self.desk = desk
        self.bus = bus
        self.caller = caller
        self.host = host
        self.session = session
        self.deliver = deliver
        let (stream, continuation) = AsyncStream.makeStream(of: Effect.self)
        writes = continuation
        Task.detached { [weak self] in
            for await effect in stream { await self?.write(effect) }
        }
    }

    /// Returns at once; called on the console's thread.
    public func perform(_ effect: Effect) {
        switch effect {
        case .submit, .register, .split, .saveDraft, .quit, .setPresence: writes.yield(effect)
        case .bell: host.bell()
        case .copy(let text): host.copy(text)
        case .redraw: host.redraw()
        case .suspend: host.suspend()
        case .setTheme(let name): host.useTheme(name)
        case .ephemeral(let sign): bus.send(.ephemeral(sign))
        case .looksAt(let inquiry): session.looks(inquiry)
        case .setLanguage: host.redraw()
        default: Task.detached { [weak self] in await self?.read(effect) }
        }
    }

    private func write(_ effect: Effect) async {
        switch effect {
        case .submit(let intents, let correlation): await submit(intents, correlation)
        case .register(let registration, let correlation):
            await submit([.registerInquiry(id: desk.newID(), registration)], correlation)
        case .split(let id, let text, let topic, let correlation):
            await submit([.split(id, new: desk.newID(), text: text, topic: topic)], correlation)
        case .saveDraft(let draft): await save(draft)
        case .setPresence(let presence):
            session.shows(presence)
        case .quit:
            await desk.store.barrier()
            host.quit()
        default: break
        }
    }

    private func submit(_ intents: [Intent], _ correlation: Correlation?) async {
        var last = CommandAnswer()
        for intent in intents {
            let action: Action?
            do throws(StoreFault) {
                switch try await desk.submit(intent, by: caller) {
                case .committed(let answer, _), .repeated(let answer):
                    last = answer
                    action = nil
                case .conflict: action = correlation.map { .fault($0, .failed("conflict")) }
                case .refused(let refusal): action = correlation.map { .refused($0, refusal) }
                }
            } catch {
                action = correlation.map { .fault($0, error) } ?? .storeFault(error)
            }
            if let action { return await deliver(action) }
        }
        bus.send(.moved)
        if let correlation { await deliver(.committed(correlation, last)) }
        if intents.contains(where: { $0.absentee != nil }), let rows = try? await desk.store.absences() {
            await deliver(.absences(rows))
        }
    }

    private func save(_ draft: Draft) async {
        let key = DraftKey(draft.inquiry, draft.kind)
        do throws(StoreFault) {
            try await desk.store.saveDraft(draft)
            await deliver(.draftSaved(key, text: draft.text, at: desk.now))
        } catch {
            await deliver(.draftFault(key, error))
        }
    }

    private func read(_ effect: Effect) async {
        do throws(StoreFault) {
            if let action = try await answer(to: effect) { await deliver(action) }
        } catch {
            await deliver(.storeFault(error))
        }
    }

    private func answer(to effect: Effect) async throws(StoreFault) -> Action? {
        let store = desk.store
        if effect.readsInquiries, !Gate.mayReadInquiries(caller) { return .readRefused }
        switch effect {
        case .openFile(let id): return .file(id, try await store.file(id))
        case .loadHistory(let id, let query): return .history(id, try await store.heads(matching: query))
        case .search(let query, let generation):
            return .search(generation: generation, try await search(query))
        case .find(let reference): return .found(reference, try await store.find(reference))
        case .loadReservations(let id, let hosts, let from, let until, let moving):
            var taken: Set<UniqueKey> = []
            for host in hosts {
                taken.formUnion(try await store.reservations(of: host, from: from, until: until))
            }
            return .reservations(id, taken, moving: moving)
        case .loadFigures(let from, let to, let period):
            return .figures(try await store.figures(from: from, to: to, now: desk.now), period)
        case .loadBehind(let figure, let from, let to):
            let rows = try await store.behind(
                figure, from: from, to: to, now: desk.now, limit: BehindCard.rows)
            return .behind(figure, rows)
        default: return nil
        }
    }

    /// References and telephone numbers first, then the words' hits, newest first.
    private func search(_ query: FindQuery) async throws(StoreFault) -> [SearchHit] {
        let store = desk.store
        var direct: [InquiryHead] = []
        for reference in query.references {
            guard let id = try await store.find(reference), let file = try await store.file(id) else {
                continue
            }
            direct.append(file.head)
        }
        for phone in query.phones {
            var heads = HeadQuery(limit: FindQuery.limit)
            heads.phone = phone
            direct += try await store.heads(matching: heads)
        }
        let words = try await store.search(SearchQuery(text: query.text, limit: FindQuery.limit))
        return FindQuery.hits(direct: direct, words: words)
    }
}

extension Effect {
    /// Its answer holds citizens' data: only for those who may see it (law 5, model §5.5).
    var readsInquiries: Bool {
        switch self {
        case .openFile, .loadHistory, .search, .find, .loadBehind: true
        default: false
        }
    }
}

/// What the console tells its session's heartbeat; any thread.
public struct SessionHandle: Sendable {
    public var looks: @Sendable (InquiryID?) -> Void
    /// The presence is committed already; the heartbeat says it from now on.
    public var shows: @Sendable (Presence) -> Void
    public init(
        looks: @escaping @Sendable (InquiryID?) -> Void, shows: @escaping @Sendable (Presence) -> Void
    ) {
        self.looks = looks
        self.shows = shows
    }
}
