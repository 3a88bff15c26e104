import SkrankeDomain
import SkrankeSimulation
import Testing

/// The exchange: who is answered when, by whom, and what is posted.
@Suite struct SwitchboardTests {
    private let start = Moment(seconds: 1_795_000_000)
    private let odd = AgentID("odd")
    private let tuva = AgentID("tuva")

    private func call(_ index: Int, _ patience: PlannedCall.Patience = .waits) -> PlannedCall {
        var call = PlannedCall(seed: 1, index: index, patience: patience)
        call.ringing = .seconds(4)
        call.talk = .seconds(100)
        call.isDoubled = false
        if patience == .hangsUp { call.patience = .seconds(20) }
        return call
    }

    private func board(_ colleagues: AgentID...) -> Switchboard {
        Switchboard(
            colleagues: Dictionary(uniqueKeysWithValues: colleagues.map { ($0, $0.rawValue) }), at: start)
    }

    private func told(_ posts: [(at: Moment, post: CallPost)]) -> [String] {
        posts.map { "\(($0.at - start).milliseconds / 1_000) \($0.post.event) \($0.post.callID.suffix(1))" }
    }

    @Test func theLongestWaitingIsAnsweredFirst() {
        var board = board(odd)
        #expect(board.ring(call(1), at: start).map(\.event) == [.newCall])
        _ = board.ring(call(2), at: start + .seconds(1))
        _ = board.ring(call(3), at: start + .seconds(2))
        // Four seconds of ringing, a hundred of talk, thirty of after-work.
        let posts = board.advance(to: start + .seconds(300))
        #expect(
            told(posts) == [
                "4 answer 1", "104 hangup 1", "138 answer 2", "238 hangup 2", "272 answer 3",
            ])
        #expect(posts.compactMap(\.post.user) == ["odd", "odd", "odd"])
        #expect(board.callsTalking == 1 && board.callsWaiting == 0)
    }

    @Test func twoColleaguesAnswerSideBySide() {
        var board = board(odd, tuva)
        _ = board.ring(call(1), at: start)
        _ = board.ring(call(2), at: start)
        #expect(told(board.advance(to: start + .seconds(10))) == ["4 answer 1", "4 answer 2"])
    }

    @Test func whoIsToBeLostIsAnsweredByNobodyButTheScreen() {
        var board = board(odd)
        _ = board.ring(call(1, .hangsUp), at: start)
        #expect(told(board.advance(to: start + .seconds(60))) == ["20 hangup 1"])
        _ = board.ring(call(2, .hangsUp), at: start + .seconds(60))
        let lifted = board.lift(
            call(2).callID, by: AgentID("ingrid"), user: "ingrid", at: start + .seconds(65))
        #expect(lifted.map(\.event) == [.answer] && lifted.first?.user == "ingrid")
        #expect(told(board.advance(to: start + .seconds(200))) == ["165 hangup 2"])
        #expect(board.lift("nobody", by: odd, user: "odd", at: start).isEmpty)
    }

    @Test func aColleagueOnHisWayIsFreeAgainWhenTheCallerLeaves() {
        var board = board(odd)
        var hasty = call(1)
        hasty.patience = .seconds(2)
        _ = board.ring(hasty, at: start)
        _ = board.ring(call(2), at: start)
        #expect(told(board.advance(to: start + .seconds(10))) == ["2 hangup 1", "6 answer 2"])
    }

    /// However long a day is left alone, every call that rang is over, each once.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func everyCallOfADayEndsOnce(_ seed: UInt64) {
        let names = ["odd", "tuva", "eli", "samir"].map { (AgentID($0), $0) }
        var board = Switchboard(
            colleagues: Dictionary(uniqueKeysWithValues: names), at: start - .days(1))
        var posts: [CallPost] = []
        let zone = TimeZoneRules.utc
        let day = DayPlan(seed: seed, day: zone.date(at: start), zone: zone)
        for step in day.steps {
            guard case .call(let call) = step.arrival else { continue }
            posts += board.advance(to: step.at).map(\.post)
            posts += board.ring(call, at: step.at)
        }
        posts += board.advance(to: start + .days(2)).map(\.post)
        func count(_ event: CallPost.Event) -> Int { Set(posts.filter { $0.event == event }.map(\.callID)).count }
        #expect(count(.newCall) == 144)
        #expect(count(.hangup) == 144)
        #expect(count(.answer) == 135)
        #expect(posts.count { $0.event == .hangup } == 144)
        #expect(board.callsWaiting == 0 && board.callsTalking == 0 && board.nextDue == nil)
    }
}
