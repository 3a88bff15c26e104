import HTTPTypes
import Hummingbird
import SkrankeDomain
import SkrankeJournal

/// Where the municipality's telephone system tells of calls: `POST /cti/<token>` (R47, channels §1.4), in
/// the manner of Zammad's generic CTI push, which Asterisk, FreeSWITCH, Kamailio and sipgate can speak.
struct PhoneInterface: Sendable {
    let house: WebHouse

    private struct Nothing: Encodable {}

    /// - Throws: `notFound` for a wrong token and where there is no telephone system, which look the same.
    func tell(_ exchange: Exchange, _ token: Substring) async throws -> Response {
        guard PhoneToken.isRight(token, house.configuration.phoneToken) else { throw Problem(.notFound) }
        let bytes = try await RequestBodyReader.read(exchange, house.limits)
        let profile = PhoneProfile(house.configuration)
        guard profile.isSigned(bytes, exchange.request.headers) else { throw Problem(.notFound) }
        let fields = profile.named(try CallBody.fields(bytes, type: exchange.request.headers[.contentType]))
        if case .told(let message) = try CallMessage.read(fields) {
            if profile.impliesAnswer(fields, message) { try await report(message.answered) }
            try await report(message)
        }
        if profile.wantsSubscription {
            return profile.subscription(fields, "\(exchange.place.base)/cti/\(token)")
        }
        return try Answer.json(Nothing())
    }

    private func report(_ message: CallMessage) async throws {
        let identity = CallIdentity(store: house.store)
        let id = try await identity.inquiry(
            message.callID, begins: message.kind != .hangup, now: house.desk.now)
        var event = PhoneEvent(
            message.kind, from: message.from, users: message.users, cause: message.cause)
        if let original = message.origCallID { event.origin = try await identity.known(original) }
        let caller = Caller(.system(.intake), terminal: "cti")
        switch try await house.desk.submit(.callReported(id, event), by: caller) {
        case .committed, .repeated: return
        case .conflict: throw Problem(.keyConflict)
        case .refused(let refusal): throw Problem(refusal: refusal)
        }
    }
}

/// The secret in the address, by which the telephone system is known.
enum PhoneToken {
    /// In a time that does not hang on where the two differ.
    static func isRight(_ token: some StringProtocol, _ wanted: String?) -> Bool {
        guard let wanted, !wanted.isEmpty else { return false }
        let (a, b) = (Array(token.utf8), Array(wanted.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
