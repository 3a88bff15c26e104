import SkrankeDomain

/// A ticket as the kiosk gives it.
public struct TakenTicket: Equatable, Sendable {
    public var number: Int
    public var ahead: Int
    /// nil where the desk has no ground for saying it.
    public var expectedWaitSeconds: Int?
}

extension CitizenClient {
    private struct Wish: Encodable {
        var topic: String?
        var language: String
        var needs: [String]?
    }
    private struct Given: Decodable {
        var number: Int
        var ahead: Int
        var expectedWaitSeconds: Int?
    }

    /// Takes a ticket. The same key gives the same one, however often it is sent.
    /// - Parameter key: at least 22 characters.
    public func takeTicket(_ visit: PlannedVisit, key: String) async throws(ClientFault) -> TakenTicket {
        let wish = Wish(
            topic: visit.topic.rawValue, language: visit.language.rawValue,
            needs: visit.needs.isEmpty ? nil : visit.needs)
        let answer = try await post(
            "/api/v1/tickets", try WireFormat.encode(wish), key: key, expecting: 201)
        let given = try WireFormat.decode(Given.self, answer.body)
        return TakenTicket(
            number: given.number, ahead: given.ahead, expectedWaitSeconds: given.expectedWaitSeconds)
    }
}
