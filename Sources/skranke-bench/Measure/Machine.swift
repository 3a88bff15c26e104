import Glibc

func say(_ line: String) {
    print(line)
    fflush(nil)
}

/// Keeps the cores awake while it lives: an idle virtual core takes milliseconds to wake, which every
/// program measured here would pay. 0 in `/dev/cpu_dma_latency` is the kernel's own means for it.
final class Wakefulness {
    private let device: Int32

    init() {
        device = open("/dev/cpu_dma_latency", O_WRONLY | O_CLOEXEC)
        guard device >= 0 else { return }
        var latency: Int32 = 0
        if write(device, &latency, 4) != 4 { say("note: /dev/cpu_dma_latency takes no value") }
    }

    deinit {
        if device >= 0 { close(device) }
    }

    var isKept: Bool { device >= 0 }
}

/// The machine, as far as it matters to figures.
enum Machine {
    static var load: String {
        var loads = [0.0, 0.0, 0.0]
        guard getloadavg(&loads, 3) > 0 else { return "unknown" }
        return loads[0].short
    }

    static var cores: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

    /// A fixed piece of work in milliseconds: how fast one core is just now.
    static func spin() -> Double {
        let start = nanoseconds()
        var value: UInt64 = 1
        for step in 0..<10_000_000 as Range<UInt64> { value = value &* 6_364_136_223_846_793_005 &+ step }
        let time = Double(nanoseconds() - start) / 1e6
        return value == 0 ? 0 : time
    }

    static func describe(_ wakefulness: Wakefulness) {
        let kept =
            wakefulness.isKept ? "kept awake (/dev/cpu_dma_latency = 0)" : "may sleep: p99 is the machine's"
        say("machine: \(cores) cores, load \(load), spin \(spin().short) ms; cores \(kept)")
    }
}

/// Programs to compare with: Debian packages.
enum Tool: String, CaseIterable {
    case tig, htop, neomutt, weechat, git, cat

    private var package: String {
        switch self {
        case .cat: "coreutils"
        case .weechat: "weechat-curses"
        default: rawValue
        }
    }

    /// Its absolute path; nil, said aloud with the line that installs it, where it is missing.
    var path: String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        for folder in folders.split(separator: ":") {
            let path = "\(folder)/\(rawValue)"
            if access(path, X_OK) == 0 { return path }
        }
        say("SKIPPED: companion \(rawValue) is missing (apt-get install \(package))")
        return nil
    }
}
