/// From a key press to the last byte of the frame that answers it.
struct KeysBench {
    let setting: Setting
    private static let keys = 500

    private struct Series {
        var times = Sample()
        var bytes = Sample()
        /// Keys that the program did not answer with anything.
        var silent = 0
    }

    func run() async throws {
        let store = try await setting.stores.kept(closed: setting.closed, open: setting.open)
        let ours = try measure(setting.console(store), before: "4")
        let inView = try measure(setting.console(store), before: "4", span: 4)
        var figures: [Figure] = []
        let floor = Tool.cat.path != nil ? try echo() : nil
        let tig = try setting.companions.tig(commits: 1_000).map { try measure($0, Companions.tigSettings) }
        add(&figures, ours, "tig, 1 000 commits", tig, time: .times(1), tail: .times(2))
        let htop = try setting.companions.htop(still: true).map { try measure($0) }
        add(&figures, ours, "htop", htop)
        let mutt = try setting.companions.neomutt("keys", mails: 1_000).map { try measure($0.words) }
        add(&figures, ours, "neomutt, 1 000 mails", mutt)
        add(&figures, ours, "echo of one byte (floor)", floor)
        figures.append(
            Figure(
                what: "within the page p50", unit: "ms", ours: inView.times.median,
                companion: "tig, scrolling",
                theirs: tig?.times.median))
        figures.append(
            Figure(
                what: "within the page p99", unit: "ms", ours: inView.times.p99, companion: "tig, scrolling",
                theirs: tig?.times.p99))
        figures.append(
            Figure(what: "bytes within the page", unit: "B", ours: inView.bytes.median, bar: .atMost(200)))
        figures.append(
            Figure(what: "bytes per key p50", unit: "B", ours: ours.bytes.median, bar: .atMost(200)))
        Report.show(
            "keys: Down through \(setting.open) open at 120x36, \(KeysBench.keys) keys", figures,
            [
                "keys without an answer: \(ours.silent)",
                "p99 counts only where the floor's own stays below 1 ms",
            ])
    }

    private func add(
        _ figures: inout [Figure], _ ours: Series, _ name: String, _ theirs: Series?, time: Bar = .none,
        tail: Bar = .none
    ) {
        figures += [
            Figure(
                what: "key to frame p50", unit: "ms", ours: ours.times.median, companion: name,
                theirs: theirs?.times.median, bar: time),
            Figure(
                what: "key to frame p99", unit: "ms", ours: ours.times.p99, companion: name,
                theirs: theirs?.times.p99, bar: tail),
            Figure(
                what: "bytes per key p50", unit: "B", ours: ours.bytes.median, companion: name,
                theirs: theirs?.bytes.median),
        ]
    }

    /// Presses Down again and again; with a `span`, up again after so many.
    private func measure(
        _ words: [String], _ environment: [String: String] = [:], before: String = "", span: Int? = nil
    ) throws -> Series {
        let screen = try Screen(words, environment: environment)
        let start = screen.listen(quiet: 400, limit: 5_000)
        guard start.last != nil else { throw BenchFault("\(words.joined(separator: " ")): no screen") }
        if !before.isEmpty {
            screen.type(before)
            _ = screen.listen(quiet: 100, limit: 1_000)
        }
        var series = Series()
        for number in 0..<KeysBench.keys {
            // At another moment of the second each time, and what came by itself is not the answer.
            _ = screen.listen(quiet: Int32(3 + number % 17), limit: Int32(3 + number % 17))
            let isUp = span.map { number / $0 % 2 == 1 } ?? false
            let pressed = screen.type(isUp ? screen.up : screen.down)
            let answer = screen.listen(quiet: 25, limit: 500)
            guard let end = answer.end else {
                series.silent += 1
                continue
            }
            series.times.add(from: pressed, to: end)
            series.bytes.add(Double(answer.bytes.count))
        }
        screen.end("q")
        return series
    }

    /// What the line and this machine cost: cat, to which the line discipline gives the byte back at once.
    private func echo() throws -> Series {
        guard let cat = Tool.cat.path else { return Series() }
        let screen = try Screen([cat])
        _ = screen.listen(quiet: 50, limit: 100)
        var series = Series()
        for number in 0..<KeysBench.keys {
            _ = screen.listen(quiet: Int32(3 + number % 17), limit: Int32(3 + number % 17))
            let pressed = screen.type("x\n")
            // The line's own echo first, then what cat read and wrote.
            let answer = screen.listen(quiet: 10, limit: 200) { $0.bytes.count >= 6 }
            guard let end = answer.last else { continue }
            series.times.add(from: pressed, to: end)
            series.bytes.add(Double(answer.bytes.count))
        }
        screen.end("\u{4}")
        return series
    }
}
