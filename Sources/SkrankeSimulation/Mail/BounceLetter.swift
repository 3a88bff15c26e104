import SkrankeDomain

/// The three parts of a report about a message that could not be delivered (RFC 6522, RFC 3464).
enum BounceLetter {
    private static let boundary = "rapport-5b1f"

    static func make(_ envelope: Letter, failed: String, of message: MailLife.Incoming) -> Letter {
        var letter = envelope
        letter.fields = [("Auto-Submitted", "auto-replied")]
        letter.text = ""
        letter.report = """
            --\(boundary)
            Content-Type: text/plain; charset=us-ascii

            The address <\(failed)> does not exist.

            --\(boundary)
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.borte.example

            Final-Recipient: rfc822; \(failed)
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 User unknown

            --\(boundary)
            Content-Type: text/rfc822-headers

            Message-ID: <\(message.messageID)>
            From: <\(message.replyTo)>
            To: <\(failed)>

            --\(boundary)--

            """
        letter.reportType =
            "multipart/report; report-type=delivery-status; boundary=\"\(boundary)\""
        return letter
    }
}
