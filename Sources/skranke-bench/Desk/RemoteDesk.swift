import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import SkrankeSQLite
import SkrankeSimulation

/// A process at the desk without a screen: commands through the one way in, pokes to the others.
struct RemoteDesk {
    let store: SQLiteStore
    let desk: CommandDesk
    let pokes: Pokes
    let clock: any SkrankeDomain.Clock
    private let caller = Caller(.agent(AgentID("bench")), roles: [.agent], terminal: "bench")

    init(_ path: String, policy: DeskPolicy, clock: any SkrankeDomain.Clock = SystemClock()) throws {
        store = try SQLiteStore(path: path)
        let identifiers = Identifiers(clock: SystemClock())
        self.clock = clock
        desk = CommandDesk(
            store: store, clock: clock, policy: { policy }, identifiers: { identifiers.next() })
        let location = try StoreLocation.resolve(path, environment: [:], directory: "/")
        try location.prepare()
        let pokes = try Pokes(folder: location.pokes, clock: SystemClock())
        self.pokes = pokes
        store.onCommit { _ in pokes.send(.moved) }
    }

    func close() async {
        pokes.stop()
        await store.close()
    }

    /// An e-mail registered by hand: a command as a day has thousands of.
    func register(_ number: Int, _ text: String) async throws {
        let registration = Registration(
            channel: .email, text: text, contact: ContactDetails(name: "Innbygger \(number)"))
        try await expectDone(.registerInquiry(id: desk.newID(), registration), caller)
    }

    /// A citizen's question in chat.
    func ask(_ text: String) async throws -> InquiryID {
        let id: InquiryID = desk.newID()
        try await expectDone(
            .startChat(id: id, question: text, language: .nb, contact: nil),
            Caller(.newcomer, terminal: "bench"))
        return id
    }

    /// The citizen's next line.
    func write(_ text: String, in id: InquiryID) async throws {
        try await expectDone(.citizenWrites(id, text: text), Caller(.citizen(id), terminal: "bench"))
    }

    func leave(_ id: InquiryID) async throws {
        try await expectDone(.citizenEndsChat(id), Caller(.citizen(id), terminal: "bench"))
    }

    private func expectDone(_ intent: Intent, _ caller: Caller) async throws {
        switch try await desk.submit(intent, by: caller) {
        case .committed, .repeated: return
        case .refused(let refusal): throw BenchFault("refused: \(refusal)")
        case .conflict: throw BenchFault("conflict")
        }
    }

    /// Makes the store a demonstration at ten in the morning of a working day, so that the desk is open at
    /// whatever hour this runs.
    static func open(
        _ path: String, policy: DeskPolicy, origin: Moment? = nil, speed: Double = 1
    ) async throws -> any SkrankeDomain.Clock {
        let store = try SQLiteStore(path: path)
        let origin = origin ?? DemoPlan.origin(in: policy.calendar.zone)
        let started = SystemClock().now
        let values = [
            ("demo.origin", "\(origin.milliseconds)"), ("demo.started", "\(started.milliseconds)"),
            ("demo.speed", "\(speed)"), ("demo", "1"),
        ]
        for (name, value) in values { try await store.setMetadata(name, value) }
        await store.close()
        guard let clock = ScaledClock(origin: origin, started: started, speed: speed) else {
            throw BenchFault("no clock at that speed")
        }
        return clock
    }
}
