import CPosix
import Glibc
import SkrankeDomain

/// How far a screen is behind while a day goes by: a citizen's line in the chat that stands open on it, from its
/// acknowledgement to the screen.
struct ScreenProbe {
    let screen: Screen
    private let desk: RemoteDesk
    private let chat: InquiryID

    init(_ words: [String], _ desk: RemoteDesk) async throws {
        self.desk = desk
        chat = try await desk.ask("prøvetråd")
        screen = try Screen(words)
        guard screen.listen(quiet: 500, limit: 5_000).last != nil else { throw BenchFault("no console") }
        screen.type("1\r")
        _ = screen.listen(quiet: 300, limit: 2_000)
    }

    /// A line about every quarter of a second until `isOver`.
    func run(until isOver: @Sendable () -> Bool) async -> Sample {
        var sample = Sample()
        var number = 0
        while !isOver() {
            let pause = Int32(150 + number * 37 % 190)
            _ = screen.listen(quiet: pause, limit: pause)
            number += 1
            let word = EventBench.word(number)
            let watch = Watch(screen, Array(word.utf8))
            guard (try? await desk.write(word, in: chat)) != nil else { break }
            let acknowledged = nanoseconds()
            sample.add(from: acknowledged, to: watch.wait() ?? acknowledged + 2_000_000_000)
        }
        return sample
    }

    func end() { screen.end("\u{11}") }
}

/// The memory of several processes together, once a second.
final class MemoryWatch: Sendable {
    private let task: Task<[Double], Never>

    init(_ pids: @escaping @Sendable () -> [pid_t]) {
        task = Task {
            var sizes: [Double] = []
            while !Task.isCancelled {
                sizes.append(pids().reduce(0) { $0 + Double(skr_pss_kib($1)) / 1_024 })
                try? await Task.sleep(for: .seconds(1))
            }
            return sizes
        }
    }

    func stop() async -> [Double] {
        task.cancel()
        return await task.value
    }
}
