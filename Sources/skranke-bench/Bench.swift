import ArgumentParser
import Glibc
import SkrankeReference
import SkrankeRuntime

/// The project's own benchmarks: every time beside its companion's in the same run, and the bar (DESIGN §6).
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skranke-bench",
        abstract: "Measures skranke beside other programs, in the same run, against the bars of the design.",
        discussion: """
            Without a name all of them run. Build both first:
            swift build -c release --product skranke --product skranke-bench
            Companions: apt-get install tig htop neomutt git dovecot-imapd dovecot-lmtpd. A missing one is named and left out.
            The store with the million is made once and kept under XDG_CACHE_HOME.
            """)

    @Argument(help: "launch, keys, event, durable, search, memory, chat, mail or day.")
    var names: [String] = []
    @Option(help: "Closed inquiries in the history.")
    var closed = 1_000_000
    @Option(help: "Open inquiries.")
    var open = 10_000
    @Option(help: "Citizens in chat at once.")
    var citizens = 1_000
    @Option(help: "Seconds for which they write.")
    var seconds = 30
    @Option(help: "A day's arrivals, times so many: 1, 10, 50.")
    var factor = 10
    @Option(help: "Seconds that the day takes.")
    var daySeconds = 60
    @Option(help: "Kills (-9) of the gateway while the day goes by.")
    var kills = 0
    @Option(help: "Letters that wait at the mail server.")
    var mails = 1_000
    @Option(help: "The program to measure. Default: the skranke beside this one.")
    var program: String?

    static func main() async {
        let words = CommandLine.arguments
        do {
            if words.dropFirst().first == Worker.word {
                return try await Worker.main(Array(words.dropFirst(2)))
            }
            var command = try parse()
            try await command.run()
        } catch let fault as BenchFault {
            say("skranke-bench: \(fault)")
            exit(withError: ExitCode(1))
        } catch {
            exit(withError: error)
        }
    }

    func validate() throws {
        for name in names where Benchmark(rawValue: name) == nil {
            throw ValidationError(
                "\(name): one of \(Benchmark.allCases.map(\.rawValue).joined(separator: ", "))")
        }
    }

    mutating func run() async throws {
        // A worker or a screen that is gone is an error of write, not the end.
        signal(SIGPIPE, SIG_IGN)
        let program = try program ?? Bench.neighbour()
        guard access(program, X_OK) == 0 else {
            throw BenchFault("\(program) is missing: swift build -c release --product skranke")
        }
        let wakefulness = Wakefulness()
        let stores = try Stores()
        defer { stores.discard() }
        let setting = Setting(
            stores: stores, program: program, open: open, closed: closed, citizens: citizens, seconds: seconds,
            factor: factor, daySeconds: daySeconds, kills: kills, mails: mails)
        let chosen = names.isEmpty ? Benchmark.allCases : names.compactMap(Benchmark.init)
        let start = nanoseconds()
        for benchmark in chosen {
            Machine.describe(wakefulness)
            try await benchmark.run(setting)
        }
        say("")
        say("\(chosen.count) benchmarks in \((Double(nanoseconds() - start) / 1e9).short) s")
        withExtendedLifetime(wakefulness) {}
    }

    private static func neighbour() throws -> String {
        let own = try Spawn.ownPath()
        return String(own.prefix(upTo: own.lastIndex(of: "/") ?? own.startIndex)) + "/skranke"
    }
}
