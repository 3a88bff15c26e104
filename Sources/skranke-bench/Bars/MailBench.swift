import CPosix
import Foundation
import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeSimulation

/// E-mail from a real IMAP server to inquiries with their receipts queued, all of it durable, beside what the
/// server itself stores a second (DESIGN §6).
struct MailBench {
    let setting: Setting

    func run() async throws {
        guard let server = try Dovecot(folder: setting.companions.folder) else {
            return say("mail: dovecot is missing (apt-get install dovecot-imapd dovecot-lmtpd): left out")
        }
        defer { server.stop() }
        let letters = letters(setting.mails)
        let delivered = try server.deliver(letters.map(\.bytes))
        let path = try await setting.stores.fresh("mail", open: 0)
        let data = try settings(server)
        let gateway = try await ServedGateway(
            setting.program, store: path, data: data,
            environment: ["SKRANKE_IMAP_PASSWORD": Dovecot.password])
        let desk = try RemoteDesk(path, policy: setting.stores.policy)
        let taken = try await intake(desk.store, letters.count, gateway)
        let size = Double(skr_pss_kib(gateway.pid)) / 1_024
        await desk.close()
        gateway.stop()
        show(letters.count, delivered, taken, size, kills: gateway.kills.load(ordering: .relaxed))
    }

    private func letters(_ count: Int) -> [Letter] {
        let zone = setting.stores.policy.calendar.zone
        let day = zone.date(at: DemoPlan.origin(in: zone))
        let factor = count / 70 + 1
        let steps = DayPlan(seed: 24, day: day, zone: zone, factor: min(factor, 100)).steps
        let letters = steps.compactMap { step -> Letter? in
            guard case .mail(let mail) = step.arrival else { return nil }
            return MailLife(mail, desk: "desk@kongsvinger.example").first(at: step.at)
        }
        return Array(letters.prefix(count))
    }

    /// The program's own data files, as it installs them, with this server as the desk's.
    private func settings(_ server: Dovecot) throws -> String {
        let prefix = setting.stores.folder + "/prefix"
        try Spawn.run([setting.program, "install", "--prefix", prefix])
        let folder = prefix + "/share/skranke"
        let file = folder + "/desk.toml"
        var text = try String(contentsOfFile: file, encoding: .utf8)
        text += """

            [mail]
            address = "\(Dovecot.user)@kongsvinger.example"
            sendmail = "/bin/false"
            receipts_per_hour = 100000
            [mail.imap]
            host = "127.0.0.1"
            port = \(server.imap)
            security = "none"
            user = "\(Dovecot.user)"

            """
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return folder
    }

    struct Intake {
        /// Seconds from the first letter that became an inquiry to the last.
        var seconds: Double
        var messages: Set<ContentID> = []
        var events = 0
    }

    private func intake(
        _ store: any JournalStore, _ wanted: Int, _ gateway: ServedGateway
    ) async throws -> Intake {
        var cursor: Int64 = 0
        var first: UInt64?
        var last = nanoseconds()
        var taken = Intake(seconds: 0)
        let deadline = nanoseconds() + 300_000_000_000
        let everyKill = setting.kills > 0 ? max(1, wanted / setting.kills) : Int.max
        var nextKill = everyKill
        while taken.events < wanted, nanoseconds() < deadline {
            let page = try await store.events(after: cursor, limit: 5_000)
            for case .mailArrived(_, _, let content, _, _) in page.map(\.event) {
                taken.events += 1
                taken.messages.insert(content)
            }
            cursor = page.last?.sequence ?? cursor
            if taken.events > 0 { first = first ?? nanoseconds() }
            last = nanoseconds()
            if taken.events >= nextKill {
                nextKill += everyKill
                try gateway.killAndStartAgain()
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        taken.seconds = Double(last - (first ?? last)) / 1e9
        return taken
    }

    private func show(_ count: Int, _ delivered: Double, _ taken: Intake, _ size: Double, kills: Int) {
        let missing = abs(count - taken.events)
        Report.show(
            "mail: \(count) letters from IMAP to inquiries, receipts queued",
            [
                Figure(
                    what: "letters a second", unit: "/s", ours: Double(taken.events) / max(0.001, taken.seconds),
                    companion: "Dovecot's LMTP, mail_fsync=always", theirs: Double(count) / delivered,
                    bar: .atLeastTimes(0.5)),
                Figure(what: "lost or doubled", unit: "", ours: Double(missing), bar: .atMost(0)),
                Figure(what: "gateway's memory (PSS)", unit: "MB", ours: size, bar: .atMost(256)),
            ], ["\(kills) times kill -9 meanwhile"])
    }
}
