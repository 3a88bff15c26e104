import HTTPTypes
import NIOCore
import SkrankeDomain
import Testing

@testable import SkrankeWeb

@Suite("Small things at the rim")
struct RimTests {
    @Test(
        "Escaping goes by scalars",
        arguments: [
            ("<b>&\"'`", "&lt;b&gt;&amp;&quot;&#39;&#96;"), ("\"\u{0301}", "&quot;\u{0301}"),
            ("<\u{0338}", "&lt;\u{0338}"),
            ("a\u{1B}[31m\u{9B}b", "a\u{FFFD}[31m\u{FFFD}b"), ("\u{202E}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
            ("æøå\n\t🙂\u{200F}", "æøå\n\t🙂\u{200F}"),
        ])
    func escape(text: String, expected: String) {
        #expect(Array(HTML.escape(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        "Text at the rim",
        arguments: [
            ("a\r\nb\rc\n\r", "a\nb\nc\n\n"), ("\u{0}", "\u{FFFD}"), ("A\u{030A}", "\u{C5}"),
            ("\u{1B}[1m", "\u{1B}[1m"),
            ("plain", "plain"), ("", ""),
        ])
    func clean(text: String, expected: String) {
        #expect(Array(InboundText.clean(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        "Routes",
        arguments: [
            ("/", "home"), ("/api/v1/chats", "chats"), ("/api/v1/chats/T/events", "events"),
            ("/status/T", "status"),
            ("", nil), ("/api/v1/chats/", nil), ("/api/v1/chats/T", nil), ("/status/T/x", nil),
            ("/API/v1/chats", nil),
            ("/" + String(repeating: "x", count: 600), nil),
        ] as [(String, String?)])
    func route(path: String, name: String?) {
        let found = Route(path: path).map { "\($0)".prefix { $0 != "(" } }
        #expect(found.map(String.init) == name)
    }

    @Test(
        "A query's fields",
        arguments: [
            ("a=1&a=2", "1"), ("a=%C3%A6+x", "æ x"), ("a", ""), ("b=1", nil), ("a=%zz", nil), ("a=%ff", nil),
        ] as [(String, String?)])
    func query(text: String, expected: String?) {
        #expect(Query(text)["a"] == expected)
    }

    @Test("The queue: order, places, the measured wait")
    func queue() {
        var queue = WaitingQueue(goalSeconds: 60)
        let ids = (1...5).map { InquiryID(Identifier(high: 0, low: UInt64($0))) }
        let start = Moment(seconds: 1_000)
        for (index, id) in ids.enumerated() { queue.join(id, since: start + .seconds(Int64(index))) }
        queue.join(ids[0], since: start + .seconds(99))
        #expect(queue.count == 5)
        #expect(queue.place(of: ids[2], now: start)?.position == 3)
        #expect(queue.place(of: ids[2], now: start)?.expectedWaitSeconds == 180)
        for index in 0..<3 {
            queue.leave(ids[index], claimedAt: start + .seconds(Int64(40 * (index + 1) + index)))
        }
        // They waited 40, 80 and 120 seconds at places 1, 2 and 3: forty for each place.
        #expect(queue.place(of: ids[4], now: start)?.position == 2)
        #expect(queue.place(of: ids[4], now: start)?.expectedWaitSeconds == 80)
        #expect(queue.place(of: ids[4], now: start + .hours(3))?.expectedWaitSeconds == 120)
        let gone = [queue.leave(ids[0]), queue.leave(ids[3])]
        #expect(gone == [false, true])
        #expect(queue.places(now: start).map(\.id) == [ids[4]])
    }

    @Test(
        "Opening hours in words",
        arguments: [
            ("2026-05-04T10:00:00+02:00", Language.nb, "Åpent nå", "stenger kl. 15.30"),
            ("2026-05-04T07:00:00+02:00", .nb, "Stengt nå", "åpner i dag kl. 08.00"),
            ("2026-05-04T16:00:00+02:00", .nn, "Stengt no", "opnar i morgon kl. 08.00"),
            ("2026-05-08T16:00:00+02:00", .en, "Closed now", "opens Monday at 08:00"),
            ("2026-05-13T16:00:00+02:00", .nb, "Stengt nå", "åpner fredag kl. 08.00"),
        ])
    func opening(time: String, language: Language, now: String, then: String) throws {
        let moment = try #require(Moment(rfc3339: time))
        let info = OpeningInfo(TestDesk.policy.calendar, at: moment, language)
        #expect(info.now == now)
        #expect(info.then == then)
        #expect(info.isOpen == (now == "Åpent nå"))
    }

    @Test("Rates: a burst, then a steady flow; a full table forgets instead of growing")
    func rates() {
        let clock = TestClock(TestDesk.monday)
        let limiter = RateLimiter(clock: clock, capacity: 100)
        let rate = WebLimits.Rate(burst: 2, perMinute: 6)
        let key = RateLimiter.Key.chats("a")
        #expect((0..<3).map { _ in limiter.take(key, rate) } == [nil, nil, 10])
        clock.advance(.seconds(4))
        #expect(limiter.take(key, rate) == 6)
        clock.advance(.seconds(6))
        #expect(limiter.take(key, rate) == nil)
        for number in 0..<1_000 { #expect(limiter.take(.chats("\(number)"), rate) == nil) }
        #expect(limiter.count <= 100)
    }

    @Test("Notes and foreign authors are no events for the citizen")
    func view() {
        var view = CitizenView()
        let id = InquiryID(Identifier(high: 1, low: 1))
        let content = ContentID(Identifier(high: 2, low: 2))
        func envelope(_ version: Int, _ event: Event) -> Envelope {
            Envelope(
                id: EventID(Identifier(high: 0, low: UInt64(version))), sequence: Int64(version),
                at: Moment(seconds: 0),
                caller: Caller(.newcomer), stream: .inquiry(id), version: version, event: event,
                causation: CommandID(Identifier(high: 0, low: 0)),
                correlation: CommandID(Identifier(high: 0, low: 0)))
        }
        let message = MessageID(Identifier(high: 3, low: 3))
        let agent = AgentID("a")
        let events: [Event] = [
            .noteAdded(message: message, content: content, by: agent),
            .chatMessageSent(message: message, content: content, author: .note(agent)),
            .messageQueued(
                message: message, content: content, by: agent, channel: .chat, until: Moment(seconds: 9)),
            .messageWithdrawn(message: message, by: agent),
            .inquiryReleased(by: agent, reason: content),
            .answerGiven(by: agent, message: nil, content: content, channel: .phone),
        ]
        for (index, event) in events.enumerated() {
            #expect(view.apply(envelope(index + 1, event)) == nil, "\(event)")
        }
    }
}
