import NIOCore
import SkrankeDomain

/// The lines of `text/event-stream` (WHATWG HTML §9.2). Data is one line of JSON, in which no line end,
/// no control character of C0 and nothing else can break out.
struct ServerSentEvents: Sendable {
    var zone: TimeZoneRules
    var statusURL: String

    /// A dropped client is back within two seconds.
    static let opening = ByteBuffer(string: "retry: 1500\n\n")
    static let heartbeat = ByteBuffer(string: ":\n\n")

    private struct Message: Encodable {
        var sequence: Int
        var from: CitizenEvent.Author
        var text: String
        var at: String
    }
    private struct Receipt: Encodable {
        var reference: String
        var expectedAt: String
        var text: String
        var statusUrl: String
    }
    private struct State: Encodable { var state: CitizenState }
    private struct Position: Encodable {
        var position: Int
        var expectedWaitSeconds: Int
    }
    private struct Typing: Encodable { var from: CitizenEvent.Author }

    /// Nil where the text was erased: there is nothing left to show.
    func lines(
        _ event: CitizenEvent, version: Int, at: Moment, reference: PublicReference?, text: String?
    ) throws -> ByteBuffer? {
        switch event {
        case .message(let from, _):
            guard let text else { return nil }
            let at = at.rfc3339(zone: zone)
            return try Self.lines(
                "message", Message(sequence: version, from: from, text: text, at: at), id: version)
        case .receipt(_, let expected):
            guard let text else { return nil }
            let receipt = Receipt(
                reference: reference?.text ?? "", expectedAt: expected.rfc3339(zone: zone), text: text,
                statusUrl: statusURL)
            return try Self.lines("receipt", receipt, id: version)
        case .state(let state):
            return try Self.lines("state", State(state: state), id: version)
        }
    }

    static func position(_ place: WaitingQueue.Place) throws -> ByteBuffer {
        try lines(
            "position", Position(position: place.position, expectedWaitSeconds: place.expectedWaitSeconds),
            id: nil)
    }

    static func typing() throws -> ByteBuffer { try lines("typing", Typing(from: .agent), id: nil) }

    private static func lines(_ name: String, _ data: some Encodable, id: Int?) throws -> ByteBuffer {
        var json = try JSON.encode(data)
        var buffer = ByteBuffer()
        buffer.reserveCapacity(json.readableBytes + 48)
        if let id { buffer.writeString("id: \(id)\n") }
        buffer.writeString("event: \(name)\ndata: ")
        buffer.writeBuffer(&json)
        buffer.writeString("\n\n")
        return buffer
    }
}
