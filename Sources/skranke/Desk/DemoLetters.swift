import SkrankeDomain
import SkrankeMail
import SkrankeRuntime
import SkrankeSimulation

/// The demonstration's writers of e-mail: they put letters into the desk's Maildir, look into their own, and
/// answer what they find there.
actor DemoLetters {
    private let folder: String
    private let desk: String
    private let clock: any Clock
    private let wait: DemoTime.Wait
    private var lives: [String: MailLife] = [:]
    private var seen: Set<String> = []
    private var count = 0

    /// - Parameter desk: the desk's address.
    init(_ location: StoreLocation, desk: String, clock: any Clock, wait: @escaping DemoTime.Wait) {
        folder = location.folder + "/mail"
        self.desk = desk
        self.clock = clock
        self.wait = wait
    }

    func write(_ mail: PlannedMail) {
        let life = MailLife(mail, desk: desk)
        lives[mail.address] = life
        deliver(life.first(at: clock.now))
    }

    /// Looks into the mailboxes every second until the task is cancelled.
    func run() async {
        await withDiscardingTaskGroup { group in
            while (try? await Task.sleep(for: .seconds(1))) != nil {
                for (address, letter) in look() {
                    let message = MailLife.Incoming(letter)
                    guard let reply = lives[address]?.react(to: message, at: clock.now) else { continue }
                    let due = clock.now + reply.after
                    group.addTask { [wait] in
                        guard (try? await wait(due)) != nil else { return }
                        await self.deliver(reply.letter)
                    }
                }
            }
            group.cancelAll()
        }
    }

    /// What is new in the boxes of those who have written.
    private func look() -> [(String, ReceivedMail)] {
        var found: [(String, ReceivedMail)] = []
        for address in lives.keys.sorted() {
            let box = Maildir(folder + "/out/" + MaildirDelivery.fileName(address))
            // A box that is not there yet has got nothing.
            for entry in (try? box.entries()) ?? [] where seen.insert(entry.file).inserted {
                if let bytes = try? box.read(entry), let mail = MailReader.read(bytes) {
                    found.append((address, mail))
                }
            }
        }
        return found
    }

    private func deliver(_ letter: Letter) {
        count += 1
        let name = "\(letter.date.milliseconds).\(count).demo"
        _ = MaildirDelivery(folder).send(letter.bytes, name: name, to: ["in"])
    }
}

extension MailLife.Incoming {
    init(_ mail: ReceivedMail) {
        let answer = mail.answerAddress?.address ?? ""
        self.init(
            messageID: mail.messageID ?? "", subject: mail.subject, replyTo: answer,
            envelopeFrom: mail.returnPath ?? answer, isAutomatic: mail.automatic != nil)
    }
}
