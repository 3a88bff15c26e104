import SkrankeDomain
import SkrankeJournal

/// The scripts' JSON, key by key (DESIGN §5). Keys and kinds are promises to people outside.
enum InquiryJSON {
    struct Line: Encodable {
        var reference: String
        var channel: String
        var state: String
        var topic: String?
        var owner: String?
        var due: String?
        var version: Int

        init(_ head: InquiryHead, zone: TimeZoneRules) {
            reference = head.reference.text
            channel = head.channel.rawValue
            state = head.state.rawValue
            topic = head.topic?.rawValue
            owner = head.owner?.rawValue
            due = head.due?.rfc3339(zone: zone)
            version = head.version
        }

        /// Every key is there, with null where there is nothing.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try encode(into: &container)
        }

        func encode(into container: inout KeyedEncodingContainer<Key>) throws {
            try container.encode(reference, forKey: "reference")
            try container.encode(channel, forKey: "channel")
            try container.encode(state, forKey: "state")
            try container.encode(topic, forKey: "topic")
            try container.encode(owner, forKey: "owner")
            try container.encode(due, forKey: "due")
            try container.encode(version, forKey: "version")
        }
    }

    struct Message: Encodable {
        var from: String
        var by: String?
        var channel: String
        var at: String
        var text: String?
        var delivery: String
        var sequence: Int

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(from, forKey: "from")
            try container.encode(by, forKey: "by")
            try container.encode(channel, forKey: "channel")
            try container.encode(at, forKey: "at")
            try container.encode(text, forKey: "text")
            try container.encode(delivery, forKey: "delivery")
            try container.encode(sequence, forKey: "sequence")
        }
    }

    struct Receipt: Encodable {
        var channel: String
        var sentAt: String
        var expectedAt: String
        var text: String?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(channel, forKey: "channel")
            try container.encode(sentAt, forKey: "sentAt")
            try container.encode(expectedAt, forKey: "expectedAt")
            try container.encode(text, forKey: "text")
        }
    }

    struct Deadline: Encodable {
        var kind: String
        var start: String
        var due: String
        var state: String
    }

    /// Another inquiry that it was merged or split with.
    struct Link: Encodable {
        var kind: String
        var reference: String
        var at: String
    }

    struct EventLine: Encodable {
        var version: Int
        var at: String
        var type: String
        var actor: String
    }

    struct Whole: Encodable {
        var line: Line
        var messages: [Message]
        var receipts: [Receipt]
        var deadlines: [Deadline]
        var links: [Link]
        var letters: [Letter]
        /// requested, cleared or refused.
        var clearance: String?
        var events: [EventLine]

        init(_ file: InquiryFile, zone: TimeZoneRules) {
            line = Line(file.head, zone: zone)
            messages = file.inquiry.messages.map { Message($0, file.texts, zone) }
            receipts = file.inquiry.receipts.map {
                Receipt(
                    channel: $0.channel.rawValue, sentAt: $0.sentAt.rfc3339(zone: zone),
                    expectedAt: $0.expectedAt.rfc3339(zone: zone), text: file.texts[$0.content])
            }
            deadlines = file.inquiry.deadlines.map {
                Deadline(
                    kind: $0.kind.rawValue, start: $0.start.rfc3339(zone: zone),
                    due: $0.due.rfc3339(zone: zone),
                    state: $0.state.rawValue)
            }
            links = file.inquiry.links.map {
                Link(kind: $0.kind.word, reference: $0.reference.text, at: $0.at.rfc3339(zone: zone))
            }
            clearance = file.inquiry.clearance?.state.rawValue
            letters = InquiryJSON.letters(file, zone)
            let codec = EventCodec()
            events = file.events.map {
                EventLine(
                    version: $0.version, at: $0.at.rfc3339(zone: zone),
                    type: (try? codec.encode($0.event).type) ?? "",
                    actor: $0.caller.actor.name)
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try line.encode(into: &container)
            try container.encode(messages, forKey: "messages")
            try container.encode(receipts, forKey: "receipts")
            try container.encode(deadlines, forKey: "deadlines")
            try container.encode(links, forKey: "links")
            try container.encode(letters, forKey: "letters")
            try container.encode(clearance, forKey: "clearance")
            try container.encode(events, forKey: "events")
        }
    }

    struct Answer: Encodable {
        var reference: String
        var state: String?
        var version: Int?
        var expectedAt: String?
        var ticket: Int?

        init(_ answer: CommandAnswer, zone: TimeZoneRules) {
            reference = answer.reference?.text ?? ""
            state = answer.inquiryState?.rawValue
            version = answer.version
            expectedAt = answer.expectedAt?.rfc3339(zone: zone)
            ticket = answer.ticket
        }

        /// Every key is there, with null where there is nothing.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(reference, forKey: "reference")
            try container.encode(state, forKey: "state")
            try container.encode(version, forKey: "version")
            try container.encode(expectedAt, forKey: "expectedAt")
            try container.encode(ticket, forKey: "ticket")
        }
    }

    struct Key: CodingKey, ExpressibleByStringLiteral {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringLiteral value: String) { stringValue = value }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension InquiryJSON.Message {
    init(_ message: SkrankeDomain.Message, _ texts: [ContentID: String], _ zone: TimeZoneRules) {
        switch message.author {
        case .citizen: from = "citizen"
        case .agent(let agent):
            from = "agent"
            by = agent.rawValue
        case .system: from = "system"
        case .note(let agent):
            from = "note"
            by = agent.rawValue
        }
        switch message.delivery {
        case .sent: delivery = "sent"
        case .held: delivery = "held"
        case .withdrawn: delivery = "withdrawn"
        case .internalOnly: delivery = "internal"
        }
        channel = message.channel.rawValue
        at = message.at.rfc3339(zone: zone)
        text = texts[message.content]
        sequence = message.sequence
    }
}

extension InquiryLink.Kind {
    /// Its name in JSON.
    var word: String {
        switch self {
        case .mergedInto: "merged-into"
        case .duplicate: "duplicate"
        case .splitFrom: "split-from"
        case .splitOff: "split-off"
        case .suggested: "suggested"
        case .follows: "follows"
        case .continuedIn: "continued-in"
        case .continuedFrom: "continued-from"
        }
    }
}

extension Actor {
    /// For the audit trail: `agent:kari`, `citizen`, `system:timekeeper`.
    var name: String {
        switch self {
        case .agent(let id): "agent:\(id)"
        case .citizen, .newcomer: "citizen"
        case .system(let part): "system:\(part.rawValue)"
        }
    }
}

/// The same for a human being at a shell.
enum InquiryText {
    static func lines(_ whole: InquiryJSON.Whole, _ language: Language) -> [String] {
        let line = whole.line
        var lines = [
            "\(line.reference)  \(line.channel)  \(line.state)  \(line.topic ?? "-")  \(line.owner ?? "-")  \(line.due ?? "-")"
        ]
        for message in whole.messages {
            let who = message.by.map { "\(message.from) \($0)" } ?? message.from
            lines.append("\(message.at)  \(who): \(message.text ?? "-")")
        }
        for receipt in whole.receipts { lines.append("\(receipt.sentAt)  receipt \(receipt.expectedAt)") }
        for deadline in whole.deadlines {
            lines.append("\(deadline.due)  \(deadline.kind) \(deadline.state)")
        }
        for letter in whole.letters {
            let state = letter.state.map { " " + $0 + (letter.status.map { " " + $0 } ?? "") } ?? ""
            lines.append(
                "\(letter.at)  e-mail \(letter.direction) \(letter.purpose ?? "")\(state)  "
                    + "\(letter.from ?? letter.to.joined(separator: ", "))  \(letter.subject ?? "")")
        }
        for link in whole.links { lines.append("\(link.at)  \(link.kind) \(link.reference)") }
        if let clearance = whole.clearance { lines.append("clearance \(clearance)") }
        for event in whole.events {
            lines.append("\(event.at)  \(event.version) \(event.type) \(event.actor)")
        }
        return lines
    }
}
