import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// Calls a duty when it is due, when the bus says that something moved, and once a second besides: a lost
/// hint and a clock that was set are noticed by then. It rests in between.
struct DutyLoop: Sendable {
    let duty: any Duty
    let clock: any Clock
    let delays: any Delays
    /// For the look once a second: may come earlier, with those of the other duties.
    var checks: (any Delays)?
    /// Rung by the bus.
    let bell: Bell
    /// Told after each round: nil where all went well.
    let report: @Sendable (StoreFault?) -> Void

    /// Longest rest, in real milliseconds.
    static let check: Int64 = 1_000
    /// News come in swarms: between two rounds that news have caused lies at least this time.
    static let calm: Int64 = 20
    static let longestPause: Int64 = 30_000

    /// Returns when the task is cancelled.
    func run() async {
        var failures: Int64 = 0
        while !Task.isCancelled {
            bell.quiet()
            do throws(StoreFault) {
                let result = try await duty.work()
                failures = 0
                report(result.trouble)
                await rest(until: result.next)
            } catch {
                failures = min(failures + 1, 7)
                report(error)
                await Bell().wait(milliseconds: min(Self.longestPause, 250 << failures), delays)
            }
        }
    }

    private func rest(until next: Moment?) async {
        let wait = next.map { min(Self.check, clock.delay(until: $0)) } ?? Self.check
        guard wait > 0 else { return await Task.yield() }
        let isCheck = wait == Self.check
        guard await bell.wait(milliseconds: wait, isCheck ? checks ?? delays : delays) else { return }
        let calm = min(Self.calm, next.map { clock.delay(until: $0) } ?? Self.calm)
        if calm > 0, !Task.isCancelled { await Bell().wait(milliseconds: calm, delays) }
    }
}
