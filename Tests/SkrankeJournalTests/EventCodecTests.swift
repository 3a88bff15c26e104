import SkrankeDomain
import SkrankeJournal
import Testing

/// The stored form of every event. A change here breaks every journal that exists: add an upcaster instead.
@Suite struct EventCodecTests {
    private let codec = EventCodec()

    private static func samples() throws -> [(Event, String)] {
        let reference = try #require(EventSamples.reference)
        return [EventSamples.received(reference)] + EventSamples.linked(reference) + EventSamples.inquiry
            + EventSamples.promise
            + EventSamples.contacts
    }

    @Test func everyKindHasItsGoldenForm() throws {
        for (event, golden) in try EventCodecTests.samples() {
            let stored = try codec.encode(event)
            #expect("\(stored.type) \(stored.payload)" == golden)
            #expect(stored.form == 1)
            #expect(try codec.decode(stored) == event)
        }
    }

    /// The cases of `Event`, counted in its source: a new one must get a golden form.
    @Test func noKindIsForgotten() throws {
        let kinds = Set(try EventCodecTests.samples().map { try codec.encode($0.0).type })
        #expect(kinds.count == 95)
        let source = try SourceText.read("Sources/SkrankeDomain/Event/Event.swift")
        let body = try #require(source.components(from: "public enum Event:", to: "\n}\n"))
        let cases = body.split(separator: "\n").count { $0.hasPrefix("    case ") }
        #expect(cases == kinds.count)
    }

    @Test func anOldPayloadIsLedThroughItsUpcasters() throws {
        // Once upon a time a claim said who by a number, then by a name under another key and type.
        let lifted = EventCodec(upcasters: [
            Upcaster("InquiryTaken", form: 1, to: 2) { (old: JSONValue) throws(StoreFault) in
                guard case .integer(let number)? = old["agent"] else { throw .corrupt("no agent") }
                return .object(["agent": .string(number == 7 ? "kari" : "?")])
            },
            Upcaster("InquiryTaken", form: 2, to: 2, newType: "InquiryClaimed") { old in
                var new = old
                new["by"] = old["agent"]
                new["agent"] = nil
                return new
            },
        ])
        let old = StoredEvent(type: "InquiryTaken", form: 1, payload: #"{"agent":7}"#)
        #expect(try lifted.decode(old) == .inquiryClaimed(by: AgentID("kari")))
        let middle = StoredEvent(type: "InquiryTaken", form: 2, payload: #"{"agent":"ola"}"#)
        #expect(try lifted.decode(middle) == .inquiryClaimed(by: AgentID("ola")))
        let new = try lifted.encode(.inquiryClaimed(by: AgentID("kari")))
        #expect(new == StoredEvent(type: "InquiryClaimed", form: 2, payload: #"{"by":"kari"}"#))
        #expect(try lifted.decode(new) == .inquiryClaimed(by: AgentID("kari")))
        #expect(throws: StoreFault.newer(found: 2, known: 1)) { try codec.decode(new) }
    }

    /// From the first to the last of the years 0 to 9999.
    @Test(arguments: [-62_167_219_200_000, -1, 0, 1_778_572_800_123, 253_402_300_799_999] as [Int64])
    func everyMillisecondComesBack(_ milliseconds: Int64) throws {
        let event = Event.deadlineResumed(kind: .receipt, due: Moment(milliseconds: milliseconds))
        let stored = try codec.encode(event)
        #expect(stored.payload == #"{"due":\#(milliseconds),"kind":"receipt"}"#)
        #expect(try codec.decode(stored) == event)
    }

    /// Journals of earlier versions hold members in the order in which they are declared.
    @Test func theOrderOfMembersIsFree() throws {
        let stored = StoredEvent(type: "InquiryAssigned", payload: #"{"to":"ola","by":"kari"}"#)
        #expect(try codec.decode(stored) == .inquiryAssigned(to: AgentID("ola"), by: AgentID("kari")))
    }

    @Test func anUpcasterMeetsAFaultAndNoCrash() {
        let lifted = EventCodec(upcasters: [Upcaster("InquiryClaimed", form: 1, to: 2) { $0 }])
        #expect(throws: StoreFault.self) {
            try lifted.decode(StoredEvent(type: "InquiryClaimed", payload: #"{"by":"#))
        }
        let bottomless = StoredEvent(type: "InquiryClaimed", payload: String(repeating: "[", count: 100_000))
        #expect(throws: StoreFault.self) { try lifted.decode(bottomless) }
        let endless = EventCodec(upcasters: [
            Upcaster("InquiryClaimed", form: 1, to: 2) { _ in .object(["by": .number(.infinity)]) }
        ])
        #expect(throws: StoreFault.self) {
            try endless.decode(StoredEvent(type: "InquiryClaimed", payload: "{}"))
        }
    }

    @Test func anUnknownFieldIsPassedOver() throws {
        let stored = StoredEvent(
            type: "InquiryClaimed", payload: #"{"by":"kari","mood":["good",{"x":null}]}"#)
        #expect(try codec.decode(stored) == .inquiryClaimed(by: AgentID("kari")))
    }

    @Test(arguments: [
        StoredEvent(type: "InquiryClaimed", payload: "{}"), StoredEvent(type: "InquiryClaimed", payload: "{"),
        StoredEvent(type: "Nonsense", payload: "{}"), StoredEvent(type: "", payload: "{}"),
        StoredEvent(type: "VisitorArrived", payload: #"{"interaction":"x","ticket":1}"#),
        StoredEvent(type: "InquiryClaimed", payload: #"{"by":"kari"},"citizenReplied":{}"#),
        StoredEvent(type: "InquiryClaimed", payload: String(repeating: "[", count: 100_000)),
    ])
    func aBrokenPayloadIsAFaultAndNoCrash(_ stored: StoredEvent) {
        #expect(throws: StoreFault.self) { try codec.decode(stored) }
    }

    @Test func anEnvelopeIsOneLineOfJSON() throws {
        let envelope = Envelope(
            id: ID(Identifier(high: 1, low: 2)), sequence: 7, at: Moment(milliseconds: 1_778_572_800_000),
            caller: Caller(.agent(AgentID("kari")), roles: [.supervisor, .agent], terminal: "tty\u{1B}1\n"),
            stream: .inquiry(ID(Identifier(high: 1, low: 3))), version: 2,
            event: .inquiryClaimed(by: AgentID("kari")), causation: ID(Identifier(high: 1, low: 4)),
            correlation: ID(Identifier(high: 1, low: 5)))
        #expect(
            try EnvelopeJSON.line(envelope)
                == #"{"actor":"agent/kari","aggregate":"inquiry/00000000000000010000000000000003","#
                + #""at":"2026-05-12T08:00:00Z","causation":"00000000000000010000000000000004","#
                + #""correlation":"00000000000000010000000000000005","id":"00000000000000010000000000000002","#
                + #""payload":{"by":"kari"},"role":"agent supervisor","sequence":7,"terminal":"tty\u001b1\n","#
                + #""type":"InquiryClaimed","version":2}"#)
    }
}
