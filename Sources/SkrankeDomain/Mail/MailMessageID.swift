/// The Message-ID of our letters: given before anything is sent, and read back from bounces and replies. It
/// names the inquiry and the message, so no table is needed to find them.
public struct MailMessageID: Equatable, Sendable {
    public var reference: PublicReference
    public var message: MessageID
    public init(reference: PublicReference, message: MessageID) {
        self.reference = reference
        self.message = message
    }

    /// Without angle brackets: `h26-004217-x.<32 hex>@domain`.
    public func text(domain: String) -> String {
        "\(reference.description.lowercased()).\(message)@\(domain)"
    }

    /// nil for one that is not ours in form. Whether such a message exists, the inquiry must say.
    public init?(_ text: String) {
        guard let at = text.lastIndex(of: "@"), let dot = text[..<at].lastIndex(of: ".") else { return nil }
        guard let reference = PublicReference(text[..<dot].uppercased()),
            let message = MessageID(text[text.index(after: dot)..<at].lowercased())
        else { return nil }
        self.init(reference: reference, message: message)
    }
}
