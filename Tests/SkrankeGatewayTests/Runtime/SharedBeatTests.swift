import SkrankeDomain
import Synchronization
import Testing

@testable import SkrankeRuntime

/// Many who look once a second, one wake-up.
struct SharedBeatTests {
    private final class Calls: Sendable {
        private let list = Mutex<[String]>([])
        func add(_ name: String) { list.withLock { $0.append(name) } }
        var all: [String] { list.withLock { $0 } }
    }

    @Test func whoComesLaterEndsWithTheFirst() {
        let (time, calls) = (TestTime(TestDesk.start), Calls())
        let beat = SharedBeat(time, milliseconds: 1_000)
        _ = beat.after(1_000) { calls.add("first") }
        time.advance(by: Span(milliseconds: 600))
        _ = beat.after(1_000) { calls.add("second") }
        #expect(time.waiting == 1)
        time.advance(by: Span(milliseconds: 399))
        #expect(calls.all == [])
        time.advance(by: Span(milliseconds: 1))
        #expect(calls.all == ["first", "second"])
        #expect(time.waiting == 0)
    }

    @Test func theNextBeatBeginsWithTheNextWhoWaits() {
        let (time, calls) = (TestTime(TestDesk.start), Calls())
        let beat = SharedBeat(time, milliseconds: 1_000)
        _ = beat.after(1_000) { calls.add("first") }
        time.advance(by: Span(milliseconds: 1_000))
        time.advance(by: Span(milliseconds: 300))
        _ = beat.after(1_000) { calls.add("second") }
        time.advance(by: Span(milliseconds: 999))
        #expect(calls.all == ["first"])
        time.advance(by: Span(milliseconds: 1))
        #expect(calls.all == ["first", "second"])
    }

    @Test func whoIsCancelledIsNotCalledAndHoldsUpNobody() {
        let (time, calls) = (TestTime(TestDesk.start), Calls())
        let beat = SharedBeat(time, milliseconds: 1_000)
        let first = beat.after(1_000) { calls.add("first") }
        _ = beat.after(1_000) { calls.add("second") }
        first.cancel()
        time.advance(by: Span(milliseconds: 1_000))
        #expect(calls.all == ["second"])
    }

    @Test func whatIsDueBeforeIsCalledWhenItIsDue() {
        let (time, calls) = (TestTime(TestDesk.start), Calls())
        let beat = SharedBeat(time, milliseconds: 1_000)
        _ = beat.after(1_000) { calls.add("look") }
        _ = beat.after(40) { calls.add("due") }
        time.advance(by: Span(milliseconds: 40))
        #expect(calls.all == ["due"])
    }
}
