import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import SkrankeDomain
import SkrankeReference

/// What one make of telephone system does otherwise than the generic push (channels §1.4).
struct PhoneProfile: Sendable {
    let system: PhoneSystem
    private let secret: String?

    init(_ configuration: WebConfiguration) {
        system = configuration.phoneSystem
        secret = configuration.phoneSignature
    }

    // MARK: sipgate

    /// Its first post asks what we want to hear more of (developer.sipgate.io, "Push API").
    var wantsSubscription: Bool { system == .sipgate }

    /// A new incoming call is answered with where to tell the rest; everything else with nothing.
    func subscription(_ fields: CallFields, _ url: String) -> Response {
        let begin = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
        let isNew = fields.first("event") == "newCall" && fields.first("direction")?.lowercased() != "out"
        let place = Self.escaped(url)
        let body =
            isNew ? #"<Response onAnswer="\#(place)" onHangup="\#(place)"></Response>"# : "<Response />"
        return Answer.text(begin + body + "\n", "application/xml")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
    }

    // MARK: Placetel

    private static let names = ["IncomingCall": "newCall", "CallAccepted": "answer", "HungUp": "hangup"]
    private static let causes = [
        "accepted": "normalClearing", "missed": "noAnswer", "voicemail": "noAnswer", "blocked": "cancel",
        "busy": "busy", "canceled": "cancel", "unavailable": "notFound", "congestion": "congestion",
    ]

    /// The fields under the names of the generic push.
    func named(_ fields: CallFields) -> CallFields {
        guard system == .placetel, let event = fields.first("event") else { return fields }
        var result = CallFields()
        result.add("event", Self.names[event] ?? event)
        for (field, name) in [("call_id", "callId"), ("peer", "answeringNumber"), ("direction", "direction")]
        {
            if let value = fields.first(field) { result.add(name, value) }
        }
        // Hidden callers are `anonymous`, internal ones SIP addresses: neither can be called back.
        if let from = fields.first("from") { result.add("from", from) }
        if let cause = fields.first("type").flatMap({ Self.causes[$0] }) { result.add("cause", cause) }
        if let type = fields.first("type") { result.add("placetel-type", type) }
        return result
    }

    /// `HungUp` says of itself whether anybody had talked; the event in between may have been lost.
    func impliesAnswer(_ fields: CallFields, _ message: CallMessage) -> Bool {
        system == .placetel && message.kind == .hangup && fields.first("placetel-type") == "accepted"
    }

    /// Where a secret is set, every post carries the HMAC-SHA256 of its bytes in hexadecimal digits; one without
    /// is none of theirs.
    func isSigned(_ bytes: [UInt8], _ headers: HTTPFields) -> Bool {
        guard system == .placetel, let secret else { return true }
        guard let name = HTTPField.Name("X-PLACETEL-SIGNATURE"), let said = headers[name] else {
            return false
        }
        let code = HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: Array(secret.utf8)))
        return PhoneToken.isRight(said.lowercased(), code.map { Self.hex($0) }.joined())
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}
