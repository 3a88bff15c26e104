import SkrankeDomain
import SkrankeJournal
import SkrankeTestKit
import Testing

@Suite struct LocalBusTests {
    @Test func hintsReachWhoListensUntilHeCancels() {
        let bus = LocalBus()
        let heard = HintCounter()
        let subscription = bus.subscribe { if $0 == .moved { heard.add(1) } }
        bus.send(.moved)
        bus.send(
            .ephemeral(Ephemeral(kind: .typing, inquiry: ID(Identifier(high: 1, low: 1)), who: .citizen)))
        #expect(heard.sequences == [1])
        subscription.cancel()
        bus.send(.moved)
        #expect(heard.sequences == [1])
    }
}
