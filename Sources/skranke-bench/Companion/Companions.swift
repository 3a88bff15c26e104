import Foundation
import Glibc

/// The companions' own worlds: a Maildir, a repository, settings that keep them quiet.
struct Companions {
    let folder: String

    /// A neomutt on a Maildir with `count` mails, the newest on top.
    func neomutt(_ name: String, mails count: Int) throws -> Mailbox? {
        guard let program = Tool.neomutt.path else { return nil }
        let mailbox = Mailbox(program: program, folder: folder + "/" + name)
        try mailbox.make(count)
        return mailbox
    }

    /// The words that start tig on a repository with `count` commits.
    func tig(commits count: Int) throws -> [String]? {
        guard let tig = Tool.tig.path, let git = Tool.git.path else { return nil }
        let place = folder + "/repository"
        try Stores.make(place)
        try Spawn.run([git, "init", "-q", place])
        var script = ""
        for number in 0..<count {
            let text = "Sak \(number) om gebyr og søknad\n"
            script += "commit refs/heads/main\n"
            script += "committer Kari Nordmann <kari@example.no> \(1_700_000_000 + number * 60) +0100\n"
            script += "data \(text.utf8.count)\n\(text)\n"
        }
        let file = place + "/import"
        try script.write(toFile: file, atomically: false, encoding: .utf8)
        try Spawn.run([
            "/bin/sh", "-c", "exec \"$0\" -C \"$1\" fast-import --quiet < \"$2\"", git, place, file,
        ])
        return [tig, "-C", place, "main"]
    }

    static let tigSettings = ["TIGRC_USER": "/dev/null", "HOME": "/nonexistent"]

    /// htop that looks so seldom that its own updates don't count as answers.
    func htop(still: Bool) -> [String]? {
        guard let htop = Tool.htop.path else { return nil }
        return still ? [htop, "-d", "1000"] : [htop]
    }
}

/// A Maildir and the neomutt that shows it.
struct Mailbox {
    let program: String
    let folder: String
    var maildir: String { folder + "/mail" }

    func make(_ count: Int) throws {
        for part in ["", "/cur", "/new", "/tmp"] { try Stores.make(maildir + part) }
        for number in 0..<count {
            try mail(number, "Sak \(number) om gebyr").write(
                toFile: maildir + "/cur/\(1_700_000_000 + number).\(number).bench:2,S", atomically: false,
                encoding: .utf8)
        }
        let settings = """
            set folder="\(maildir)"
            set spool_file="\(maildir)"
            set mbox_type=Maildir
            set sort=mailbox-order
            set beep=no
            set confirm_append=no
            set quit=yes
            set header_cache=""
            set wait_key=no
            set sleep_time=0
            """
        try settings.write(toFile: folder + "/neomuttrc", atomically: false, encoding: .utf8)
    }

    var words: [String] { [program, "-n", "-F", folder + "/neomuttrc", "-f", maildir] }

    /// Puts a mail into the box as a delivery agent does. Returns when it is there.
    func deliver(_ number: Int, _ subject: String) throws {
        let name = "\(1_800_000_000 + number).\(number).bench"
        let draft = maildir + "/tmp/" + name
        try mail(1_000_000 + number, subject).write(toFile: draft, atomically: false, encoding: .utf8)
        guard rename(draft, maildir + "/new/" + name) == 0 else { throw BenchFault("rename \(draft)") }
    }

    private func mail(_ number: Int, _ subject: String) -> String {
        """
        From: Kari Nordmann <kari\(number)@example.no>
        To: desk@example.no
        Subject: \(subject)
        Date: Mon, 10 Nov 2025 10:00:00 +0100
        Message-ID: <\(number)@bench.example.no>
        Content-Type: text/plain; charset=utf-8

        Hei, jeg lurer på gebyret i sak \(number).

        """
    }
}
