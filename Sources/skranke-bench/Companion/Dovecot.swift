import Foundation
import Glibc

/// A mail server of one's own on the loopback: IMAP, and delivery by LMTP with every message on the disk before
/// it is acknowledged (`mail_fsync=always`). What it stores a second is the companion of our intake.
final class Dovecot {
    static let program = "/usr/sbin/dovecot"
    static let user = "desk"
    static let password = "secret"
    let imap: Int
    private let lmtp: Int
    private let pid: pid_t

    /// nil where it is not installed.
    init?(folder: String) throws {
        guard access(Dovecot.program, X_OK) == 0 else { return nil }
        let place = folder + "/dovecot"
        try Stores.make(place + "/mail")
        (imap, lmtp) = (try Line.freePort(), try Line.freePort())
        let isRoot = geteuid() == 0
        let owner = isRoot ? ("nobody", "nogroup") : (NSUserName(), NSUserName())
        if isRoot, let nobody = getpwnam("nobody") {
            chown(place + "/mail", nobody.pointee.pw_uid, nobody.pointee.pw_gid)
            for path in [folder, place] { chmod(path, 0o755) }
        }
        let settings = Dovecot.settings(place, owner, imap: imap, lmtp: lmtp)
        try settings.write(toFile: place + "/dovecot.conf", atomically: true, encoding: .utf8)
        pid = try Spawn.start([Dovecot.program, "-F", "-c", place + "/dovecot.conf"], [:]) {
            for file in 0...2 { posix_spawn_file_actions_addopen(&$0, Int32(file), "/dev/null", O_RDWR, 0) }
        }
        for port in [imap, lmtp] { try Line.await(port: port) }
    }

    /// Delivers the messages one after the other over one line, each acknowledged. Returns the seconds it took.
    func deliver(_ messages: [[UInt8]]) throws -> Double {
        let line = try Line(port: lmtp)
        _ = try line.answer()
        try line.say("LHLO bench", expecting: "250 ")
        let start = nanoseconds()
        for message in messages {
            try line.say("MAIL FROM:<a@b.example>", expecting: "250 ")
            try line.say("RCPT TO:<\(Dovecot.user)@kongsvinger.example>", expecting: "250 ")
            try line.say("DATA", expecting: "354 ")
            try line.send(Dovecot.stuffed(message))
            try line.say(".", expecting: "250 ")
        }
        return Double(nanoseconds() - start) / 1e9
    }

    /// Lines that begin with a full stop get another one (RFC 5321).
    private static func stuffed(_ message: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(message.count + 64)
        var begins = true
        for byte in message {
            if begins, byte == UInt8(ascii: ".") { result.append(byte) }
            result.append(byte)
            begins = byte == 10
        }
        return begins ? result : result + [13, 10]
    }

    func stop() {
        kill(pid, SIGTERM)
        Spawn.wait(for: pid)
    }

    private static func settings(
        _ place: String, _ owner: (user: String, group: String), imap: Int, lmtp: Int
    ) -> String {
        """
        protocols = imap lmtp
        listen = 127.0.0.1
        base_dir = \(place)/run
        state_dir = \(place)/state
        log_path = \(place)/log
        default_internal_user = \(owner.user)
        default_internal_group = \(owner.group)
        default_login_user = \(owner.user)
        ssl = no
        disable_plaintext_auth = no
        mail_fsync = always
        mail_location = maildir:\(place)/mail/%n
        auth_username_format = %n
        recipient_delimiter = +
        lmtp_save_to_detail_mailbox = no
        first_valid_uid = 1
        passdb {
          driver = static
          args = password=\(password)
        }
        userdb {
          driver = static
          args = uid=\(owner.user) gid=\(owner.group) home=\(place)/mail/%n allow_all_users=yes
        }
        service anvil {
          chroot =
        }
        service stats {
          chroot =
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = \(imap)
          }
          inet_listener imaps {
            port = 0
          }
        }
        service lmtp {
          inet_listener lmtp {
            port = \(lmtp)
          }
        }

        """
    }
}
