import Foundation
import Glibc

/// A line to a server that speaks in lines.
final class Line {
    private let socket: Int32

    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let isOpen = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        // `deinit` closes it: it runs where all is set and the initialiser throws.
        guard isOpen else { throw MailHouse.Trouble("connect \(port): \(errno)") }
    }
    deinit { close(socket) }

    func send(_ bytes: [UInt8]) throws {
        var place = 0
        while place < bytes.count {
            let count = bytes[place...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw MailHouse.Trouble("send: \(errno)") }
            place += count
        }
    }

    /// Says `text` and wants an answer whose last line begins with `code`.
    func say(_ text: String, _ code: String) throws {
        try send(Array((text + "\r\n").utf8))
        let heard = try answer()
        guard heard.hasPrefix(code) else { throw MailHouse.Trouble("\(text): \(heard)") }
    }

    /// The last line of an answer of several.
    func answer() throws -> String {
        var text = ""
        var byte: UInt8 = 0
        while true {
            guard recv(socket, &byte, 1, 0) == 1 else { throw MailHouse.Trouble("the server hung up") }
            guard byte == 10 else {
                text.unicodeScalars.append(Unicode.Scalar(byte))
                continue
            }
            if text.count > 3, text[text.index(text.startIndex, offsetBy: 3)] == "-" {
                text = ""
            } else {
                return text
            }
        }
    }
}
