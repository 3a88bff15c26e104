import SkrankeDomain
import SkrankeGateway
import SkrankeMail
import SkrankeReference
import SkrankeRuntime

/// Makes bytes of a letter and hands them over, on a thread of its own.
struct LetterSender: MailSender {
    enum Road: Sendable {
        case smtp(Submission, server: String)
        case sendmail(Sendmail)
        case folder(MaildirDelivery)
    }
    let road: Road
    let house: MailHouseAddress
    private let lane = MailLane("send")

    init(_ road: Road, _ house: MailHouseAddress) {
        self.road = road
        self.house = house
    }

    func send(_ letter: MailLetter) async -> MailOutcome {
        let (road, mail) = (road, house.mail(letter))
        return await lane.run {
            let bytes = MailComposer.bytes(mail)
            switch road {
            case .smtp(let submission, let server):
                return MailOutcome(
                    submission.send(bytes, from: mail.envelopeFrom, to: mail.recipients), server)
            case .sendmail(let program):
                return MailOutcome(
                    program.send(bytes, from: mail.envelopeFrom, to: mail.recipients), program.program)
            case .folder(let folder):
                let name = mail.messageID.filter { $0 != "@" }
                return MailOutcome(
                    folder.send(bytes, name: name, to: mail.recipients), folder.folder)
            }
        }
    }
}

extension MailOutcome {
    init(_ outcome: Submission.Outcome, _ server: String) {
        switch outcome {
        case .accepted: self = .accepted
        case .refused(let code, _): self = .refused(status: code > 0 ? "\(code)" : nil)
        case .later(let why): self = .later(server + ": " + why)
        case .unknown: self = .unknown
        case .fault(let fault): self = .trouble(MailTrouble(.outgoing, fault, server))
        }
    }
}

/// The desk's own address, with the tags by which replies and bounces find their inquiry.
struct MailHouseAddress: MailSecrets {
    let settings: MailSettings
    let name: String
    let key: [UInt8]

    private var token: ReplyToken { ReplyToken(key: key) }
    private var delimiter: Character { settings.delimiter.first ?? "+" }

    func tag(in address: String) -> MailTag {
        guard let tag = ReplyToken.tag(in: address, of: settings.address, delimiter: delimiter) else {
            return .none
        }
        return token.reference(tag: tag).map { .reference($0) } ?? .forged
    }

    func pseudonym(_ address: String) -> String { MailDigest.pseudonym(address, key: key) }

    /// `desk+<tag>@domain`.
    func tagged(_ reference: PublicReference) -> String {
        let parts = settings.address.split(separator: "@").map(String.init)
        guard parts.count == 2 else { return settings.address }
        return parts[0] + String(delimiter) + token.tag(reference) + "@" + parts[1]
    }

    func mail(_ letter: MailLetter) -> OutgoingMail {
        let tagged = tagged(letter.id.reference)
        var mail = OutgoingMail(
            messageID: letter.id.text(domain: settings.domain), date: letter.date,
            from: MailAddress(name: name, address: settings.address), to: letter.to.map(MailAddress.init),
            subject: letter.subject, text: letter.text, envelopeFrom: tagged)
        mail.replyTo = MailAddress(name: name, address: tagged)
        mail.cc = letter.cc.map(MailAddress.init)
        mail.references = letter.references
        mail.isAutomatic = letter.isAutomatic
        mail.language = letter.language
        return mail
    }
}

extension MailAddress {
    init(_ address: EmailAddress) { self.init(name: address.name, address: address.address) }
}
