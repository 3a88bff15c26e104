import SkrankeConsole
import SkrankeDesk
import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import SkrankeTestKit
import Testing

@Suite("The effect runner: the gate before every read, and finding", .timeLimit(.minutes(1)))
struct RunnerTests {
    private static let reads: [@Sendable (InquiryID, PublicReference) -> Effect] = [
        { id, _ in .openFile(id) }, { id, _ in .loadHistory(id, HeadQuery()) },
        { _, reference in .find(reference) },
    ]

    /// Whatever the console's own rules say: an administrator's effects bring no citizen's words (law 5).
    @Test(arguments: 0..<3)
    func whoMayNotReadGetsNothing(_ number: Int) async throws {
        let desk = TestDesk(MemoryStore())
        let id = try await desk.register(.email, "Hemmelig")
        let reference = try await desk.head(id).reference
        let seat = Seat(TestPolicy.kari, roles: [.admin])
        await seat.sit(at: desk.desk, LocalBus())
        await seat.perform(RunnerTests.reads[number](id, reference))
        for await action in seat.actions {
            guard case .readRefused = action else {
                Issue.record("\(action)")
                return
            }
            #expect(await seat.state.flash?.text == "Rollen din gir ikke innsyn i henvendelser.")
            return
        }
    }

    @Test(arguments: ["+47 59 00 00 11", "59000011", "garasje", "Åse", "1"])
    func aSearchFindsNumbersNamesAndWords(_ text: String) async throws {
        let desk = TestDesk(MemoryStore())
        let id = try await desk.register(
            .callback, "Vil bygge garasje", contact: ContactDetails(name: "Åse Li", phone: "59 00 00 11"),
            target: .window(from: desk.now, until: desk.now + .hours(2)))
        let check = try await desk.head(id).reference.checkCharacter
        let seat = Seat(TestPolicy.kari)
        await seat.sit(at: desk.desk, LocalBus())
        let typed = text == "1" ? "1\(check)" : text
        await seat.press([.scalar("f")] + typed.unicodeScalars.map { .scalar($0) })
        let last = typed.unicodeScalars.count
        for await action in seat.actions {
            guard case .search(let generation, let hits) = action, generation == last else { continue }
            #expect(hits.map(\.head.id).contains(id))
            return
        }
    }

    /// Two consoles on one store: the one from whom an inquiry is taken hears of it, by whom and why.
    @Test func takingOverIsToldToTheOneWhoHadIt() async throws {
        let desk = TestDesk(MemoryStore())
        let bus = LocalBus()
        let id = try await desk.register(.email, "Faktura", claim: true)
        let (kari, ingrid) = (Seat(TestPolicy.kari), Seat(TestPolicy.ingrid))
        for seat in [kari, ingrid] {
            await seat.sit(at: desk.desk, bus)
            await seat.receive(.heads(try await desk.store.openHeads(after: nil, limit: 10)))
            await seat.receive(.loaded)
        }
        let (looks, look) = AsyncStream.makeStream(of: JournalFollower.Reason.self)
        let subscription = bus.subscribe { if $0 == .moved { look.yield(.hint) } }
        let follower = JournalFollower(store: desk.store) { await kari.receive($0) }
        let start = try await follower.start()
        let following = Task { await follower.follow(from: start, reasons: looks) }
        await ingrid.press([.scalar("4"), .scalar(":")] + "overta".unicodeScalars.map { .scalar($0) })
        await ingrid.press(
            [Key(.enter)] + "Kari har gått".unicodeScalars.map { .scalar($0) } + [.control("s")])
        let number = try await desk.head(id).reference.short
        let told = await kari.flash("Ingrid V. har overtatt")
        #expect(told == "Ingrid V. har overtatt \(number) fra deg: Kari har gått")
        #expect(await kari.state.flashes.contains { $0.text == told }, "and in the log")
        look.finish()
        subscription.cancel()
        await following.value
    }
}
