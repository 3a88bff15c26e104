import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import Synchronization

/// The one process of a store through which citizens arrive and time passes (DESIGN §5).
///
/// It holds the lock in the store's folder: the holder alone works. Each duty runs for itself.
/// From any thread.
public final class Gateway: Sendable {
    private let setup: GatewaySetup
    private let ending = Mutex<GatewayEnd?>(nil)
    private let bell = Bell()

    /// How often one that waits for its turn tries the lock, in real milliseconds.
    static let patience: Int64 = 250
    /// How long HTTP may take to say goodbye.
    static let farewell: Int64 = 3_000

    public init(_ setup: GatewaySetup) { self.setup = setup }

    /// Ends it in good order. Also before `run`, and twice.
    public func stop() { end(.stopped) }

    /// Works until it is stopped or has to go; returns at once where one started by a console is not needed.
    public func run() async throws(PathFault) -> GatewayEnd {
        let location = setup.location
        var service: FileLock?
        if setup.mode == .service {
            service = try FileLock.tryLock(location.serviceLock)
            guard service != nil else { return isThere(location.serviceLock) }
            setup.bus.send(.moved)
        }
        defer { service?.release() }
        guard let lock = try await takeLock() else { return ending.withLock { $0 } ?? .stopped }
        defer { lock.release() }
        // A note that lies there is that of one that was killed.
        let killed = GatewayNote.read(location.gatewayFile)
        let note = NoteKeeper(
            GatewayNote(
                pid: setup.process, lastAddress: killed?.address ?? killed?.lastAddress,
                since: setup.clock.now.rfc3339, mode: setup.mode.rawValue, store: location.path),
            path: location.gatewayFile, tell: setup.tell, log: setup.log)
        setup.log("gateway works on \(location.path)")
        let end = await work(note)
        AtomicFile.remove(location.gatewayFile)
        setup.log("gateway ends: \(end)")
        return end
    }

    private func end(_ reason: GatewayEnd) {
        ending.withLock { if $0 == nil { $0 = reason } }
        bell.ring()
    }

    /// nil where it has to go without having worked.
    private func takeLock() async throws(PathFault) -> FileLock? {
        let location = setup.location
        if setup.mode == .attached, FileLock.look(location.serviceLock) != .nobody {
            end(isThere(location.serviceLock))
            return nil
        }
        var isTold = false
        while ending.withLock({ $0 == nil }), !Task.isCancelled {
            if let lock = try FileLock.tryLock(location.gatewayLock) { return lock }
            if setup.mode == .attached {
                end(isThere(location.gatewayLock))
                return nil
            }
            if !isTold { setup.tell(.waiting(pid: holder(location.gatewayLock))) }
            isTold = true
            await bell.wait(milliseconds: Self.patience, setup.delays)
        }
        return nil
    }

    private func holder(_ lock: String) -> Int32? {
        if case .process(let pid) = FileLock.look(lock) { pid } else { nil }
    }

    /// The one that holds `lock`, and its address where it is the one that works.
    private func isThere(_ lock: String) -> GatewayEnd {
        let (pid, state) = (holder(lock), GatewayState.look(setup.location))
        return .alreadyRunning(pid: pid, address: pid == nil || pid == state.pid ? state.address : nil)
    }

    private func work(_ note: NoteKeeper) async -> GatewayEnd {
        let duties = makeDuties(note)
        let bells = duties.map { _ in Bell() }
        let subscription = setup.bus.subscribe { hint in
            if hint == .moved { bells.forEach { $0.ring() } }
        }
        defer { subscription.cancel() }
        let http = setup.serveHTTP.map { HTTPKeeper(serve: $0, note: note, delays: setup.delays) }
        let goodbye = Bell()
        let httpTask = Task {
            await http?.run()
            goodbye.ring()
        }
        let mail = mailKeeper(note, bells: zip(duties, bells).filter { $0.0 is MailReading }.map(\.1))
        let beat = setup.sharesBeat ? SharedBeat(setup.delays, milliseconds: DutyLoop.check) : nil
        await withTaskGroup(of: Void.self) { group in
            for (duty, bell) in zip(duties, bells) {
                let loop = DutyLoop(
                    duty: duty, clock: setup.clock, delays: setup.delays, checks: beat, bell: bell
                ) {
                    note.report(duty.name, $0)
                }
                group.addTask { await loop.run() }
            }
            if let mail { group.addTask { await mail.run() } }
            while ending.withLock({ $0 == nil }), !Task.isCancelled {
                await bell.wait(milliseconds: nil, setup.delays)
            }
            group.cancelAll()
        }
        httpTask.cancel()
        // Open streams may keep a server from ending; the process ends all the same.
        await Task.detached { [delays = setup.delays] in
            _ = await goodbye.wait(milliseconds: Self.farewell, delays)
        }.value
        return ending.withLock { $0 } ?? .stopped
    }

    private func mailKeeper(_ note: NoteKeeper, bells: [Bell]) -> MailKeeper? {
        guard let mail = setup.mail, let bell = bells.first else { return nil }
        return MailKeeper(
            fetch: MailFetch(source: mail.source, store: setup.desk.store, clock: setup.clock), note: note,
            delays: setup.delays, pollSeconds: mail.pollSeconds, bell: bell)
    }

    private func makeDuties(_ note: NoteKeeper) -> [any Duty] {
        let closing = ClosingTime(desk: setup.desk, clock: setup.clock, policy: setup.policy)
        var duties: [any Duty] = [
            Timekeeper(desk: setup.desk, clock: setup.clock),
            LeaseKeeper(desk: setup.desk, clock: setup.clock),
            closing,
        ]
        if let mail = setup.mail {
            let desk = setup.desk
            duties.append(
                MailReading(
                    desk: desk, setup: mail, clock: setup.clock, policy: setup.policy,
                    report: { note.reading($0) }, log: setup.log))
            duties.append(
                MailDispatch(
                    desk: desk, sender: mail.sender, clock: setup.clock,
                    report: { note.mail(.outgoing, $0) }, log: setup.log))
        }
        if setup.mode == .attached {
            let path = setup.location.serviceLock
            duties.append(
                Attendance(
                    store: setup.desk.store, clock: setup.clock, closing: closing,
                    isServiceThere: { FileLock.look(path) != .nobody },
                    end: { [weak self] in self?.end($0) }))
        }
        return duties
    }
}
