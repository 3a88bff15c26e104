import CGMime
import SkrankeDomain

/// The outer message's headers. Ours (`X-Skranke-…`) are not believed when they come from outside
/// (lessons 76): nothing here reads them.
struct HeaderReader {
    /// Lower-case name and decoded value, in the order of the message; the topmost was added last.
    let fields: [(name: String, value: String)]
    let isCut: Bool

    init(_ object: UnsafeMutablePointer<GMimeObject>) {
        var fields: [(name: String, value: String)] = []
        let list = g_mime_object_get_header_list(object)
        let count = Int(g_mime_header_list_get_count(list))
        for index in 0..<min(count, MailLimits.headers) {
            guard let header = g_mime_header_list_get_header_at(list, Int32(index)),
                let name = GMimeLibrary.text(g_mime_header_get_name(header))
            else { continue }
            let value = GMimeLibrary.text(g_mime_header_get_value(header)) ?? ""
            fields.append((name.lowercased(), value))
        }
        self.fields = fields
        isCut = count > MailLimits.headers
    }

    init(fields: [(name: String, value: String)]) {
        self.fields = fields
        isCut = false
    }

    func first(_ name: String) -> String? { fields.first { $0.name == name }?.value }
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    func fill(_ mail: inout ReceivedMail, from message: UnsafeMutablePointer<GMimeMessage>) {
        mail.messageID = GMimeLibrary.text(g_mime_message_get_message_id(message)).flatMap(MessageName.clean)
        mail.references = MessageName.all((first("references") ?? "") + " " + (first("in-reply-to") ?? ""))
        mail.from = AddressReader.list(g_mime_message_get_from(message))
        if mail.from.isEmpty { mail.from = AddressReader.list(g_mime_message_get_sender(message)) }
        mail.replyTo = AddressReader.list(g_mime_message_get_reply_to(message))
        mail.to = AddressReader.list(g_mime_message_get_addresses(message, GMIME_ADDRESS_TYPE_TO))
        mail.cc = AddressReader.list(g_mime_message_get_addresses(message, GMIME_ADDRESS_TYPE_CC))
        mail.subject = OneLine.clean(GMimeLibrary.text(g_mime_message_get_subject(message)) ?? "")
        mail.returnPath = first("return-path").map(AddressReader.bare)
        mail.deliveredTo = (all("delivered-to") + all("x-original-to") + all("envelope-to"))
            .map(AddressReader.bare)
        if let date = g_mime_message_get_date(message) {
            let seconds = Int64(g_date_time_to_unix(date))
            // A clock of another century is no help to anybody.
            if (0..<4_102_444_800).contains(seconds) { mail.date = Moment(seconds: seconds) }
        }
    }
}

/// A field as one line of readable text.
enum OneLine {
    static func clean(_ text: String) -> String {
        text.unicodeScalars.prefix(MailLimits.fieldScalars)
            .split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
            .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
}

/// Message-IDs as they stand in headers.
enum MessageName {
    /// Without brackets and spaces; nil where nothing is left.
    static func clean(_ text: String) -> String? {
        let name = text.filter { !$0.isWhitespace && $0 != "<" && $0 != ">" }
        return name.isEmpty || name.utf8.count > 998 ? nil : name
    }

    /// All in `text`, at most as many as anybody needs: the newest, last.
    static func all(_ text: String) -> [String] {
        var names: [String] = []
        for piece in text.split(whereSeparator: { $0 == "<" || $0 == ">" || $0.isWhitespace }) {
            guard piece.contains("@"), let name = clean(String(piece)) else { continue }
            names.removeAll { $0 == name }
            names.append(name)
        }
        return names.suffix(MailLimits.references)
    }
}
