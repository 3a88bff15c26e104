import CGMime
import SkrankeDomain

/// A message as bytes for the wire. Every field is one line without control characters when GMime gets it,
/// so that no text of a citizen becomes a header (lessons 68).
public enum MailComposer {
    /// RFC 5322 with CRLF at the ends of lines, ASCII only.
    public static func bytes(_ mail: OutgoingMail) -> [UInt8] {
        _ = GMimeLibrary.start
        guard let message = GMimeHandle(owning: g_mime_message_new(1)) else { return [] }
        fill(message.object, mail)
        if let body = GMimeHandle(owning: textPart(mail.text)) {
            attach(body.object, mail.enclosures, to: message.object)
        }
        return crlf(GMimeLibrary.bytes(sk_written(sk_object(message.object))))
    }

    private static func fill(_ message: UnsafeMutablePointer<GMimeMessage>, _ mail: OutgoingMail) {
        add(message, GMIME_ADDRESS_TYPE_FROM, [mail.from])
        if let reply = mail.replyTo { add(message, GMIME_ADDRESS_TYPE_REPLY_TO, [reply]) }
        add(message, GMIME_ADDRESS_TYPE_TO, mail.to)
        add(message, GMIME_ADDRESS_TYPE_CC, mail.cc)
        g_mime_message_set_subject(message, OneLine.clean(mail.subject), "utf-8")
        g_mime_message_set_message_id(message, MessageName.clean(mail.messageID) ?? "")
        if let date = g_date_time_new_from_unix_utc(gint64(mail.date.seconds)) {
            g_mime_message_set_date(message, date)
            g_date_time_unref(date)
        }
        let object = sk_object(message)
        set(object, "Content-Language", mail.language.rawValue)
        let references = mail.references.compactMap(MessageName.clean).map { "<" + $0 + ">" }
        if let last = references.last { set(object, "In-Reply-To", last) }
        if !references.isEmpty { set(object, "References", references.joined(separator: " ")) }
        if mail.isAutomatic {
            set(object, "Auto-Submitted", "auto-replied")
            set(object, "X-Auto-Response-Suppress", "All")
        }
    }

    private static func set(_ object: UnsafeMutablePointer<GMimeObject>?, _ name: String, _ value: String) {
        g_mime_object_set_header(object, name, value, "utf-8")
    }

    private static func add(
        _ message: UnsafeMutablePointer<GMimeMessage>, _ type: GMimeAddressType, _ addresses: [MailAddress]
    ) {
        for address in addresses {
            let name = OneLine.clean(address.name)
            g_mime_message_add_mailbox(
                message, type, name.isEmpty ? nil : name, OneLine.clean(address.address))
        }
    }

    private static func textPart(_ text: String) -> UnsafeMutablePointer<GMimePart>? {
        let part = g_mime_part_new_with_type("text", "plain")
        guard let part else { return nil }
        g_mime_object_set_content_type_parameter(sk_part_object(part), "charset", "utf-8")
        fill(part, Array(LineEnds.normalised(text).utf8) + [10])
        g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE)
        return part
    }

    private static func fill(_ part: UnsafeMutablePointer<GMimePart>, _ bytes: [UInt8]) {
        bytes.withUnsafeBytes { sk_set_content(part, $0.baseAddress, $0.count) }
    }

    private static func attach(
        _ body: UnsafeMutablePointer<GMimePart>, _ enclosures: [OutgoingMail.Enclosure],
        to message: UnsafeMutablePointer<GMimeMessage>
    ) {
        guard !enclosures.isEmpty, let mixed = GMimeHandle(owning: g_mime_multipart_new_with_subtype("mixed"))
        else {
            return g_mime_message_set_mime_part(message, sk_part_object(body))
        }
        g_mime_multipart_add(mixed.object, sk_part_object(body))
        for enclosure in enclosures {
            let type = enclosure.type.split(separator: "/").map { OneLine.clean(String($0)) }
            let isType = type.count == 2
            guard
                let part = GMimeHandle(
                    owning: g_mime_part_new_with_type(
                        isType ? type[0] : "application", isType ? type[1] : "octet-stream"))
            else { continue }
            fill(part.object, enclosure.bytes)
            g_mime_part_set_content_encoding(part.object, GMIME_CONTENT_ENCODING_BASE64)
            g_mime_object_set_disposition(sk_part_object(part.object), "attachment")
            g_mime_part_set_filename(part.object, OneLine.clean(enclosure.name))
            g_mime_multipart_add(mixed.object, sk_part_object(part.object))
        }
        g_mime_message_set_mime_part(message, sk_multipart_object(mixed.object))
    }

    private static func crlf(_ bytes: [UInt8]) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(bytes.count + bytes.count / 40)
        var last: UInt8 = 0
        for byte in bytes {
            if byte == 10, last != 13 { lines.append(13) }
            lines.append(byte)
            last = byte
        }
        return lines
    }
}
