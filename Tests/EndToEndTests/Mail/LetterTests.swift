import Foundation
import Testing

extension EndToEnd {
    /// The way of a letter: LMTP, IMAP, inquiry, receipt, answer, reply, all through real servers.
    @Test func aLetterIsAnsweredAndFollowedUp() throws {
        let mail = try MailDesk()
        try mail.serve()
        try mail.write("Må jeg søke om garasje?", id: "brev1@innbygger.example")
        let reference = try eventually("the letter is an inquiry") {
            try mail.list().first?["reference"] as? String
        }
        try eventually("the receipt has been taken") { try mail.states(reference) == ["receipt accepted"] }
        let receipt = try eventually("the receipt is in the citizen's box") {
            try mail.house.box("blid").first
        }
        #expect(MailDesk.header("Auto-Submitted", receipt) == "auto-replied")
        #expect(MailDesk.header("In-Reply-To", receipt) == "<brev1@innbygger.example>")
        #expect(MailDesk.header("Subject", receipt)?.contains(reference) == true)
        let receipts = try mail.show(reference)["receipts"] as? [[String: Any]]
        let text = try #require(receipts?.first?["text"] as? String)
        #expect(text.contains(reference) && text.contains("prioriterer vi e-post"))

        try mail.desk.succeeds("inquiry", "claim", reference)
        try mail.desk.succeeds("inquiry", "answer", reference, "--text", "Ja, søk på nettsiden.")
        try eventually("the answer has been taken") {
            try mail.states(reference) == ["receipt accepted", "answer accepted"]
        }
        let answer = try eventually("the answer is in the citizen's box") {
            try mail.house.box("blid").first { $0.contains("nettsiden") }
        }
        #expect(MailDesk.header("Auto-Submitted", answer) == nil)
        let reply = try #require(MailDesk.header("Reply-To", answer))
        let address = try #require(reply.split { "<>".contains($0) }.last.map(String.init))
        #expect(address.hasPrefix("desk+" + reference.lowercased() + "."))
        let name = try #require(MailDesk.header("Message-ID", answer))
        #expect(name.hasPrefix("<" + reference.lowercased() + "."))

        try mail.write(
            "Takk! Hvor lang tid tar det?\r\n\r\n> Ja, søk på nettsiden.", subject: "noe helt annet",
            to: address)
        try eventually("the reply is in the same inquiry") { try mail.messages(reference).count == 3 }
        #expect(try mail.messages(reference).last?["text"] as? String == "Takk! Hvor lang tid tar det?")
        #expect(try mail.list().count == 1)
        #expect(try mail.show(reference)["state"] as? String == "in-progress")
        try Self.machinesAndBounces(mail, reference, address, name)
        #expect(try mail.desk.problems() == [])
    }

    /// A holiday's greeting gets no receipt; a bounce lands on its letter.
    private static func machinesAndBounces(
        _ mail: MailDesk, _ reference: String, _ address: String, _ name: String
    ) throws {
        let before = try mail.house.box("blid").count
        try mail.write("Jeg har ferie.", to: address, headers: ["Auto-Submitted: auto-replied"])
        try eventually("the greeting is kept") { try mail.messages(reference).count == 4 }
        #expect(try mail.messages(reference).last?["delivery"] as? String == "internal")
        try mail.house.deliver(bounce(of: name), to: address, from: "")
        try eventually("the bounce is on its letter") {
            try mail.states(reference) == ["receipt accepted", "answer bounced"]
        }
        let lost = try mail.letters(reference).first { $0["state"] as? String == "bounced" }
        #expect(lost?["status"] as? String == "5.1.1")
        #expect(try mail.house.box("blid").count == before, "a machine was answered")
        #expect(try mail.list().count == 1)
        try mail.desk.succeeds("inquiry", "resend", reference)
        try eventually("a human being sent it again") {
            try mail.states(reference) == ["receipt accepted", "answer accepted"]
        }
        #expect(try mail.house.box("blid").count == before + 1)
    }

    private static func bounce(of name: String) -> String {
        """
        From: MAILER-DAEMON@mx.example\r
        Subject: Undelivered Mail Returned to Sender\r
        Auto-Submitted: auto-replied\r
        MIME-Version: 1.0\r
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
        \r
        --b\r
        Content-Type: text/plain\r
        \r
        It could not be delivered.\r
        --b\r
        Content-Type: message/delivery-status\r
        \r
        Reporting-MTA: dns; mx.example\r
        \r
        Final-Recipient: rfc822; blid@innbygger.example\r
        Action: failed\r
        Status: 5.1.1\r
        Diagnostic-Code: smtp; 550 5.1.1 no such user\r
        \r
        --b\r
        Content-Type: message/rfc822\r
        \r
        Message-ID: \(name)\r
        Subject: x\r
        \r
        x\r
        --b--\r

        """
    }
}
