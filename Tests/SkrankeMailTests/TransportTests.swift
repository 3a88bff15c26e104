import Foundation
import MailServers
import SkrankeDomain
import Testing

@testable import SkrankeMail

/// Fetching and sending against real servers.
@Suite(.serialized) struct TransportTests {
    private func box(_ house: MailHouse, _ security: MailServer.Security = .none, password: String = "secret")
        -> MailServer
    {
        var server = MailServer(
            host: "localhost", port: security == .tls ? house.imaps : house.imap, security: security,
            user: "desk",
            password: password, authority: house.certificate)
        server.timeoutSeconds = 20
        return server
    }

    @Test(arguments: MailServer.Security.allCases)
    func everyByteOfAMessageIsFetched(_ security: MailServer.Security) throws {
        let house = try MailHouse()
        var body = "Subject: hei\r\n\r\n"
        for number in 0..<3_000 { body += "linje \(number) {12}\r\n)\r\nS1 OK\r\n" }
        try house.deliver(body)
        try house.deliver("Subject: nr 2\r\n\r\næøå\r\n")
        let client = try IMAPClient(box(house, security))
        let folder = try client.open("INBOX")
        #expect(folder.exists == 2 && folder.uidValidity > 0)
        let messages = try client.messages(after: 0)
        #expect(messages.map(\.uid) == [1, 2])
        let bytes = try #require(try client.fetch(1))
        #expect(bytes.count == messages[0].size)
        #expect(
            String(decoding: bytes, as: UTF8.self).hasSuffix(body.replacing("Subject: hei\r\n", with: "")))
        #expect(try client.messages(after: 2).isEmpty)
        #expect(try client.fetch(77) == nil)
        client.logout()
    }

    @Test func newsWakeOneWhoIsIdle() throws {
        let house = try MailHouse()
        let client = try IMAPClient(box(house))
        _ = try client.open("INBOX")
        #expect(try client.idle(seconds: 1) { false } == .quiet)
        let deliverer = Thread { try? house.deliver("Subject: nytt\r\n\r\nhei\r\n") }
        deliverer.start()
        #expect(try client.idle(seconds: 20) { false } == .changed)
        #expect(try client.messages(after: 0).count == 1)
        #expect(try client.idle(seconds: 20) { true } == .stopped)
    }

    @Test func troubleHasAName() throws {
        let house = try MailHouse()
        #expect(throws: MailFault.loginRefused) { try IMAPClient(box(house, password: "wrong")) }
        let client = try IMAPClient(box(house))
        #expect(throws: MailFault.noFolder("Nowhere")) { try client.open("Nowhere") }
        var stranger = box(house, .tls)
        stranger.authority = nil
        #expect { try IMAPClient(stranger) } throws: {
            if case MailFault.notSecure = $0 { true } else { false }
        }
        var away = box(house)
        away.port = MailHouse.freePort()
        #expect { try IMAPClient(away) } throws: {
            if case MailFault.unreachable = $0 { true } else { false }
        }
        #expect(throws: MailFault.notSecure("mail.example")) {
            try IMAPClient(MailServer(host: "mail.example", port: 143, security: .none))
        }
        _ = try client.open("INBOX")
        house.stopDovecot()
        #expect(throws: MailFault.self) { try client.messages(after: 0) }
    }

    private static let letter = MailComposer.bytes(
        OutgoingMail(
            messageID: "a@kongsvinger.example", date: Moment(seconds: 1_795_600_000),
            from: MailAddress(address: "post@kongsvinger.example"),
            to: [MailAddress(address: "b@innbygger.example")],
            subject: "Høring", text: "Hei\n.\n..\nFrom her", envelopeFrom: "post+x@kongsvinger.example"))

    private func hand(
        _ house: MailHouse, _ behaviour: String, _ security: MailServer.Security = .none, trusted: Bool = true
    ) throws -> Submission.Outcome {
        let port = try house.startWorld(behaviour, tls: security == .starttls)
        var server = MailServer(host: "localhost", port: port, security: security)
        server.authority = trusted ? house.certificate : nil
        server.timeoutSeconds = 20
        return Submission(server).send(
            Self.letter, from: "post+x@kongsvinger.example", to: ["b@innbygger.example"])
    }

    @Test(arguments: [MailServer.Security.none, .starttls])
    func whatIsHandedOverArrivesWhole(_ security: MailServer.Security) throws {
        let house = try MailHouse()
        #expect(try hand(house, "accept", security) == .accepted)
        let arrived = try #require(try house.accepted().first)
        let text = String(decoding: arrived, as: UTF8.self)
        #expect(text.hasPrefix("X-From: post+x@kongsvinger.example\r\nX-To: b@innbygger.example\r\n"))
        #expect(text.hasSuffix(String(decoding: Self.letter, as: UTF8.self)))
    }

    @Test func eachAnswerMeansWhatIsDoneNext() throws {
        let house = try MailHouse()
        if case .refused(let code, _) = try hand(house, "refuse") {
            #expect(code == 550)
        } else {
            Issue.record("refuse")
        }
        if case .refused(let code, _) = try hand(house, "refuse-data") {
            #expect(code == 554)
        } else {
            Issue.record("refuse-data")
        }
        if case .later = try hand(house, "later") {} else { Issue.record("later") }
        // It went away between the last byte and its answer: nobody may send it again by himself.
        let gone = try hand(house, "vanish")
        if case .unknown = gone {} else { Issue.record("vanish: \(gone)") }
        // A server without TLS, where TLS is wanted, and one that nobody vouches for.
        if case .fault(.notSecure) = try hand(house, "accept", .starttls, trusted: false) {
        } else {
            Issue.record("trust")
        }
        let port = try house.startWorld()
        let server = MailServer(host: "localhost", port: port, security: .starttls)
        let plain = Submission(server).send(Self.letter, from: "a@b.example", to: ["b@innbygger.example"])
        if case .fault(.notSecure) = plain {} else { Issue.record("no TLS: \(plain)") }
        let nobody = MailServer(host: "localhost", port: MailHouse.freePort(), security: .none)
        if case .later = Submission(nobody).send(
            Self.letter, from: "a@b.example", to: ["b@innbygger.example"])
        {
        } else {
            Issue.record("nobody")
        }
    }

    @Test func aMaildirIsReadAndKept() throws {
        let place = NSTemporaryDirectory() + "/skranke-maildir-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: place) }
        for folder in ["new", "cur", "tmp"] {
            try FileManager.default.createDirectory(
                atPath: place + "/" + folder, withIntermediateDirectories: true)
        }
        try "Subject: en\n\nhei".write(toFile: place + "/new/1.a", atomically: false, encoding: .utf8)
        try "Subject: to\n\nhei".write(toFile: place + "/cur/2.b:2,S", atomically: false, encoding: .utf8)
        try FileManager.default.createSymbolicLink(
            atPath: place + "/new/3.c", withDestinationPath: "/etc/passwd")
        let box = Maildir(place)
        let entries = try box.entries()
        #expect(entries.map(\.name) == ["1.a", "2.b", "3.c"])
        #expect(try box.read(entries[0]).map { String(decoding: $0, as: UTF8.self) } == "Subject: en\n\nhei")
        #expect(throws: MailFault.self) { try box.read(entries[2]) }
        box.keep(entries[0])
        #expect(try box.entries().map(\.isNew) == [false, false, true])
        #expect(throws: MailFault.self) { try Maildir(place + "/nowhere").entries() }
    }

    @Test func theHostsOwnSendmailGetsTheWholeLetter() throws {
        let place = NSTemporaryDirectory() + "/skranke-sendmail-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: place) }
        let program = place + "/sendmail"
        try "#!/bin/sh\necho \"$@\" > \(place)/words\ncat > \(place)/letter\nexit $(cat \(place)/code)\n"
            .write(toFile: program, atomically: false, encoding: .utf8)
        chmod(program, 0o755)
        for (code, wanted) in [("0", "accepted"), ("75", "later"), ("67", "refused")] {
            try code.write(toFile: place + "/code", atomically: false, encoding: .utf8)
            let outcome = Sendmail(program: program).send(Self.letter, from: "", to: ["b@innbygger.example"])
            #expect("\(outcome)".hasPrefix(wanted), "\(code): \(outcome)")
        }
        #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: place + "/letter"))) == Self.letter)
        #expect(
            try String(contentsOfFile: place + "/words", encoding: .utf8)
                == "-i -f <> -- b@innbygger.example\n")
        if case .refused = Sendmail(program: program).send([], from: "", to: ["-oQ/tmp"]) {
        } else {
            Issue.record("option")
        }
    }
}
