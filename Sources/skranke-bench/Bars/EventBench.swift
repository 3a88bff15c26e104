import Glibc
import SkrankeDomain

/// From the acknowledgement of what one process did to the screen of another.
struct EventBench {
    let setting: Setting
    private static let events = 200
    private static let deliveriesASession = 20

    func run() async throws {
        let (ours, unseen) = try await console()
        var mutt = Sample()
        for session in 0..<(EventBench.events / 2 / EventBench.deliveriesASession) {
            guard let mailbox = try setting.companions.neomutt("event\(session)", mails: 5) else { break }
            try deliver(mailbox, &mutt)
        }
        let chat = try chat()
        Report.show(
            "event: a citizen's question in chat, committed by another process, \(setting.open) open",
            [
                Figure(
                    what: "acknowledged to screen p50", unit: "ms", ours: ours.median,
                    companion: "neomutt, Maildir", theirs: mutt.median, bar: .times(1)),
                Figure(
                    what: "acknowledged to screen p99", unit: "ms", ours: ours.p99,
                    companion: "neomutt, Maildir",
                    theirs: mutt.p99, bar: .atMost(20)),
                Figure(
                    what: "acknowledged to screen p50", unit: "ms", ours: ours.median,
                    companion: "weechat, from its server", theirs: chat.median),
            ],
            ["\(ours.count) events, \(unseen) not seen within 2 s; \(mutt.count) deliveries"])
    }

    /// Eight letters, none of them where the one before has it, so that the screen must show all of them.
    static func word(_ number: Int) -> String {
        let letters = Array("bcdfghjklmnpqrstvwxz")
        return String(
            (0..<8).map { letters[(number * 7 + $0 * (3 + number % 3) + number / 20) % letters.count] })
    }

    private func console() async throws -> (Sample, unseen: Int) {
        let path = try await setting.stores.fresh("event", open: setting.open)
        let clock = try await RemoteDesk.open(path, policy: setting.stores.policy)
        let screen = try Screen(setting.console(path))
        guard screen.listen(quiet: 500, limit: 5_000).last != nil else { throw BenchFault("no console") }
        let desk = try RemoteDesk(path, policy: setting.stores.policy, clock: clock)
        var sample = Sample()
        var unseen = 0
        for number in 0..<EventBench.events {
            let pause = Int32(20 + number * 13 % 70)
            _ = screen.listen(quiet: pause, limit: pause)
            let word = EventBench.word(number)
            // The frame may come before the answer does, so somebody looks all the time.
            let watch = Watch(screen, Array(word.utf8))
            let id = try await desk.ask(word + " om gebyr")
            let acknowledged = nanoseconds()
            if let shown = watch.wait() { sample.add(from: acknowledged, to: shown) } else { unseen += 1 }
            try await desk.leave(id)
        }
        screen.end("\u{11}")
        await desk.close()
        return (sample, unseen)
    }

    /// A line of a chat server to weechat's screen: nothing is durable there.
    private func chat() throws -> Sample {
        var sample = Sample()
        guard let room = try ChatRoom(folder: setting.companions.folder) else { return sample }
        let screen = try Screen(room.words)
        try room.welcome()
        _ = screen.listen(quiet: 500, limit: 5_000)
        for number in 0..<EventBench.events {
            let pause = Int32(20 + number * 13 % 70)
            _ = screen.listen(quiet: pause, limit: pause)
            let word = Array(EventBench.word(number).utf8)
            try room.say(EventBench.word(number))
            let said = nanoseconds()
            let output = screen.listen(quiet: 2_000, limit: 2_000) {
                Screen.count(word, in: $0.bytes[...]) > 0
            }
            guard Screen.count(word, in: output.bytes[...]) > 0, let last = output.last else { continue }
            sample.add(from: said, to: last)
        }
        screen.end("/quit\n")
        return sample
    }

    private func deliver(_ mailbox: Mailbox, _ sample: inout Sample) throws {
        let screen = try Screen(mailbox.words)
        _ = screen.listen(quiet: 300, limit: 3_000)
        for number in 0..<EventBench.deliveriesASession {
            let pause = Int32(60 + number * 13 % 70)
            _ = screen.listen(quiet: pause, limit: pause)
            let word = EventBench.word(number)
            try mailbox.deliver(number, word)
            let delivered = nanoseconds()
            let mark = Array(word.utf8)
            let output = screen.listen(quiet: 2_000, limit: 2_000) {
                Screen.count(mark, in: $0.bytes[...]) > 0
            }
            guard Screen.count(mark, in: output.bytes[...]) > 0, let last = output.last else { continue }
            sample.add(from: delivered, to: last)
        }
        screen.end("q")
    }
}
