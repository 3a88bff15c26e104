import CGMime

/// A part that holds bytes, with what the message says about it.
struct MimeLeaf: Sendable {
    var index: Int
    /// Lower case, e.g. `text/plain`.
    var type: String
    var charset: String?
    var isFlowed = false
    var deletesSpace = false
    var name: String?
    var isAttachment = false
    var isInline = false
    var contentID: String?
    var bytes: [UInt8]
    /// The kinds of multiparts and messages around it, the outermost first, each with a number of its own.
    var around: [Frame]

    struct Frame: Hashable, Sendable {
        var number: Int
        var type: String
    }
    /// Inside an enclosed message.
    var isEnclosed: Bool { around.contains { $0.type == "message/rfc822" } }
}

/// Goes through the tree within limits on depth and number.
struct MimeWalk {
    private(set) var leaves: [MimeLeaf] = []
    private(set) var isCut = false
    private var around: [MimeLeaf.Frame] = []
    private var frames = 0

    init() {}

    /// Bytes that are no message: all of them are its text.
    init(text bytes: [UInt8]) {
        leaves = [MimeLeaf(index: 0, type: "text/plain", bytes: bytes, around: [])]
    }

    /// Lines that stood among the headers without being any are the beginning of the text, not lost.
    mutating func keep(_ stray: [UInt8]) {
        guard !stray.isEmpty else { return }
        if let first = leaves.firstIndex(where: { $0.type == "text/plain" }) {
            leaves[first].bytes = stray + leaves[first].bytes
        } else {
            leaves.append(MimeLeaf(index: leaves.count, type: "text/plain", bytes: stray, around: []))
        }
    }

    mutating func visit(_ object: UnsafeMutablePointer<GMimeObject>?, depth: Int) {
        guard let object else { return }
        guard depth < MailLimits.depth, leaves.count < MailLimits.parts else {
            isCut = true
            return
        }
        let type = Self.type(object)
        if sk_is_multipart(object) != 0 {
            let multipart = sk_multipart(object)
            if g_mime_multipart_get_count(multipart) <= 0 { return whole(object) }
            within(type) { walk in
                let count = max(0, g_mime_multipart_get_count(multipart))
                for index in 0..<count {
                    walk.visit(g_mime_multipart_get_part(multipart, index), depth: depth + 1)
                }
            }
        } else if sk_is_message_part(object) != 0 {
            guard let message = sk_inner(object) else { return }
            let subject = GMimeLibrary.text(g_mime_message_get_subject(message))
            leaves.append(
                MimeLeaf(
                    index: leaves.count, type: "message/rfc822",
                    name: subject.map { $0 + ".eml" } ?? "message.eml",
                    isAttachment: true, bytes: GMimeLibrary.bytes(sk_written(sk_object(message))),
                    around: around))
            within("message/rfc822") { walk in
                walk.visit(g_mime_message_get_mime_part(message), depth: depth + 1)
            }
        } else if sk_is_part(object) != 0 {
            if type == "message/rfc822" { encoded(object, depth) } else { leaf(object, type) }
        }
    }

    /// A multipart in which no part can be made out: all of its bytes are shown, boundaries and all.
    private mutating func whole(_ object: UnsafeMutablePointer<GMimeObject>) {
        let bytes = GMimeLibrary.bytes(sk_written(object))
        let head = bytes.indices.dropLast(1).first {
            bytes[$0] == 10 && (bytes[$0 + 1] == 10 || bytes[$0 + 1] == 13)
        }
        let body = Array(bytes[((head ?? -1) + 1)...])
        leaves.append(MimeLeaf(index: leaves.count, type: "text/plain", bytes: body, around: around))
    }

    /// An enclosed message under a transfer encoding, which the standard forbids and programs send.
    private mutating func encoded(_ object: UnsafeMutablePointer<GMimeObject>, _ depth: Int) {
        leaf(object, "message/rfc822")
        let bytes = leaves[leaves.count - 1].bytes
        leaves[leaves.count - 1].isAttachment = true
        guard let message = GMimeHandle(owning: bytes.withUnsafeBytes { sk_parse($0.baseAddress, $0.count) })
        else { return }
        within("message/rfc822") { walk in
            walk.visit(g_mime_message_get_mime_part(message.object), depth: depth + 1)
        }
    }

    private mutating func within(_ type: String, _ body: (inout MimeWalk) -> Void) {
        frames += 1
        around.append(.init(number: frames, type: type))
        body(&self)
        around.removeLast()
    }

    private mutating func leaf(_ object: UnsafeMutablePointer<GMimeObject>, _ type: String) {
        let part = sk_part(object)
        var leaf = MimeLeaf(
            index: leaves.count, type: type, bytes: GMimeLibrary.bytes(sk_decoded(part)), around: around)
        if let content = g_mime_object_get_content_type(object) {
            leaf.charset = GMimeLibrary.text(g_mime_content_type_get_parameter(content, "charset"))
            let format = GMimeLibrary.text(g_mime_content_type_get_parameter(content, "format"))
            leaf.isFlowed = format?.lowercased() == "flowed"
            let space = GMimeLibrary.text(g_mime_content_type_get_parameter(content, "delsp"))
            leaf.deletesSpace = space?.lowercased() == "yes"
        }
        leaf.name = GMimeLibrary.text(g_mime_part_get_filename(part))
        leaf.contentID = GMimeLibrary.text(g_mime_part_get_content_id(part))
        if let disposition = g_mime_object_get_content_disposition(object) {
            let word = GMimeLibrary.text(g_mime_content_disposition_get_disposition(disposition))?
                .lowercased()
            leaf.isAttachment = word == "attachment"
            leaf.isInline = word == "inline"
        }
        leaves.append(leaf)
    }

    private static func type(_ object: UnsafeMutablePointer<GMimeObject>) -> String {
        guard let content = g_mime_object_get_content_type(object) else { return "text/plain" }
        return GMimeLibrary.owned(g_mime_content_type_get_mime_type(content))?.lowercased() ?? "text/plain"
    }
}
