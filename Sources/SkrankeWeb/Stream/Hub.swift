import SkrankeDomain
import SkrankeJournal
import Synchronization

/// Who listens to which inquiry, and who waits: the tailer's address book. May be called from any thread;
/// nothing here blocks or reads the store.
final class Hub: Sendable {
    private struct State {
        var subscribers: [InquiryID: [Int: Subscriber]] = [:]
        var count = 0
        /// Streams of each address that counts.
        var addresses: [String: Int] = [:]
        var nextNumber = 1
        var isOpen = true
        var queue: WaitingQueue
        var queueChanged = false
        var told: [InquiryID: WaitingQueue.Place] = [:]
        var ticks = 0
        var toldAtTick = -1
    }

    /// A longer queue is told at ticks only, so that a rush costs one pass a second.
    private static let shortQueue = 200

    private let limits: WebLimits
    private let clock: any SkrankeDomain.Clock
    private let state: Mutex<State>

    /// The counter's day: visits, called numbers, displays.
    let visits: VisitBoard

    init(
        limits: WebLimits, clock: any SkrankeDomain.Clock, goalSeconds: Int64,
        zone: @escaping @Sendable () -> TimeZoneRules = { .utc }
    ) {
        visits = VisitBoard(limits: limits, clock: clock, zone: zone)
        self.limits = limits
        self.clock = clock
        state = Mutex(State(queue: WaitingQueue(goalSeconds: goalSeconds)))
    }

    // Streams

    /// - Parameter address: nil where addresses do not count.
    /// - Throws: `Problem` where there are too many, or the server stops.
    func subscribe(
        _ inquiry: InquiryID, from address: String? = nil, disconnect: @escaping @Sendable () -> Void
    ) throws(Problem) -> Subscriber {
        let result = state.withLock { state -> Result<Subscriber, Problem> in
            if let problem = obstacle(inquiry, address, state) { return .failure(problem) }
            let subscriber = Subscriber(
                number: state.nextNumber, inquiry: inquiry, address: address, backlog: limits.streamBacklog,
                disconnect: disconnect)
            if let address { state.addresses[address, default: 0] += 1 }
            state.nextNumber += 1
            state.count += 1
            state.subscribers[inquiry, default: [:]][subscriber.number] = subscriber
            return .success(subscriber)
        }
        return try result.get()
    }

    /// Why a stream would not be admitted now; asked before the response's head is written.
    func obstacle(to inquiry: InquiryID, from address: String?) -> Problem? {
        state.withLock { obstacle(inquiry, address, $0) }
    }

    private func obstacle(_ inquiry: InquiryID, _ address: String?, _ state: borrowing State) -> Problem? {
        if !state.isOpen { return Problem(.stopping, retryAfter: 2) }
        if state.count >= limits.streams { return Problem(.tooManyVisitors, retryAfter: 10) }
        let share = address.flatMap { state.addresses[$0] } ?? 0
        if share >= limits.streamsPerAddress
            || state.subscribers[inquiry]?.count ?? 0 >= limits.streamsPerChat
        {
            return Problem(.tooManyStreams, retryAfter: 5)
        }
        return nil
    }

    func unsubscribe(_ subscriber: Subscriber) {
        state.withLock { state in
            let inquiry = subscriber.inquiry
            guard state.subscribers[inquiry]?.removeValue(forKey: subscriber.number) != nil else { return }
            state.count -= 1
            if let address = subscriber.address, let count = state.addresses[address] {
                state.addresses[address] = count > 1 ? count - 1 : nil
            }
            if state.subscribers[inquiry]?.isEmpty == true {
                state.subscribers[inquiry] = nil
                state.told[inquiry] = nil
            }
        }
        subscriber.finish()
    }

    var streamCount: Int { state.withLock { $0.count } }

    func listens(to inquiry: InquiryID) -> Bool { state.withLock { $0.subscribers[inquiry] != nil } }

    /// Ends every stream and admits no other; a stop that left one open would hang (stack §3).
    func close() {
        let all = state.withLock { state in
            state.isOpen = false
            return state.subscribers.values.flatMap(\.values)
        }
        for subscriber in all { subscriber.finish() }
        visits.close()
    }

    func open() {
        visits.open()
        state.withLock { $0.isOpen = true }
    }

    // News

    func deliver(_ envelope: Envelope, text: String?) {
        guard let inquiry = envelope.stream.inquiry else { return }
        send(.event(envelope, text: text), to: inquiry)
    }

    func typing(in inquiry: InquiryID) { send(.typing, to: inquiry) }

    func lookAgain() { for subscriber in all { subscriber.send(.lookAgain) } }

    private func send(_ delivery: Delivery, to inquiry: InquiryID) {
        let listeners = state.withLock { $0.subscribers[inquiry].map { Array($0.values) } ?? [] }
        for listener in listeners { listener.send(delivery) }
    }

    private var all: [Subscriber] { state.withLock { $0.subscribers.values.flatMap(\.values) } }

    // The queue

    func join(_ inquiry: InquiryID, since: Moment) {
        state.withLock { state in
            state.queue.join(inquiry, since: since)
            state.queueChanged = true
        }
    }

    func leave(_ inquiry: InquiryID, claimedAt: Moment? = nil) {
        state.withLock { state in
            state.told[inquiry] = nil
            if state.queue.leave(inquiry, claimedAt: claimedAt) { state.queueChanged = true }
        }
    }

    /// The place of one who has just come; nil where the chat does not wait.
    func place(of inquiry: InquiryID) -> WaitingQueue.Place? {
        let now = clock.now
        return state.withLock { state in
            let place = state.queue.place(of: inquiry, now: now)
            state.told[inquiry] = place
            return place
        }
    }

    /// Tells those whose place changed.
    func tellPlaces() {
        let now = clock.now
        let news = state.withLock { state -> [(Subscriber, WaitingQueue.Place)] in
            let isDue = state.queue.count <= Self.shortQueue || state.toldAtTick != state.ticks
            guard state.queueChanged, isDue else { return [] }
            state.queueChanged = false
            state.toldAtTick = state.ticks
            var news: [(Subscriber, WaitingQueue.Place)] = []
            for (id, place) in state.queue.places(now: now) {
                guard let listeners = state.subscribers[id], state.told[id] != place else { continue }
                state.told[id] = place
                for listener in listeners.values { news.append((listener, place)) }
            }
            return news
        }
        for (subscriber, place) in news { subscriber.send(.position(place)) }
    }

    // Time

    /// Once a second: places, heartbeats spread over their interval, clients that hang.
    func tick() {
        let (ticks, all) = state.withLock { state in
            state.ticks += 1
            return (state.ticks, state.subscribers.values.flatMap(\.values))
        }
        tellPlaces()
        visits.tick()
        let interval = max(1, limits.heartbeatSeconds)
        for subscriber in all {
            subscriber.tick(limit: limits.slowWriteSeconds)
            if (ticks + subscriber.number) % interval == 0 { subscriber.send(.heartbeat) }
        }
    }
}
