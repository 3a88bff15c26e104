import SkrankeDomain
import SkrankeJournal

/// Whose a letter is (Decisions, "The way of an e-mail", step 4): by our signed tag; else by a Message-ID of
/// ours or the reference in its subject, both only from somebody who takes part; else nobody's.
struct MailPlace: Sendable {
    enum Found: Sendable {
        case report(InquiryID, MessageID)
        case known(InquiryID)
        case new(EmailLink?)
    }
    let store: any JournalStore
    let secrets: any MailSecrets
    /// The year of references that are written short.
    let year: Int

    func find(_ mail: ParsedMail) async throws(StoreFault) -> (found: Found, isForged: Bool) {
        let tags = mail.deliveredTo.map(secrets.tag)
        let isForged = tags.contains(.forged)
        if mail.report != nil, let found = try await reported(mail, tags) { return (found, isForged) }
        for case .reference(let reference) in tags {
            if let id = try await store.find(reference) { return (.known(id), isForged) }
        }
        var link: EmailLink?
        for reference in named(in: mail) {
            guard let id = try await store.find(reference), let file = try await store.file(id) else {
                continue
            }
            if let sender = mail.envelope.from.first, file.participants.contains(sender.key) {
                return (.known(id), isForged)
            }
            link = link ?? EmailLink(reason: .named, other: id, reference: file.inquiry.reference)
        }
        return (.new(link), isForged)
    }

    /// The letter of ours that a report is about.
    private func reported(_ mail: ParsedMail, _ tags: [MailTag]) async throws(StoreFault) -> Found? {
        let quoted = [mail.report?.original].compactMap { $0 } + mail.envelope.references.reversed()
        for name in quoted {
            guard let ours = MailMessageID(name), let id = try await store.find(ours.reference),
                let file = try await store.file(id), file.inquiry.mail[ours.message] != nil
            else { continue }
            return .report(id, ours.message)
        }
        for case .reference(let reference) in tags {
            guard let id = try await store.find(reference), let file = try await store.file(id),
                let last = file.inquiry.mail.sent.last(where: { $0.state != .onItsWay })
                    ?? file.inquiry.mail.sent.last
            else { continue }
            return .report(id, last.message)
        }
        return nil
    }

    /// References of ours among what it answers, the newest first, then in its subject.
    private func named(in mail: ParsedMail) -> [PublicReference] {
        var found = mail.envelope.references.reversed().compactMap { MailMessageID($0)?.reference }
        let words = mail.envelope.subject.split {
            !($0.isLetter || $0.isNumber || $0 == "-")
        }
        for word in words.prefix(50) where word.utf8.count >= 10 {
            if case .full(let reference) = PublicReference.read(String(word), year: year) {
                found.append(reference)
            }
        }
        var seen: Set<PublicReference> = []
        return found.filter { seen.insert($0).inserted }.prefix(5).map { $0 }
    }
}

extension InquiryFile {
    /// Whoever wrote in it or was written to, and its contact; compared without regard to letters' case.
    var participants: Set<String> {
        var all: Set<String> = []
        for content in inquiry.mail.envelopes.values {
            guard let text = texts[content] else { continue }
            let envelope = MailEnvelope(text: text)
            all.formUnion((envelope.from + envelope.replyTo).map(\.key))
            // Whom an agent wrote to; whoever stands in a citizen's letter is only named by him.
            if envelope.from.isEmpty { all.formUnion((envelope.to + envelope.cc).map(\.key)) }
        }
        if let email = contact?.email { all.insert(email.lowercased()) }
        return all
    }
}
