import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import Testing

/// "Grace and frames stay real" (DESIGN §5): a hand has as long to press `u` in a fast demonstration, and
/// in a slow one, as at a real desk.
struct GraceTests {
    @Test(arguments: [0.1, 0.5, 1, 2, 10, 60, 1_000])
    func staysReal(speed: Double) async throws {
        let wall = ManualClock(TestDesk.start)
        let clock = try #require(
            ScaledClock(origin: TestDesk.start, started: TestDesk.start, speed: speed, wall: wall))
        let store = MemoryStore()
        let policy = TestDesk.policy.graceInRealTime(on: clock)
        let identifiers = Identifiers(clock: wall)
        let desk = CommandDesk(
            store: store, clock: clock, policy: { policy }, identifiers: { identifiers.next() })
        let id: InquiryID = desk.newID()
        let ingrid = TestDesk.agent("ingrid")
        let registration = Registration(channel: .email, text: "Hei", language: .nb, claim: true)
        _ = try await desk.submit(.registerInquiry(id: id, registration), by: ingrid)
        let seen = try #require(try await store.file(id)?.inquiry.visibleVersion)
        _ = try await desk.submit(
            .sendMessage(id, text: "Svar", seen: seen, final: true, immediately: false), by: ingrid)
        let due = try #require(
            try await store.dueTimers(at: clock.now + .days(400), limit: 100).first {
                if case .heldText = $0.kind { true } else { false }
            }?.due)
        // Milliseconds of the agent's own time.
        #expect((4_990...5_010).contains(clock.delay(until: due)), "\(clock.delay(until: due))")
    }
}
