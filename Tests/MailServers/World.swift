import Foundation

/// The other end of SMTP: aiosmtpd, with the manners that a test asks for.
enum World {
    static var python: String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../.."
        ).standardized
        let own = root.appendingPathComponent(".build/oracles/bin/python").path
        if FileManager.default.isExecutableFile(atPath: own) { return own }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        return path.split(separator: ":").map { $0 + "/python3" }.first {
            FileManager.default.isExecutableFile(atPath: String($0))
        }.map(String.init)
            ?? "/usr/bin/python3"
    }

    static let script = """
        import asyncio, os, smtplib, ssl, sys
        from aiosmtpd.smtp import SMTP
        port, folder, behaviour = int(sys.argv[1]), sys.argv[2], sys.argv[3]
        class Handler:
            count = 0
            async def handle_RCPT(self, server, session, envelope, address, options):
                if behaviour == 'refuse': return '550 5.1.1 no such user'
                if behaviour == 'later': return '451 4.3.0 try again'
                envelope.rcpt_tos.append(address)
                return '250 OK'
            async def handle_DATA(self, server, session, envelope):
                Handler.count += 1
                name = os.path.join(folder, '%06d' % Handler.count)
                head = 'X-From: %s\\r\\nX-To: %s\\r\\n' % (envelope.mail_from, ' '.join(envelope.rcpt_tos))
                if behaviour == 'refuse-data': return '554 5.6.0 no'
                with open(name + '.part', 'wb') as file: file.write(head.encode() + envelope.original_content)
                os.rename(name + '.part', name + '.eml')
                if behaviour == 'vanish': os._exit(0)
                if behaviour.startswith('deliver:'):
                    with smtplib.LMTP('127.0.0.1', int(behaviour[8:])) as box:
                        box.sendmail(envelope.mail_from, envelope.rcpt_tos, envelope.original_content)
                return '250 2.0.0 kept'
        async def main():
            context = None
            if len(sys.argv) > 4:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(sys.argv[4], sys.argv[5])
            loop = asyncio.get_running_loop()
            make = lambda: SMTP(Handler(), tls_context=context, enable_SMTPUTF8=True)
            server = await loop.create_server(make, '127.0.0.1', port)
            await server.serve_forever()
        asyncio.run(main())
        """
}

extension MailHouse {
    static func dovecot(_ folder: String, imap: Int, imaps: Int, lmtp: Int) -> String {
        let isRoot = geteuid() == 0
        let (user, group) = isRoot ? ("nobody", "nogroup") : ("\(NSUserName())", "\(NSUserName())")
        return """
            protocols = imap lmtp
            listen = 127.0.0.1
            base_dir = \(folder)/run
            state_dir = \(folder)/state
            log_path = \(folder)/dovecot.log
            default_internal_user = \(user)
            default_internal_group = \(group)
            default_login_user = \(user)
            ssl = yes
            ssl_cert = <\(folder)/cert.pem
            ssl_key = <\(folder)/key.pem
            disable_plaintext_auth = no
            mail_location = maildir:\(folder)/mail/%n
            auth_username_format = %n
            recipient_delimiter = +
            lmtp_save_to_detail_mailbox = no
            first_valid_uid = 1
            passdb {
              driver = static
              args = password=secret
            }
            userdb {
              driver = static
              args = uid=\(user) gid=\(group) home=\(folder)/mail/%n allow_all_users=yes
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
                port = \(imaps)
                ssl = yes
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
