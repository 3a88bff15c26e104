import Crypto
import Foundation
import HTTPTypes
import SkrankeDomain
import SkrankeJournal

/// POST of a chat, as a client writes it.
struct ChatBody: Codable, Equatable {
    struct Contact: Codable, Equatable {
        var name: String?
        var email: String?
        var phone: String?
    }
    var question: String
    var language: String?
    var contact: Contact?

    /// Storable, and checked as far as the interface checks it.
    func cleaned() throws(Problem) -> ChatBody {
        var body = self
        body.question = InboundText.clean(question)
        if let language {
            guard let known = Languages.language(tag: language) else {
                throw Problem(.invalidField, place: "language")
            }
            body.language = known.rawValue
        }
        body.contact = contact.map {
            Contact(
                name: InboundText.field($0.name), email: InboundText.field($0.email),
                phone: InboundText.field($0.phone))
        }
        return body
    }

    var details: ContactDetails? {
        contact.map { ContactDetails(name: $0.name, email: $0.email, phone: $0.phone) }
    }
}

/// POST of a message.
struct MessageBody: Codable {
    var text: String
}

/// The Idempotency-Key of a request (DESIGN §5).
enum Idempotency {
    static let longest = 200
    /// Without a token in the path the key alone must be unguessable: 128 bits in base64.
    static let shortestWithoutToken = 22

    /// Nil where the client sent none.
    static func key(
        _ headers: HTTPFields, scope: String, isScopedByToken: Bool, body: some Encodable
    ) throws -> IdempotencyKey? {
        guard let name = HTTPField.Name("Idempotency-Key"), let key = headers[name] else { return nil }
        return try self.key(key, scope: scope, isScopedByToken: isScopedByToken, body: body)
    }

    static func key(
        _ key: String, scope: String, isScopedByToken: Bool, body: some Encodable
    ) throws -> IdempotencyKey {
        guard !key.isEmpty, key.utf8.count <= longest, key.utf8.allSatisfy({ (33...126).contains($0) }) else {
            throw Problem(.keyInvalid)
        }
        guard isScopedByToken || key.utf8.count >= shortestWithoutToken else { throw Problem(.keyTooShort) }
        return IdempotencyKey(scope: scope, key: key, fingerprint: try fingerprint(body))
    }

    /// Of the canonical body: cleaned values, keys in order; spaces and escapes of the client do not count.
    private static func fingerprint(_ body: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return SHA256.hash(data: try encoder.encode(body)).map { byte in
            let text = String(byte, radix: 16)
            return text.utf8.count == 1 ? "0" + text : text
        }.joined()
    }
}
