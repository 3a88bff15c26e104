import SkrankeDomain

/// POST of a ticket, as the kiosk writes it.
struct TicketBody: Codable {
    var topic: String?
    var language: String?
    var needs: [String]?

    /// - Throws: `invalidField`.
    func wish() throws(Problem) -> TicketWish {
        var wish = TicketWish()
        if let topic, !topic.isEmpty {
            guard topic.utf8.count <= 60 else { throw Problem(.invalidField, place: "topic") }
            wish.topic = TopicCode(topic)
        }
        if let language {
            guard let known = Languages.language(tag: language) else {
                throw Problem(.invalidField, place: "language")
            }
            wish.language = known
        }
        for word in needs ?? [] {
            guard let need = AccessNeed(rawValue: word) else { throw Problem(.invalidField, place: "needs") }
            if !wish.needs.contains(need) { wish.needs.append(need) }
        }
        return wish
    }
}

/// What the visitor's ticket says.
struct TicketAnswer: Encodable {
    var number: Int
    var ahead: Int
    /// Null where there is no ground for a figure (`VisitWait`).
    var expectedWaitSeconds: Int64?
    var reference: String

    enum Key: String, CodingKey { case number, ahead, expectedWaitSeconds, reference }
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(number, forKey: .number)
        try container.encode(ahead, forKey: .ahead)
        try container.encode(expectedWaitSeconds, forKey: .expectedWaitSeconds)
        try container.encode(reference, forKey: .reference)
    }
}

/// POST of a check-in: the reference, or the six digits of the booking's page.
struct CheckInBody: Codable {
    var code: String
}

/// What a booked visitor is told; never a name of his own, which the next in the line could read.
struct CheckInAnswer: Encodable {
    var reference: String
    var host: String
    var place: String
    var at: String
}
