import SkrankeDomain
import SkrankeJournal

extension StoreConformance {
    static let originalCases: [Case] = [
        desk("a message that is fetched twice is kept once, its bytes unchanged") { desk in
            let bytes: [UInt8] = Array(0...255) + [0, 10, 13]
            var one = desk.original(4)
            one.bytes = bytes
            try expect(try await desk.store.mailCursor(TestDesk.mailbox), is: nil, "nothing fetched")
            try expect(try await desk.store.keepOriginals([one]), is: 1, "new")
            try expect(try await desk.store.keepOriginals([one]), is: 0, "known")
            try expect(try await desk.store.originalBytes(one.key) == bytes, "every byte")
            try expect(try await desk.store.originalBytes(TestDesk.key(5)), is: nil, "none")
            try expect(
                try await desk.store.knownOriginals([one.key, TestDesk.key(5)]), is: [one.key], "known")
            try expect(
                try await desk.store.mailCursor(TestDesk.mailbox),
                is: MailCursor(validity: 7, number: 4, count: 1), "cursor")
            try expect(try await desk.store.mailCursor("other"), is: nil, "another mailbox")
            let rows = try await desk.store.unreadOriginals(limit: 9)
            try expect(rows.map(\.key), is: [one.key], "unread")
            try expect(rows.map(\.size), is: [bytes.count], "size")
        },
        desk("a renumbered mailbox doubles nothing") { desk in
            let texts = ["en", "to"]
            for (index, text) in texts.enumerated() {
                _ = try await desk.store.keepOriginals([desk.original(Int64(index + 1), text)])
            }
            let again = [desk.original(11, "en", validity: 8), desk.original(12, "tre", validity: 8)]
            try expect(try await desk.store.keepOriginals(again), is: 1, "only the third is new")
            let unread = try await desk.store.unreadOriginals(limit: 9).map(\.key)
            try expect(
                unread, is: [TestDesk.key(1), TestDesk.key(2), TestDesk.key(12, validity: 8)], "unread")
            try expect(
                try await desk.store.mailCursor(TestDesk.mailbox),
                is: MailCursor(validity: 8, number: 12, count: 2), "cursor")
        },
        desk("an original and its inquiry's events stand or fall together") { desk in
            let key = TestDesk.key(1)
            _ = try await desk.store.keepOriginals([desk.original(1)])
            try await desk.store.countAttempts([key])
            try expect(try await desk.store.unreadOriginals(limit: 9).map(\.attempts), is: [1], "attempts")
            let id: InquiryID = desk.newID()
            let mail = desk.letter(original: key)
            try await desk.do(.receiveEmail(id, mail), by: TestDesk.intake)
            try expect(try await desk.store.unreadOriginals(limit: 9), is: [], "read")
            let rows = try await desk.store.originals(of: id)
            try expect(rows.map(\.state), is: [.read], "state")
            let second = try await desk.desk.submit(
                .receiveEmail(desk.newID(), mail), by: TestDesk.intake)
            guard case .refused(.notFound) = second else { throw ConformanceFailure("\(second)") }
            try expect(try await desk.store.openHeads(after: nil, limit: 9).count, is: 1, "one inquiry")
        },
        desk("erasing an inquiry erases its originals, and they are not fetched again") { desk in
            let key = TestDesk.key(1)
            _ = try await desk.store.keepOriginals([desk.original(1, "hemmelig brev")])
            let id: InquiryID = desk.newID()
            try await desk.do(.receiveEmail(id, desk.letter(original: key)), by: TestDesk.intake)
            try await desk.do(.eraseContent(id), by: TestPolicy.ingrid)
            try expect(try await desk.store.originalBytes(key), is: nil, "bytes")
            try expect(try await desk.store.originals(of: id).map(\.state), is: [.erased], "state")
            try expect(try await desk.file(id).texts, is: [:], "envelope and text")
            let again = desk.original(9, "hemmelig brev", validity: 8)
            try expect(
                try await desk.store.keepOriginals([desk.original(1, "hemmelig brev"), again]), is: 0,
                "neither by number nor by bytes")
            try expect(try await desk.store.originalBytes(again.key), is: nil, "no bytes")
        },
    ]

    static let letterCases: [Case] = [
        mailDesk("a letter leaves once, is tried again later, and is settled with its event") { desk in
            let id: InquiryID = desk.newID()
            try await desk.do(.receiveEmail(id, desk.letter()), by: TestDesk.intake)
            let due = try await desk.store.dueMail(at: desk.now, limit: 9)
            guard let row = due.first, due.count == 1 else { throw ConformanceFailure("\(due)") }
            try await desk.store.markOutbox(row.message, .sending)
            try expect(try await desk.store.dueMail(at: desk.now, limit: 9), is: [], "being sent")
            try expect(try await desk.store.mailBeingSent().map(\.message), is: [row.message], "sending")
            try await desk.store.postponeMail(row.message, until: desk.now + .minutes(1))
            try expect(try await desk.store.dueMail(at: desk.now, limit: 9), is: [], "not yet")
            desk.clock.advance(.minutes(1))
            let later = try await desk.store.dueMail(at: desk.now, limit: 9)
            try expect(later.map(\.attempts), is: [1], "attempts")
            try await desk.store.markOutbox(row.message, .sending)
            try await desk.do(.mailSettled(id, row.message, .accepted), by: TestDesk.outbox)
            try expect(try await desk.store.mailBeingSent(), is: [], "settled")
            try expect(try await desk.store.outbox(limit: 9), is: [], "sent")
            try await desk.store.postponeMail(row.message, until: desk.now)
            try expect(try await desk.store.outbox(limit: 9), is: [], "what is sent stays sent")
            let inquiry = try await desk.file(id).inquiry
            try expect(inquiry.mail[row.message]?.state, is: .accepted, "fold")
            try expect(inquiry.receipts.count, is: 1, "the receipt is given at acceptance")
        },
        mailDesk("an address in the contact lets the desk write") { desk in
            let known = try await desk.register(
                .email, "Hei", contact: ContactDetails(email: "ola@innbygger.example"), claim: true)
            try await desk.do(.sendReceipt(known, expectedAt: nil), by: TestPolicy.kari)
            try expect(try await desk.store.dueMail(at: desk.now, limit: 9).map(\.inquiry), is: [known], "")
            let unknown = try await desk.register(.email, "Hei", claim: true)
            try await desk.do(.sendReceipt(unknown, expectedAt: nil), by: TestPolicy.kari)
            try expect(try await desk.file(unknown).inquiry.receipts.count, is: 1, "given by hand")
            try expect(try await desk.file(known).inquiry.receipts.count, is: 0, "on its way")
        },
    ]

    private static func mailDesk(
        _ description: String, _ body: @escaping @Sendable (TestDesk) async throws -> Void
    ) -> Case {
        desk(description) { desk in
            try await body(TestDesk(desk.store, seed: 2, policy: TestPolicy.withMail))
        }
    }
}
