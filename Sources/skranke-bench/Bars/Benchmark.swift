/// What every benchmark is handed.
struct Setting: Sendable {
    let stores: Stores
    /// The built program that is measured.
    let program: String
    let open: Int
    let closed: Int
    let citizens: Int
    let seconds: Int
    /// Times as many arrivals as on the day of the reference data, and real seconds that it takes.
    let factor: Int
    let daySeconds: Int
    /// How often the gateway is killed meanwhile.
    let kills: Int
    let mails: Int

    var companions: Companions { Companions(folder: stores.folder) }

    func console(_ store: String, gateway: Bool = false) -> [String] {
        let rest = gateway ? ["--listen", "127.0.0.1:0"] : ["--no-gateway"]
        return [program, "console", "--store", store, "--language", "nb"] + rest
    }
}

/// One of the benchmarks of DESIGN §6.
enum Benchmark: String, CaseIterable {
    case launch, keys, event, durable, search, memory, chat, mail, day

    func run(_ setting: Setting) async throws {
        switch self {
        case .launch: try await LaunchBench(setting: setting).run()
        case .keys: try await KeysBench(setting: setting).run()
        case .event: try await EventBench(setting: setting).run()
        case .durable: try await DurableBench(setting: setting).run()
        case .search: try await SearchBench(setting: setting).run()
        case .memory: try await MemoryBench(setting: setting).run()
        case .chat: try await ChatBench(setting: setting).run()
        case .mail: try await MailBench(setting: setting).run()
        case .day: try await DayBench(setting: setting).run()
        }
    }
}
