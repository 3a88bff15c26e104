import Foundation
import Glibc

/// A real telephone system with real callers: kamailio's waiting queue and SIPp, on ports of their own.
// Sendable: used by one test at a time; the suite is serialised.
final class Pbx: @unchecked Sendable {
    private let folder: String
    private let environment: [String: String]
    private let port: UInt16
    private var kamailio: Child
    private var agent: Child

    /// - Parameter endpoint: where kamailio posts.
    init(_ desk: DeskFolder, endpoint: String) throws {
        for (program, package) in [
            ("kamailio", "kamailio and kamailio-utils-modules"), ("sipp", "sip-tester"),
        ] {
            let found = try Child(["which", program], environment: desk.environment).outcome().status == 0
            guard found else {
                throw Trouble(
                    "\(program) is missing: install the Debian package \(package) (README, Test it)")
            }
        }
        folder = desk.folder + "/pbx"
        environment = desk.environment
        try FileManager.default.createDirectory(atPath: folder + "/run", withIntermediateDirectories: true)
        port = try Self.freePort()
        let agentPort = try Self.freePort()
        let config = PbxScripts.kamailio(port: port, agent: agentPort, endpoint: endpoint, desks: 2)
        try config.write(toFile: folder + "/kamailio.cfg", atomically: true, encoding: .utf8)
        try PbxScripts.agent.write(toFile: folder + "/agent.xml", atomically: true, encoding: .utf8)
        kamailio = try Child(
            [
                "kamailio", "-f", folder + "/kamailio.cfg", "-DD", "-E", "-m", "64", "-M", "8", "-Y",
                folder + "/run", "-P", folder + "/run/pid",
            ], environment: environment)
        agent = try Child(
            ["sipp", "-sf", folder + "/agent.xml", "-i", "127.0.0.1", "-p", "\(agentPort)", "-nostdin"],
            environment: environment)
        try eventually("kamailio listens") { Self.isTaken(port) }
        try eventually("SIPp's desk listens") { Self.isTaken(agentPort) }
    }

    /// A killed parent would leave its workers behind.
    func stop() {
        for child in [kamailio, agent] {
            child.kill(SIGTERM)
            if child.wait(within: 5) == nil { child.kill(SIGKILL) }
        }
    }

    /// Callers one after the other, each with his time in milliseconds; returns when the last is done.
    /// - Returns: SIPp's own record of its messages.
    func callers(
        _ name: String, _ scenario: String, times: [Int], every milliseconds: Int
    ) throws -> () throws -> [SippLine] {
        try scenario.write(toFile: folder + "/\(name).xml", atomically: true, encoding: .utf8)
        let rows = times.enumerated().map { "\($1);+4759\(name == "talk" ? "1" : "2")\(10_000 + $0)\n" }
        try ("SEQUENTIAL\n" + rows.joined())
            .write(toFile: folder + "/\(name).csv", atomically: true, encoding: .utf8)
        let log = folder + "/\(name).log"
        let child = try Child(
            [
                "sipp", "127.0.0.1:\(port)", "-sf", folder + "/\(name).xml", "-inf", folder + "/\(name).csv",
                "-i", "127.0.0.1", "-p", "\(try Self.freePort())", "-m", "\(times.count)", "-r", "1", "-rp",
                "\(milliseconds)", "-l", "100", "-trace_shortmsg", "-shortmessage_file", log, "-nostdin",
            ], environment: environment)
        return {
            let outcome = try child.outcome(within: 120)
            guard outcome.status == 0 else {
                throw Trouble("SIPp \(name): \(outcome.status)\n\(outcome.out.suffix(2_000))\(outcome.err)")
            }
            return try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
                .compactMap { SippLine(String($0)) }
        }
    }

    // MARK: Ports

    private static func freePort() throws -> UInt16 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw Trouble("socket: \(errno)") }
        defer { close(socket) }
        guard let port = bound(socket, 0) else { throw Trouble("bind: \(errno)") }
        return port
    }

    private static func isTaken(_ port: UInt16) -> Bool {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(socket) }
        return bound(socket, port) == nil
    }

    private static func bound(_ socket: Int32, _ port: UInt16) -> UInt16? {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
            }
        }
        return isBound ? UInt16(bigEndian: address.sin_port) : nil
    }
}

/// A line of SIPp's short message record: seconds, sent or received, call, what.
struct SippLine {
    var at: Double
    var isSent: Bool
    var call: String
    var sequence: String
    var first: String

    init?(_ line: String) {
        let parts = line.split(separator: "\t").map(String.init)
        guard parts.count >= 7, let at = Double(parts[2]) else { return nil }
        self.at = at
        isSent = parts[3] == "S"
        call = parts[4]
        sequence = parts[5]
        first = parts[6]
    }
}

/// The counts of facts §3.2 out of SIPp's record alone.
struct SippCounts: Equatable {
    var answeredInTime = 0
    var answeredLater = 0
    var leftAtOnce = 0
    var leftInTime = 0
    var leftLater = 0
    /// How near the nearest wait came to a threshold, in seconds: nearer than the clocks of two processes would
    /// prove nothing.
    var margin = Double.infinity

    init(_ lines: [SippLine], goal: Double, short: Double = 5) {
        for (_, call) in Dictionary(grouping: lines, by: \.call) {
            guard let begin = call.first(where: { $0.isSent && $0.first.hasPrefix("INVITE") })?.at else {
                continue
            }
            let answer = call.first {
                !$0.isSent && $0.sequence.hasSuffix("INVITE") && $0.first.hasPrefix("SIP/2.0 200")
            }
            let left = call.first { $0.isSent && $0.first.hasPrefix("CANCEL") }
            guard let wait = (answer?.at ?? left?.at).map({ $0 - begin }) else { continue }
            margin = min(margin, abs(wait - goal))
            if answer != nil {
                if wait <= goal { answeredInTime += 1 } else { answeredLater += 1 }
                continue
            }
            margin = min(margin, abs(wait - short))
            if wait <= short {
                leftAtOnce += 1
            } else if wait <= goal {
                leftInTime += 1
            } else {
                leftLater += 1
            }
        }
    }

    var offered: Int { answeredInTime + answeredLater + leftAtOnce + leftInTime + leftLater }
    var answered: Int { answeredInTime + answeredLater }

    /// Every way of reckoning, as the overview prints it: letter, met, of.
    var lines: [String] {
        let left = leftAtOnce + leftInTime
        return [
            "P \(answeredInTime)/\(offered - leftAtOnce)", "A \(answeredInTime)/\(offered)",
            "B \(answeredInTime)/\(answered)", "C \(answeredInTime)/\(offered - left)",
            "D \(answeredInTime + left)/\(offered)",
        ]
    }
}
