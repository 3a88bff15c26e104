import Glibc

/// Durable commands a second beside a bare SQLite loop that writes the same rows with the same durability.
struct DurableBench {
    let setting: Setting
    private static let commands = 500
    private static let rounds = 5

    func run() async throws {
        var alone = Sample()
        var group = Sample()
        var eight = Sample()
        var bare = Sample()
        var rows = 0
        for round in 0..<DurableBench.rounds {
            let path = try await setting.stores.fresh("durable\(round)", open: 10)
            alone.add(try Worker.run(path, processes: 1, count: DurableBench.commands, waiters: 1))
            let loop = try BareLoop(rowsOf: path, count: DurableBench.commands)
            rows = loop.rows / DurableBench.commands
            bare.add(try loop.run(setting.stores.folder + "/bare\(round).db"))
            group.add(try Worker.run(path, processes: 1, count: DurableBench.commands * 2, waiters: 16))
            eight.add(try Worker.run(path, processes: 8, count: DurableBench.commands, waiters: 1))
        }
        let loop = "bare SQLite, \(rows) rows each"
        Report.show(
            "durable: commands a second, \(DurableBench.rounds) rounds of \(DurableBench.commands)",
            [
                Figure(
                    what: "one process", unit: "/s", ours: alone.median, companion: loop, theirs: bare.median,
                    bar: .atLeastTimes(0.8)),
                Figure(
                    what: "eight processes", unit: "/s", ours: eight.median, companion: "one process",
                    theirs: alone.median, bar: .atLeastTimes(1)),
                Figure(
                    what: "sixteen waiting in one process", unit: "/s", ours: group.median, companion: loop,
                    theirs: bare.median),
            ])
    }
}
