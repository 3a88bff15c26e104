import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import Testing

@testable import SkrankeGateway

/// From the mailbox into the store: once, all of it, whatever the server does.
@Suite struct MailFetchTests {
    @Test func everyMessageIsFetchedOnce() async throws {
        let desk = MailDesk()
        for number in 0..<120 { desk.hands.put("brev \(number)") }
        #expect(try await desk.fetch.round() == nil)
        #expect(try await desk.store.unreadOriginals(limit: 999).count == 120)
        #expect(desk.hands.state.withLock { $0.kept.count } == 120)
        desk.hands.put("ett til")
        #expect(try await desk.fetch.round() == nil)
        #expect(desk.hands.state.withLock { $0.reads } == 121)
        // Another gateway, or this one after a kill: compared, and not fetched again.
        let again = MailFetch(source: desk.hands, store: desk.store, clock: desk.time)
        #expect(try await again.round() == nil)
        #expect(desk.hands.state.withLock { $0.reads } == 121)
    }

    @Test func aRenumberedMailboxIsToldAndDoublesNothing() async throws {
        let desk = MailDesk()
        for number in 0..<3 { desk.hands.put("brev \(number)") }
        _ = try await desk.fetch.round()
        desk.hands.state.withLock { state in
            state.validity = 8
            state.messages = state.messages.enumerated().map { index, message in
                (MailMark(mark: "\(index + 50)", number: Int64(index + 50)), message.text)
            }
        }
        desk.hands.put("nytt", number: 99)
        #expect(try await desk.fetch.round() == MailTrouble(.incoming, .renumbered))
        #expect(try await desk.store.unreadOriginals(limit: 99).count == 4)
        desk.time.advance(by: .minutes(11))
        #expect(try await desk.fetch.round() == nil)
    }

    @Test func whatTheServerHasMoreIsToldWithItsCount() async throws {
        let desk = MailDesk()
        desk.hands.put("brev")
        desk.hands.state.withLock { $0.hidden = 2 }
        #expect(try await desk.fetch.round() == MailTrouble(.incoming, .difference, "2"))
        desk.hands.state.withLock { $0.hidden = 0 }
        #expect(try await desk.fetch.round() == nil)
    }

    @Test func aServerThatIsAwayIsNoLoss() async throws {
        let desk = MailDesk()
        desk.hands.put("brev")
        let trouble = MailTrouble(.incoming, .unreachable, "mail.example")
        desk.hands.state.withLock { $0.trouble = trouble }
        do {
            _ = try await desk.fetch.round()
            Issue.record("it answered")
        } catch {
            guard case .mail(let found) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(found == trouble)
        }
        desk.hands.state.withLock { $0.trouble = nil }
        _ = try await desk.fetch.round()
        #expect(try await desk.store.unreadOriginals(limit: 9).count == 1)
    }
}
