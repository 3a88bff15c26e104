import Foundation
import SkrankeConsole
import SkrankeDesk
import SkrankeDomain
import SkrankeJournal
import SkrankeReference
import SkrankeRuntime
import SkrankeScreen
import SkrankeTerminal

/// The console as a process: terminal, loop, store, session and gateway meet here.
///
/// The first screen is read first and shown; session, gateway and the rest of the desk come behind it.
struct ConsoleProgram {
    let desk: OpenDesk
    let screen: ScreenOptions
    let dataFlag: String?

    func run() async throws {
        guard isatty(0) == 1, isatty(1) == 1 else { throw Failure(ConsoleWords.noTerminal(desk.language)) }
        let wires = try Wires(desk: desk)
        let start = try await Told.store(desk.language) { () async throws(StoreFault) in
            try await wires.follower.start()
        }
        let (palette, complaints) = theme()
        if !complaints.isEmpty { Shell.complain(complaints.joined(separator: "\n")) }
        let loop = try terminal { () throws(TerminalFailure) in try PollLoop(name: "screen") }
        let live = LiveConsole(desk: desk, wires: wires, loop: loop, heads: start.heads, names: names)
        do throws(TerminalFailure) {
            try loop.start()
            try await live.session.open(options(palette))
        } catch {
            throw Failure(ConsoleWords.text(error, desk.language))
        }
        // The flash line has room for one; all stand on standard error.
        if let first = complaints.first { live.deliver(.say(first, isError: true)) }
        let background = Background(desk: desk, wires: wires, live: live, keeper: keeper(live))
        let ending = await background.run(from: start)
        await live.session.close()
        loop.stop()
        if ending == .storeGone {
            throw Failure(ConsoleWords.storeGone(desk.location.path, isDemo: desk.isDemo, desk.language))
        }
    }

    private var names: DeskNames {
        var topics: [TopicCode: [Language: String]] = [:]
        for topic in desk.data.topics.topics { topics[topic.code] = topic.name }
        return DeskNames(municipality: desk.data.municipality.name, topics: topics, isDemo: desk.isDemo)
    }

    /// The theme that was asked for; else what is wrong with it, and the colours that are compiled in.
    private func theme() -> (Palette?, complaints: [String]) {
        do throws(DataFileErrors) {
            return (try DataLoader(Locator.current(flag: dataFlag)).theme(screen.theme), [])
        } catch {
            return (nil, error.sentences(desk.language))
        }
    }

    private func options(_ palette: Palette?) -> NcursesTerminal.Options {
        var options = NcursesTerminal.Options()
        if let palette { options.palette = palette }
        if let value = Shell.environment["NO_COLOR"], !value.isEmpty { options.colours = .none }
        sweep(desk.location.folder)
        options.errorFile =
            desk.location.folder + "/console-errors.\(ProcessInfo.processInfo.processIdentifier)"
        return options
    }

    /// Files of consoles that were killed, in which no word was said.
    private func sweep(_ folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix("console-errors.") {
            guard let pid = Int32(name.dropFirst(15)), kill(pid, 0) != 0, errno == ESRCH else { continue }
            var info = stat()
            let path = folder + "/" + name
            if stat(path, &info) == 0, info.st_size == 0 { unlink(path) }
        }
    }

    private func terminal<T>(_ body: () throws(TerminalFailure) -> T) throws -> T {
        do {
            return try body()
        } catch {
            throw Failure(ConsoleWords.text(error, desk.language))
        }
    }

    private func keeper(_ live: LiveConsole) -> GatewayKeeper {
        let starter: GatewayCommand? =
            screen.noGateway
            ? nil
            : ProcessSetup.executable().map {
                GatewayCommand(
                    executable: $0, arguments: serveArguments,
                    log: desk.location.folder + "/gateway.start.log")
            }
        let language = desk.language
        return GatewayKeeper(location: desk.location, starter: starter, clock: SystemClock()) { state in
            live.deliver(.gateway(GatewayStatus(state, isWanted: starter != nil, language)))
        }
    }

    private var serveArguments: [String] {
        var words = ["serve", "--attached", "--store", desk.location.path]
        if desk.dataFolder.origin != .embedded { words += ["--data", Absolute.path(desk.dataFolder.path)] }
        if let listen = screen.listen { words += ["--listen", listen] }
        return words
    }
}

extension GatewayStatus {
    /// What the health strip shows of what lock and note say.
    init(_ state: GatewayState, isWanted: Bool, _ language: Language) {
        switch (state.isRunning, state.address, state.trouble) {
        case (true, _, let trouble?): self = .limping(Sentences.text(trouble, language))
        case (true, let address?, nil): self = .running(address: address)
        case (true, nil, nil): self = .starting
        case (false, _, let trouble?): self = .limping(Sentences.text(trouble, language))
        case (false, _, nil): self = isWanted ? .starting : .none
        }
    }
}
