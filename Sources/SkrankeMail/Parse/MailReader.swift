import CGMime
import SkrankeDomain

/// The original's bytes as a message. MIME is GMime's work; what it leaves open is decided here.
///
/// Pure in effect and from any thread; meant to run in a process of its own with a limit on memory, because
/// the bytes are anybody's (DESIGN §5). Nothing is refused: what cannot be read is absent.
public enum MailReader {
    /// nil only where the bytes hold nothing that could be called a message.
    public static func read(_ bytes: [UInt8], own: Set<String> = []) -> ReceivedMail? {
        guard !bytes.isEmpty else { return nil }
        var mail = ReceivedMail()
        var headers = HeaderReader(fields: [])
        var walk = MimeWalk()
        let isMessage = withMessage(bytes) { message in
            headers = HeaderReader(sk_object(message))
            headers.fill(&mail, from: message)
            walk.visit(g_mime_message_get_mime_part(message), depth: 0)
        }
        if !isMessage { walk = MimeWalk(text: bytes) }
        walk.keep(StrayLines.inHeader(of: bytes))
        let body = MailBody(walk.leaves)
        (mail.text, mail.parts) = (body.text, body.parts)
        mail.isCut = walk.isCut || body.isCut || headers.isCut
        mail.report = DeliveryReport.read(walk.leaves, mail, headers)
        mail.automatic = AutomaticMail.judge(headers, mail, own: own)
        return mail
    }

    /// The decoded bytes of the part with this index; nil where there is none.
    public static func content(of index: Int, in bytes: [UInt8]) -> [UInt8]? {
        leaves(bytes).first { $0.index == index }?.bytes
    }

    static func leaves(_ bytes: [UInt8]) -> [MimeLeaf] {
        var walk = MimeWalk()
        let isMessage = withMessage(bytes) { walk.visit(g_mime_message_get_mime_part($0), depth: 0) }
        if !isMessage { walk = MimeWalk(text: bytes) }
        walk.keep(StrayLines.inHeader(of: bytes))
        return walk.leaves
    }

    /// Whether GMime sees a message in it; blank space before the first header does not hide one, and a
    /// multipart whose boundary lines carry more than the boundary is read as if they did not.
    private static func withMessage(
        _ bytes: [UInt8], _ body: (UnsafeMutablePointer<GMimeMessage>) -> Void
    ) -> Bool {
        _ = GMimeLibrary.start
        let start = bytes.firstIndex { !" \t\r\n".utf8.contains($0) } ?? 0
        let source = BoundaryLines.repaired(start == 0 ? bytes : Array(bytes[start...]))
        guard let message = GMimeHandle(owning: source.withUnsafeBytes { sk_parse($0.baseAddress, $0.count) })
        else { return false }
        body(message.object)
        return true
    }
}
