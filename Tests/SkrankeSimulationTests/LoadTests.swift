import NIOCore
import NIOPosix
import SkrankeDomain
import Testing

@testable import SkrankeSimulation

@Suite(.timeLimit(.minutes(1))) struct LoadTests {
    @Test func percentilesAreWithinTwoPerCent() {
        var histogram = LatencyHistogram()
        #expect(histogram.percentile(0.5) == 0)
        for microseconds in 1...100_000 as ClosedRange<UInt64> {
            histogram.record(nanoseconds: microseconds * 1_000)
        }
        for share in [0.01, 0.5, 0.9, 0.99, 1] {
            let exact = share * 100_000
            #expect(abs(Double(histogram.percentile(share)) - exact) <= exact * 0.02)
        }
        #expect(histogram.longest == 100_000)
        #expect(histogram.count == 100_000)
        var other = LatencyHistogram()
        other.record(nanoseconds: .max)
        histogram.merge(other)
        #expect(histogram.percentile(1) == UInt64.max / 1_000)
    }

    @Test func theLedgerFindsWhatIsMissing() {
        let ledger = LoadLedger()
        ledger.begins()
        for line in ["a", "b", "c"] { ledger.sends(line, at: 1_000) }
        ledger.isAcknowledged("a", sentAt: 1_000, now: 5_000)
        #expect(ledger.sees(.message(sequence: 4, from: .citizen, text: "a"), now: 9_000))
        // Faster than its own acknowledgement.
        #expect(ledger.sees(.message(sequence: 5, from: .citizen, text: "b"), now: 9_000))
        ledger.isAcknowledged("b", sentAt: 1_000, now: 9_500)
        #expect(ledger.sees(.message(sequence: 5, from: .citizen, text: "b"), now: 9_600), "twice")
        ledger.isAcknowledged("c", sentAt: 1_000, now: 9_700)
        #expect(!ledger.closes())
        let report = ledger.balance()
        #expect(report.acknowledged == 3)
        #expect(report.toStream.count == 2)
        #expect(report.doubled == 1)
        #expect(report.lost == 1)
        #expect(!ledger.sees(.message(sequence: 6, from: .citizen, text: "c"), now: 9_800), "all is there")
        #expect(ledger.balance().lost == 0)
    }

    /// A whole load against a gateway that echoes, loses one line and doubles another.
    @Test func measuresAGateway() async throws {
        let gateway = try await TestGateway.start()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let address = gateway.address
        let client = CitizenClient(group: group, connections: 2, locate: { address })
        var load = ChatLoad(
            citizens: 3, interval: Span(milliseconds: 10), duration: Span(milliseconds: 100), ramp: .zero,
            salt: 1,
            stopwatch: { NIODeadline.now().uptimeNanoseconds })
        load.patience = Span(milliseconds: 500)
        let serving = Task { try await Self.echo(gateway) }
        let report = await load.run(client: client)
        serving.cancel()
        #expect(report.begun == 3)
        #expect(report.failed == 0)
        #expect(report.acknowledged >= 3)
        #expect(report.lost == 1)
        #expect(report.doubled == 1)
        #expect(report.toAnswer.count == report.acknowledged)
        #expect(report.toStream.count == report.acknowledged - 1)
        await client.close()
        try await gateway.stop()
        try await group.shutdownGracefully()
    }

    private static func echo(_ gateway: TestGateway) async throws {
        var streams: [String: TestGateway.Request] = [:]
        var early: [String: [String]] = [:]
        var sequence = 0
        var chats = 0
        var lines = 0
        while !Task.isCancelled {
            let request = try await gateway.next()
            let parts = request.path.split(separator: "/")
            if parts.count == 3 {
                chats += 1
                request.answer(
                    201, #"{"token":"t\#(chats)","reference":"r","state":"waiting","statusUrl":"/s"}"#)
                continue
            }
            let token = String(parts[3])
            if parts[4] == "events" {
                request.begin()
                streams[token] = request
                early.removeValue(forKey: token)?.forEach { request.send(bytes: $0.utf8) }
                continue
            }
            sequence += 1
            lines += 1
            let text = request.body.dropFirst(9).dropLast(2)
            let json = #"{"sequence":\#(sequence),"from":"citizen","text":"\#(text)","at":"x"}"#
            let event = "id: \(sequence)\nevent: message\ndata: \(json)\n\n"
            if lines != 2 {
                let all = lines == 3 ? event + event : event
                if let stream = streams[token] {
                    stream.send(bytes: all.utf8)
                } else {
                    early[token, default: []].append(all)
                }
            }
            request.answer(202, #"{"sequence":\#(sequence)}"#)
        }
    }
}
