import SkrankeDomain

/// One post of a telephone system, its fields found by name (channels §1.4). Tolerant: what is not known is
/// passed over, what is missing is nil.
struct CallMessage: Equatable, Sendable {
    var kind: PhoneEvent.Kind
    var callID: String
    var from: String?
    var users: [String]
    var cause: CallCause?
    var origCallID: String?

    /// That the call was answered, by nobody whom we know.
    var answered: CallMessage {
        var message = self
        (message.kind, message.users, message.cause) = (.answer, [], nil)
        return message
    }

    /// What a post asks for.
    enum Reading: Equatable, Sendable {
        case told(CallMessage)
        /// An outgoing call, or an event that means nothing to a desk.
        case nothing
    }

    private static let userFields = [
        "user", "user[]", "userId", "userId[]", "fullUserId", "fullUserId[]", "answeringNumber",
    ]

    /// - Throws: `invalidField` where event or callId is missing or the number of the call is too long.
    static func read(_ fields: CallFields) throws(Problem) -> Reading {
        guard let event = fields.first("event") else { throw Problem(.invalidField, place: "event") }
        guard let callID = fields.first("callId"), callID.unicodeScalars.count <= Limits.callNumberLength
        else { throw Problem(.invalidField, place: "callId") }
        // `queued` is ours: the caller entered the waiting queue, which is where his wait begins.
        guard let kind = event == "queued" ? .newCall : PhoneEvent.Kind(rawValue: event),
            fields.first("direction")?.lowercased() != "out"
        else { return .nothing }
        let original = fields.first("origCallId").flatMap {
            $0 != callID && $0.unicodeScalars.count <= Limits.callNumberLength ? $0 : nil
        }
        return .told(
            CallMessage(
                kind: kind, callID: callID, from: CallNumber.clean(fields.first("from")),
                users: userFields.flatMap { fields[$0] }.prefix(Limits.callUsers).map { $0 },
                cause: fields.first("cause").flatMap { CallCause(rawValue: $0) }, origCallID: original))
    }
}

/// Names and their values, each as often as it was sent.
struct CallFields: Sendable {
    private var values: [String: [String]] = [:]

    /// Fields of one post; more are not read.
    static let limit = 100

    private(set) var count = 0

    mutating func add(_ name: String, _ value: String) {
        guard count < Self.limit else { return }
        count += 1
        values[name, default: []].append(value)
    }

    subscript(name: String) -> [String] { (values[name] ?? []).filter { !$0.isEmpty } }

    /// The first value that is not empty.
    func first(_ name: String) -> String? { self[name].first }
}
