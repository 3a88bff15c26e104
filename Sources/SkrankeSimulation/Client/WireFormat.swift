import FoundationEssentials
import SkrankeDomain

/// The JSON of DESIGN §5, as an outside client writes and reads it. Nothing is shared with the server's
/// code, so that a change of the interface breaks here first.
enum WireFormat {
    struct Question: Encodable, Sendable {
        struct Contact: Encodable, Sendable {
            var name: String?
            var email: String?
            var phone: String?
        }
        var question: String
        var language: String?
        var contact: Contact?

        init(_ question: String, _ language: Language?, _ contact: ContactDetails?) {
            self.question = question
            self.language = language?.rawValue
            self.contact = contact.map { Contact(name: $0.name, email: $0.email, phone: $0.phone) }
        }
    }

    struct Created: Decodable, Sendable {
        var token: String
        var reference: String
        var state: String
        var statusUrl: String
    }

    struct Words: Encodable, Sendable { var text: String }

    struct Accepted: Decodable, Sendable { var sequence: Int64 }

    struct Message: Decodable, Sendable {
        var sequence: Int64
        var from: String
        var text: String
    }

    struct Receipt: Decodable, Sendable {
        var reference: String
        var expectedAt: String?
    }

    struct State: Decodable, Sendable { var state: String }

    struct Position: Decodable, Sendable {
        var position: Int
        var expectedWaitSeconds: Int?
    }

    struct Typing: Decodable, Sendable { var from: String }

    static func encode(_ value: some Encodable) throws(ClientFault) -> [UInt8] {
        do { return Array(try JSONEncoder().encode(value)) } catch { throw .malformed("request") }
    }

    static func decode<Value: Decodable>(
        _ type: Value.Type, _ bytes: some Collection<UInt8>
    ) throws(ClientFault) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw .malformed(String(describing: type))
        }
    }
}

/// `application/problem+json`, as far as a client acts on it.
struct ProblemDocument: Decodable, Sendable {
    var code: String?

    init?(_ bytes: [UInt8]) {
        guard let document = try? WireFormat.decode(ProblemDocument.self, bytes) else { return nil }
        self = document
    }
}

extension ChatUpdate {
    /// What an event of the stream says; nil for an event that this client does not know.
    init?(_ event: ServerSentEvent) throws(ClientFault) {
        let bytes = Array(event.data.utf8)
        switch event.name {
        case "message":
            let message = try WireFormat.decode(WireFormat.Message.self, bytes)
            guard let from = Speaker(rawValue: message.from) else { throw .malformed("from") }
            self = .message(sequence: message.sequence, from: from, text: message.text)
        case "receipt":
            let receipt = try WireFormat.decode(WireFormat.Receipt.self, bytes)
            self = .receipt(reference: receipt.reference, expectedAt: receipt.expectedAt)
        case "state":
            let word = try WireFormat.decode(WireFormat.State.self, bytes).state
            guard let state = ChatState(rawValue: word) else { throw .malformed("state") }
            self = .state(state)
        case "position":
            let place = try WireFormat.decode(WireFormat.Position.self, bytes)
            self = .position(place.position, expectedWaitSeconds: place.expectedWaitSeconds)
        case "typing":
            let typing = try WireFormat.decode(WireFormat.Typing.self, bytes)
            guard let from = Speaker(rawValue: typing.from) else { throw .malformed("from") }
            self = .typing(from)
        default: return nil
        }
    }
}
