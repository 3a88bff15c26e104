import Glibc
import SkrankeDomain

/// Many citizens in chat at once, each writing a line at an interval: DESIGN §6, "citizens in chat at once".
public struct ChatLoad: Sendable {
    public var citizens: Int
    /// Real time between two lines of one citizen.
    public var interval: Span
    /// How long they write, after all have come.
    public var duration: Span
    /// The time over which they arrive.
    public var ramp: Span
    /// How long the last lines are waited for.
    public var patience: Span = .seconds(20)
    private let salt: UInt64
    private let stopwatch: @Sendable () -> UInt64

    /// - Parameters:
    ///   - stopwatch: monotonic nanoseconds.
    ///   - salt: makes this run's idempotency keys its own.
    public init(
        citizens: Int, interval: Span, duration: Span, ramp: Span, salt: UInt64 = .random(in: 0 ... .max),
        stopwatch: @escaping @Sendable () -> UInt64
    ) {
        self.citizens = max(1, citizens)
        self.interval = max(interval, Span(milliseconds: 1))
        self.duration = duration
        self.ramp = ramp
        self.salt = salt
        self.stopwatch = stopwatch
    }

    /// Runs the load. A citizen whose chat can't be begun counts as failed.
    public func run(client: CitizenClient, pause: @escaping Pause = Span.passed) async -> LoadReport {
        await withTaskGroup(of: LoadReport.self) { group in
            for index in 0..<citizens {
                group.addTask { await citizen(index, client, pause) }
            }
            var total = LoadReport()
            for await report in group { total.merge(report) }
            return total
        }
    }

    private func citizen(_ index: Int, _ client: CitizenClient, _ pause: @escaping Pause) async -> LoadReport
    {
        let ledger = LoadLedger()
        var keys = KeySupply(salt: salt, citizen: index)
        var random = SeededRandom(seed: salt, stream: UInt64(index))
        let backoff = Backoff(random: random)
        let start = ramp.milliseconds * Int64(index) / Int64(citizens)
        let key = keys.next()
        do {
            try await pause(Span(milliseconds: start))
            let chat = try await client.retrying(backoff: backoff) { () throws(ClientFault) -> BegunChat in
                try await client.ask("Last \(index)", language: .nb, contact: nil, key: key)
            }
            ledger.begins()
            let phase = Int64(random.below(Int(interval.milliseconds)))
            let end = ramp.milliseconds - start + duration.milliseconds
            await converse(chat.token, index, phase, end, &keys, client, ledger, pause)
        } catch {
            ledger.fails(nil)
        }
        return ledger.balance()
    }

    private func converse(
        _ token: String, _ index: Int, _ phase: Int64, _ end: Int64, _ keys: inout KeySupply,
        _ client: CitizenClient, _ ledger: LoadLedger, _ pause: @escaping Pause
    ) async {
        let backoff = Backoff(random: SeededRandom(seed: salt, stream: UInt64(index)))
        let begin = stopwatch()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                try? await client.follow(token: token, backoff: backoff) { ledger.sees($0, now: stopwatch()) }
            }
            var due = phase
            var line = 0
            while due < end {
                let now = Int64((stopwatch() &- begin) / 1_000_000)
                guard (try? await pause(Span(milliseconds: max(0, due - now)))) != nil else { break }
                await write("\(index)-\(line)", token, keys.next(), client, ledger)
                line += 1
                due += interval.milliseconds
            }
            if !ledger.closes() {
                // Until the stream has brought all that was acknowledged, or patience ends.
                group.addTask { try? await pause(patience) }
                await group.next()
            }
            group.cancelAll()
        }
    }

    private func write(
        _ text: String, _ token: String, _ key: String, _ client: CitizenClient, _ ledger: LoadLedger
    ) async {
        let start = stopwatch()
        ledger.sends(text, at: start)
        do {
            _ = try await client.retrying(backoff: Backoff(random: SeededRandom(seed: start))) {
                () throws(ClientFault) -> Int64 in try await client.write(text, token: token, key: key)
            }
            ledger.isAcknowledged(text, sentAt: start, now: stopwatch())
        } catch {
            ledger.fails(text)
        }
    }

    /// Lets this process open as many files as it may: each citizen's stream is one.
    /// - Returns: how many that is.
    @discardableResult
    public static func raiseDescriptorLimit() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 0 }
        limit.rlim_cur = limit.rlim_max
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return Int(clamping: limit.rlim_cur)
    }
}
