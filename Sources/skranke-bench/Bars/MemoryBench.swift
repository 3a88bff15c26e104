import CPosix
import Glibc
import SkrankeRuntime

/// What console and gateway hold and do while nothing happens, the clocks running.
struct MemoryBench {
    let setting: Setting
    private static let seconds = 20

    func run() async throws {
        let path = try await setting.stores.fresh("memory", open: setting.open)
        let screen = try Screen(setting.console(path, gateway: true))
        _ = screen.listen(quiet: 900, limit: 5_000)
        let gateway = try await Gateway.wait(path)
        // Some work first, so that what is only needed then is counted too.
        for number in 0..<60 {
            screen.type(number % 6 == 0 ? "\t" : screen.down)
            _ = screen.listen(quiet: 20, limit: 200)
        }
        let htop = try setting.companions.htop(still: false).map { try Screen($0) }
        let mailbox = try setting.companions.neomutt("memory", mails: 1_000)
        let mutt = try mailbox.map { try Screen($0.words) }
        let idle = idle(screen, gateway, htop)
        let console = Double(skr_pss_kib(screen.pid)) / 1_024
        let server = Double(skr_pss_kib(gateway)) / 1_024
        let others = mutt.map { Double(skr_pss_kib($0.pid)) / 1_024 }
        let figures = [
            Figure(
                what: "console and gateway together (PSS)", unit: "MB", ours: console + server,
                companion: "neomutt, 1 000 mails", theirs: others, bar: .atMost(80)),
            Figure(what: "console alone", unit: "MB", ours: console),
            Figure(what: "gateway alone", unit: "MB", ours: server),
            Figure(
                what: "idle, console and gateway", unit: "% of a core", ours: idle.console + idle.gateway,
                companion: "htop", theirs: idle.htop, bar: .atMost(0.3)),
            Figure(what: "idle, console alone", unit: "% of a core", ours: idle.console),
            Figure(what: "idle, gateway alone", unit: "% of a core", ours: idle.gateway),
        ]
        Report.show("memory and idling: \(setting.open) open, \(MemoryBench.seconds) s", figures)
        screen.end("\u{11}")
        htop?.end("q")
        mutt?.end("q")
        kill(gateway, SIGTERM)
    }

    /// Percent of a core over the time; the screens are read meanwhile.
    private func idle(
        _ screen: Screen, _ gateway: pid_t, _ htop: Screen?
    ) -> (console: Double, gateway: Double, htop: Double?) {
        drain([screen, htop], milliseconds: 3_000)
        let pids = [screen.pid, gateway, htop?.pid ?? 0]
        let start = nanoseconds()
        let before = pids.map(ProcessFigures.processorTime)
        drain([screen, htop], milliseconds: MemoryBench.seconds * 1_000)
        let time = Double(nanoseconds() - start)
        let after = pids.map(ProcessFigures.processorTime)
        let shares = zip(before, after).map { Double($1 - min($0, $1)) / time * 100 }
        return (shares[0], shares[1], htop == nil ? nil : shares[2])
    }

    private func drain(_ screens: [Screen?], milliseconds: Int) {
        let end = nanoseconds() + UInt64(milliseconds) * 1_000_000
        while nanoseconds() < end {
            for screen in screens { _ = screen?.listen(quiet: 50, limit: 50) }
        }
    }
}

/// The gateway of a store, as lock and note tell of it.
enum Gateway {
    static func wait(_ path: String) async throws -> pid_t {
        try await state(path).pid
    }

    static func state(_ path: String) async throws -> (pid: pid_t, address: String) {
        let location = try StoreLocation.resolve(path, environment: [:], directory: "/")
        for _ in 0..<300 {
            let state = GatewayState.look(location)
            if state.isRunning, let pid = state.pid, let address = state.address { return (pid, address) }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw BenchFault("no gateway within 15 s")
    }
}
