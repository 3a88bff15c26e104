import SkrankeDomain

/// One post of a telephone system, as it goes over the wire (channels §1.4, Zammad's generic CTI push).
/// Nothing is shared with the code that reads it.
public struct CallPost: Sendable, Equatable {
    public enum Event: String, Sendable { case newCall, answer, hangup }
    public enum Form: String, CaseIterable, Sendable { case json, urlencoded, multipart }

    public var event: Event
    public var callID: String
    public var from: String?
    public var user: String?
    public var cause: String?
    public var form: Form

    public init(
        _ event: Event, callID: String, from: String?, user: String? = nil, cause: String? = nil,
        form: Form = .json
    ) {
        self.event = event
        self.callID = callID
        self.from = from
        self.user = user
        self.cause = cause
        self.form = form
    }

    private var fields: [(name: String, value: String)] {
        var fields = [("event", event.rawValue), ("direction", "in"), ("callId", callID), ("to", "59000000")]
        fields.append(("from", from ?? "anonymous"))
        if let user { fields.append(("user[]", user)) }
        if let user, event == .answer { fields.append(("answeringNumber", user)) }
        if let cause { fields.append(("cause", cause)) }
        return fields
    }

    private static let boundary = "skranke-simulation-7b0d"

    public var contentType: String {
        switch form {
        case .json: "application/json"
        case .urlencoded: "application/x-www-form-urlencoded"
        case .multipart: "multipart/form-data; boundary=\(CallPost.boundary)"
        }
    }

    public var body: [UInt8] {
        switch form {
        case .json:
            let object = fields.map { "\(CallPost.quoted($0.name)):\(CallPost.quoted($0.value))" }
            return Array("{\(object.joined(separator: ","))}".utf8)
        case .urlencoded:
            let pairs = fields.map { "\(CallPost.escaped($0.name))=\(CallPost.escaped($0.value))" }
            return Array(pairs.joined(separator: "&").utf8)
        case .multipart:
            let parts = fields.map {
                "--\(CallPost.boundary)\r\nContent-Disposition: form-data; name=\"\($0.name)\"\r\n\r\n"
                    + "\($0.value)\r\n"
            }
            return Array("\(parts.joined())--\(CallPost.boundary)--\r\n".utf8)
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."):
                result.unicodeScalars.append(UnicodeScalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }
}
