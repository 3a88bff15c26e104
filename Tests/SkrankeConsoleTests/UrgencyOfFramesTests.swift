import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeConsole

@Suite struct UrgencyOfFramesTests {
    /// What a key asked for is shown at once; a storm of news is not.
    @Test(arguments: [
        (Action.search(generation: 1, []), true), (.readRefused, true),
        (.committed(Correlation(1), CommandAnswer()), true), (.heads([]), false), (.loaded, false),
        (.sessions([]), false), (.storeFault(nil), false),
    ])
    func answersAreUrgent(_ action: Action, _ isAnswer: Bool) {
        #expect(action.isAnswer == isAnswer)
    }
}
