import Foundation
import Glibc

/// A citizen without a browser: one request a connection, so that a killed gateway is an error at once.
struct WebClient: Sendable {
    struct Reply: Sendable {
        var status: Int
        var body: String
        var object: [String: Any] { (try? DeskFolder.object(body)) ?? [:] }
    }

    let host: String
    let port: UInt16
    var base: String { "http://\(host):\(port)" }

    func get(_ path: String) throws -> Reply { try send("GET \(path)", [:], "") }

    func post(_ path: String, _ value: [String: Any], key: String? = nil) throws -> Reply {
        let data = try JSONSerialization.data(withJSONObject: value, options: .sortedKeys)
        var headers = ["Content-Type": "application/json"]
        headers["Idempotency-Key"] = key
        return try send("POST \(path)", headers, String(decoding: data, as: UTF8.self))
    }

    /// Asks the desk; token and reference.
    func ask(_ question: String, name: String? = nil) throws -> (token: String, reference: String) {
        var value: [String: Any] = ["question": question]
        if let name { value["contact"] = ["name": name] }
        let reply = try post("/api/v1/chats", value, key: UUID().uuidString)
        guard reply.status == 201, let token = reply.object["token"] as? String,
            let reference = reply.object["reference"] as? String
        else { throw Trouble("POST of a chat: \(reply.status) \(reply.body)") }
        return (token, reference)
    }

    private func send(_ line: String, _ headers: [String: String], _ body: String) throws -> Reply {
        let socket = try connected()
        defer { close(socket) }
        var text = "\(line) HTTP/1.1\r\nHost: \(host):\(port)\r\nConnection: close\r\n"
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        text += "Content-Length: \(body.utf8.count)\r\n\r\n" + body
        try write(Array(text.utf8), to: socket)
        return try parse(try readAll(socket))
    }

    private func connected() throws -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let socket = Glibc.socket(AF_INET, kind, 0)
        guard socket >= 0 else { throw Trouble("socket: \(errno)") }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
        }
        guard result == 0 else {
            let fault = errno
            close(socket)
            throw Trouble("connect: \(fault)")
        }
        return socket
    }

    private func write(_ bytes: [UInt8], to socket: Int32) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Trouble("send: \(errno)") }
            sent += count
        }
    }

    private func readAll(_ socket: Int32) throws -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count < 0 { throw Trouble("recv: \(errno)") }
            if count == 0 { return all }
            all += buffer[..<count]
        }
    }

    /// An answer counts only when it came whole.
    private func parse(_ bytes: [UInt8]) throws -> Reply {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let split = text.range(of: "\r\n\r\n") else { throw Trouble("no whole answer") }
        let head = text[..<split.lowerBound].components(separatedBy: "\r\n")
        let body = String(text[split.upperBound...])
        let words = head[0].split(separator: " ")
        guard words.count > 1, let status = Int(words[1]) else { throw Trouble("no status") }
        let length = head.first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
        if let length, body.utf8.count < length { throw Trouble("half an answer") }
        return Reply(status: status, body: body)
    }
}
