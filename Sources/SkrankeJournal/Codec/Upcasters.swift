/// Leads one old form of a payload to a later one, once, purely (model §5.6: history is never edited).
public struct Upcaster: Sendable {
    public let type: String
    public let form: Int
    public let newType: String
    public let newForm: Int
    private let transform: @Sendable (JSONValue) throws(StoreFault) -> JSONValue

    /// - Parameters:
    ///   - newType: another name where the event was renamed; else the same.
    ///   - newForm: higher than `form` where the name stays.
    ///   - transform: from the old payload to the new; must accept payloads whose content was erased.
    public init(
        _ type: String, form: Int, to newForm: Int, newType: String? = nil,
        _ transform: @escaping @Sendable (JSONValue) throws(StoreFault) -> JSONValue
    ) {
        precondition(newType != nil && newType != type || newForm > form, "an upcaster leads forward")
        self.type = type
        self.form = form
        self.newType = newType ?? type
        self.newForm = newForm
        self.transform = transform
    }

    func lift(_ payload: JSONValue) throws(StoreFault) -> JSONValue { try transform(payload) }
}

/// The chain of this program. Every payload is in its first form so far; the first change of one adds a
/// step here, and the golden test (`EventCodecTests`) fails until it does.
public enum Upcasters {
    public static let standard: [Upcaster] = []
}
