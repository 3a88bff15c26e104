import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// Keeps fetching: a round, then a rest in which the server may call; a server that is away is tried again, a
/// little later each time, and what came meanwhile is caught up.
struct MailKeeper: Sendable {
    let fetch: MailFetch
    let note: NoteKeeper
    let delays: any Delays
    let pollSeconds: Int
    /// Rung when the store may have something to read.
    let bell: Bell

    static let longestPause: Int64 = 30_000

    /// Returns when the task is cancelled.
    func run() async {
        var failures: Int64 = 0
        while !Task.isCancelled {
            do throws(MailFetch.Fault) {
                let news = try await fetch.round()
                failures = 0
                note.mail(.incoming, news)
                bell.ring()
                try await fetch.wait(seconds: pollSeconds)
                continue
            } catch {
                switch error {
                case .mail(let trouble): note.mail(.incoming, trouble)
                case .store(let fault): note.report("mail", fault)
                }
            }
            bell.ring()
            await fetch.disconnect()
            failures = min(failures + 1, 7)
            if Task.isCancelled { break }
            await Bell().wait(milliseconds: min(Self.longestPause, 250 << failures), delays)
            note.report("mail", nil)
        }
        await fetch.disconnect()
    }
}
