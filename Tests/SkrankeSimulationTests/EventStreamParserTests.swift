import SkrankeSimulation
import Testing

@Suite struct EventStreamParserTests {
    static let stream = """
        : velkommen\r\n\r\nid: 1\r\nevent: message\r\ndata: {"text":"blåbær 🫐"}\r\n\r\nretry: 250\n\
        event:typing\ndata:{"from":"agent"}\n\nid: 2\rdata: første\rdata: andre\r\r\
        id: 3\nevent: tom\n\ndata\n\nfield: ukjent\ndata:  to mellomrom\n\nid: 9\ndata: uferdig
        """
    static let expected = [
        ServerSentEvent(id: "1", name: "message", data: #"{"text":"blåbær 🫐"}"#),
        ServerSentEvent(id: "1", name: "typing", data: #"{"from":"agent"}"#),
        ServerSentEvent(id: "2", name: "message", data: "første\nandre"),
        ServerSentEvent(id: "3", name: "message", data: ""),
        ServerSentEvent(id: "3", name: "message", data: " to mellomrom"),
    ]

    @Test func readsAStream() throws {
        var parser = EventStreamParser()
        #expect(try parser.feed(Self.stream.utf8) == Self.expected)
        #expect(parser.retry == 250)
        // What was not finished with an empty line has not happened.
        #expect(parser.lastEventID == "3")
    }

    /// Split at any byte, the events are the same.
    @Test func splitsDoNotMatter() throws {
        let bytes = Array(Self.stream.utf8)
        for place in 0...bytes.count {
            var parser = EventStreamParser()
            let events = try parser.feed(bytes[..<place]) + parser.feed(bytes[place...])
            #expect(events == Self.expected, "at byte \(place)")
        }
        var parser = EventStreamParser()
        #expect(try bytes.flatMap { try parser.feed([$0]) } == Self.expected)
    }

    @Test func aByteOrderMarkIsSkippedOnce() throws {
        var parser = EventStreamParser()
        let events = try parser.feed("\u{FEFF}data: a\n\n\u{FEFF}data: b\n\n".utf8)
        #expect(events.map(\.data) == ["a"])
    }

    @Test func anIdWithNulIsIgnored() throws {
        var parser = EventStreamParser(lastEventID: "7")
        #expect(try parser.feed("id: a\0b\ndata: x\n\n".utf8).map(\.id) == ["7"])
        #expect(parser.lastEventID == "7")
        #expect(try parser.feed("id\ndata: x\n\n".utf8).map(\.id) == [""])
    }

    @Test func anEndlessEventIsRefused() {
        var parser = EventStreamParser()
        #expect(throws: EventStreamParser.TooLarge.self) {
            for _ in 0..<300 { _ = try parser.feed("data: \(String(repeating: "a", count: 5_000))\n".utf8) }
        }
        var endless = EventStreamParser()
        #expect(throws: EventStreamParser.TooLarge.self) {
            _ = try endless.feed(repeatElement(UInt8(ascii: "a"), count: EventStreamParser.largestEvent + 1))
        }
    }
}
