import CPosix
import Glibc
import SkrankeDomain
import SkrankeReference
import SkrankeRuntime
import SkrankeSimulation

/// Citizens in chat at once, each writing a line every ten seconds, all of it durable.
struct ChatBench {
    let setting: Setting

    func run() async throws {
        let path = try await setting.stores.fresh("chat", open: 0)
        let policy = setting.stores.policy
        let clock = try await RemoteDesk.open(path, policy: policy)
        let location = try StoreLocation.resolve(path, environment: [:], directory: "/")
        let held = try FileLock.tryLock(location.folder + "/demo.lock")
        defer { held?.release() }
        let desk = try RemoteDesk(path, policy: policy, clock: clock)
        let session = DeskSession(
            id: "bench", agent: AgentID("bench"),
            caller: Caller(.agent(AgentID("bench")), roles: [.agent], terminal: "bench"), desk: desk.desk,
            clock: clock, bus: desk.pokes)
        try await session.begin()
        ChatLoad.raiseDescriptorLimit()
        let server = try await ServedGateway(setting.program, store: path)
        try await load(server.pid, server.address)
        await session.end()
        await desk.close()
        server.stop()
        _ = held
    }

    private func load(_ pid: pid_t, _ url: String) async throws {
        guard let place = ListenAddress(String(url.dropFirst("http://".count))) else { throw BenchFault(url) }
        let count = setting.citizens
        let ramp = Span.seconds(max(5, Int64(count / 100)))
        let load = ChatLoad(
            citizens: count, interval: .seconds(10), duration: .seconds(Int64(setting.seconds)), ramp: ramp,
            stopwatch: { nanoseconds() })
        let watch = Task { () -> [Double] in
            var sizes: [Double] = []
            while !Task.isCancelled {
                sizes.append(Double(skr_pss_kib(pid)) / 1_024)
                try? await Task.sleep(for: .seconds(1))
            }
            return sizes
        }
        let start = ProcessFigures.processorTime(pid)
        let began = nanoseconds()
        let report = await load.run(connections: 64, at: GatewayAddress(host: place.host, port: place.port))
        let busy = Double(ProcessFigures.processorTime(pid) - start) / Double(nanoseconds() - began) * 100
        watch.cancel()
        show(report, await watch.value, Int(ramp.milliseconds / 1_000), busy)
    }

    private func show(_ report: LoadReport, _ sizes: [Double], _ ramp: Int, _ busy: Double) {
        let arrived = sizes.indices.contains(ramp) ? sizes[ramp] : sizes.last
        let last = sizes.dropLast(1).last
        func time(_ what: String, _ histogram: LatencyHistogram, _ share: Double, _ bar: Bar) -> Figure {
            Figure(what: what, unit: "ms", ours: Double(histogram.percentile(share)) / 1e3, bar: bar)
        }
        let failures = Double(report.lost + report.doubled + report.failed)
        Report.show(
            "chat: \(setting.citizens) citizens at once, a line each every 10 s, for \(setting.seconds) s",
            [
                time("POST to 202 p50", report.toAnswer, 0.5, .none),
                time("POST to 202 p99", report.toAnswer, 0.99, .atMost(250)),
                time("POST to the own stream p50", report.toStream, 0.5, .none),
                time("POST to the own stream p99", report.toStream, 0.99, .atMost(250)),
                Figure(what: "lost, doubled or failed", unit: "lines", ours: failures, bar: .atMost(0)),
                Figure(
                    what: "gateway's memory at the end", unit: "MB", ours: last,
                    companion: "when all had come",
                    theirs: arrived, bar: .times(1.1)),
            ],
            [
                "\(report.begun) begun, \(report.acknowledged) lines acknowledged, \(report.lost) lost, "
                    + "\(report.doubled) doubled, \(report.failed) failed; gateway used \(busy.short) % of a core"
            ])
    }
}
