import Glibc

/// A line of text to a server on the loopback, one command and its answer at a time.
final class Line {
    private let file: Int32
    private var rest: [UInt8] = []

    init(port: Int) throws {
        file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Line.loopback(port)
        let isThere = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        // `deinit` closes it: it runs where all is set and the initialiser throws.
        guard isThere else { throw BenchFault("nothing listens on \(port)") }
        var on: Int32 = 1
        setsockopt(file, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(file) }

    func send(_ bytes: [UInt8]) throws {
        var place = 0
        while place < bytes.count {
            let count = bytes[place...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw BenchFault("the line broke") }
            place += count
        }
    }

    func say(_ text: String, expecting start: String) throws {
        try send(Array((text + "\r\n").utf8))
        let answer = try answer()
        guard answer.hasPrefix(start) else { throw BenchFault("\(text): \(answer)") }
    }

    /// The last line of an answer, which has a blank behind its number.
    func answer() throws -> String {
        while true {
            while let end = rest.firstIndex(of: 10) {
                let line = String(decoding: rest[..<end], as: UTF8.self)
                rest.removeSubrange(...end)
                if line.utf8.dropFirst(3).first != UInt8(ascii: "-") { return line }
            }
            var buffer = [UInt8](repeating: 0, count: 4_096)
            let count = read(file, &buffer, buffer.count)
            guard count > 0 else { throw BenchFault("the line broke") }
            rest += buffer[..<count]
        }
    }

    private static func loopback(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        address.sin_port = UInt16(port).bigEndian
        return address
    }

    static func freePort() throws -> Int {
        let door = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(door) }
        var address = loopback(0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(door, $0, size) == 0 && getsockname(door, $0, &size) == 0
            }
        }
        guard isBound else { throw BenchFault("no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    static func await(port: Int) throws {
        for _ in 0..<500 {
            if (try? Line(port: port)) != nil { return }
            poll(nil, 0, 20)
        }
        throw BenchFault("nothing listens on \(port)")
    }
}
