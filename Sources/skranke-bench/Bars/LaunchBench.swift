/// From the start of the process to its first full frame, and to the end of what streams in behind it.
struct LaunchBench {
    let setting: Setting
    private static let runs = 15
    /// What each row shows of ours (the caller's name; the subject gives way to the topic) and of the others.
    private static let ourMark = Array("Innbygger".utf8)
    private static let theirMark = Array("Sak ".utf8)

    private struct Times {
        var full = Sample()
        var still = Sample()
        var rows = 0
    }

    func run() async throws {
        let store = try await setting.stores.kept(closed: setting.closed, open: setting.open)
        let console = setting.console(store)
        let mailbox = try setting.companions.neomutt("launch", mails: 1_000)
        let tig = try setting.companions.tig(commits: 1_000)
        // Once each, so that nobody reads from a cold disk.
        _ = try once(console, [:], 8, "")
        var ours = Times()
        var mutt = Times()
        var history = Times()
        for _ in 0..<LaunchBench.runs {
            try measure(console, [:], 8, "\u{11}", &ours)
            // It opens on the last ten mails.
            if let mailbox { try measure(mailbox.words, [:], 10, "q", &mutt) }
            if let tig { try measure(tig, Companions.tigSettings, 20, "q", &history) }
        }
        show(ours, mutt, history)
    }

    private func measure(
        _ words: [String], _ environment: [String: String], _ rows: Int, _ quit: String, _ times: inout Times
    ) throws {
        guard let (full, still, seen) = try once(words, environment, rows, quit) else {
            throw BenchFault("\(words.joined(separator: " ")): no full screen within 10 s")
        }
        times.full.add(full)
        times.still.add(still)
        times.rows = seen
    }

    /// - Returns: milliseconds to the first frame with `rows` filled rows, and to the last byte before a pause.
    private func once(
        _ words: [String], _ environment: [String: String], _ rows: Int, _ quit: String
    ) throws -> (Double, Double, Int)? {
        let screen = try Screen(words, environment: environment)
        let mark = words.first == setting.program ? LaunchBench.ourMark : LaunchBench.theirMark
        let first = screen.listen(quiet: 10_000, limit: 10_000) { output in
            guard Screen.count(mark, in: output.bytes[...]) >= rows else { return false }
            // A frame in brackets is full when it is closed.
            return output.frames > 0 || Screen.count(Array("?2026h".utf8), in: output.bytes[...]) == 0
        }
        guard let full = first.last else { return nil }
        let seen = Screen.count(mark, in: first.bytes[...])
        let rest = screen.listen(quiet: 150, limit: 700)
        // A second hand is nothing that streams in: what comes after a pause doesn't count.
        let pause = rest.first.map { $0 > full + 150_000_000 } ?? true
        let still = pause ? full : rest.last ?? full
        screen.end(quit)
        guard seen >= rows else { return nil }
        let start = screen.startedAt
        return (Double(full - start) / 1e6, Double(still - start) / 1e6, seen)
    }

    private func show(_ ours: Times, _ mutt: Times, _ history: Times) {
        let open = setting.open
        Report.show(
            "launch: \(open) open, \(setting.closed) closed, \(LaunchBench.runs) runs in turn",
            [
                Figure(
                    what: "first full frame p50", unit: "ms", ours: ours.full.median,
                    companion: "neomutt, 1 000 mails", theirs: mutt.full.median, bar: .times(1)),
                Figure(
                    what: "first full frame p50", unit: "ms", ours: ours.full.median,
                    companion: "tig, 1 000 commits", theirs: history.full.median),
                Figure(
                    what: "first full frame, slowest", unit: "ms", ours: ours.full.percentile(1),
                    companion: "neomutt", theirs: mutt.full.percentile(1)),
                Figure(
                    what: "all \(open) in memory p50", unit: "ms", ours: ours.still.median,
                    companion: "neomutt, 1 000 mails", theirs: mutt.full.median, bar: .times(4)),
            ],
            ["first frame holds \(ours.rows) rows of ours; neomutt's count from 10 rows on, tig's from 20"])
    }
}
