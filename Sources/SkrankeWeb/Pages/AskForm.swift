import SkrankeDomain

/// The plain form as a browser sends it.
struct AskForm: Sendable {
    var question = ""
    var name: String?
    var email: String?
    var phone: String?
    var language: Language?
    var key = ""

    init() {}

    /// Nil where the question or the page's key is missing.
    init?(_ query: Query) {
        guard let question = query["question"], let key = query["key"] else { return nil }
        self.question = question
        self.key = key
        name = Self.filled(query["name"])
        email = Self.filled(query["email"])
        phone = Self.filled(query["phone"])
        language = query["language"].flatMap { Languages.language(tag: $0) }
    }

    var body: ChatBody {
        ChatBody(
            question: question, language: language?.rawValue,
            contact: ChatBody.Contact(name: name, email: email, phone: phone))
    }

    private static func filled(_ text: String?) -> String? { text?.isEmpty == false ? text : nil }
}

/// An idempotency key for a page: 24 random bytes.
enum RandomKey {
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<24).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
}
