import Foundation
import Glibc

/// A weechat in a room of a chat server that has this one guest: a line said there is what a citizen's
/// message is to us.
final class ChatRoom {
    let words: [String]
    private let listener: Int32
    private var guest: Int32 = -1

    /// nil, said aloud, where weechat is missing.
    init?(folder: String) throws {
        guard let weechat = Tool.weechat.path else { return nil }
        let door = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        listener = door
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(door, place, length) == 0 && listen(door, 1) == 0
                    && getsockname(door, place, &length) == 0
            }
        }
        guard door >= 0, bound else { throw BenchFault("no socket: \(String(cString: strerror(errno)))") }
        let home = folder + "/weechat"
        try Stores.make(home)
        words = [
            weechat, "-d", home, "-r",
            "/server add bench 127.0.0.1/\(UInt16(bigEndian: address.sin_port)) -notls",
            "-r", "/set irc.server_default.autojoin #desk", "-r", "/set irc.look.smart_filter off",
            "-r", "/connect bench",
        ]
    }

    deinit {
        close(guest)
        close(listener)
    }

    /// Takes the guest in. Returns when he has entered the room.
    func welcome() throws {
        var wait = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, 10_000) == 1 else { throw BenchFault("weechat does not connect") }
        guest = accept(listener, nil, nil)
        var heard = ""
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while !heard.contains("JOIN") {
            let count = read(guest, &buffer, buffer.count)
            guard count > 0 else { throw BenchFault("weechat left") }
            let before = heard
            heard += String(decoding: buffer[..<count], as: UTF8.self)
            if heard.contains("CAP LS"), !before.contains("CAP LS") { try send(":b CAP * LS :") }
            if heard.contains("USER "), !before.contains("USER ") { try send(":b 001 kari :Velkommen") }
        }
        try send(":kari!k@b JOIN #desk")
        try send(":b 366 kari #desk :End")
    }

    /// Returns when the line has left for the guest.
    func say(_ text: String) throws { try send(":innbygger!i@b PRIVMSG #desk :\(text)") }

    private func send(_ line: String) throws {
        let bytes = Array((line + "\r\n").utf8)
        guard write(guest, bytes, bytes.count) == bytes.count else { throw BenchFault("weechat is gone") }
    }
}
