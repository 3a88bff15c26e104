import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import SkrankeDomain
import SkrankeJournal
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The citizen's side of the gateway: pages, JSON interface and event streams over HTTP/1.1 (DESIGN §5).
///
/// `run` serves until `stop`, graceful shutdown of the enclosing service group, or cancellation; it may be
/// called again afterwards. The caller raises the soft limit of open files above `WebLimits.connections`.
public final class WebServer: Sendable {
    private let house: WebHouse
    private let tailer: Tailer
    private struct Running {
        var group: ServiceGroup?
        /// Who waits in `stop` for the end of the run.
        var waiting: [CheckedContinuation<Void, Never>] = []
    }
    private let running = Mutex(Running())

    /// Where the server listens.
    public struct Address: Equatable, Sendable {
        public var host: String
        public var port: Int
        public var url: String { host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)" }
    }

    /// - Parameters:
    ///   - desk: the way in for commands, with the store in which citizens read.
    ///   - bus: hints that the journal moved, and signs of typing in both directions.
    ///   - clock: `monotonic` for rates, `now` for expected waits and opening hours.
    ///   - policy: the municipality's choices at this moment.
    ///   - tokenKey: at least 32 random bytes, kept with the store.
    /// - Throws: `WebFault.weakKey`, `WebFault.template`.
    public init(
        configuration: WebConfiguration, desk: CommandDesk, bus: any Bus, clock: any SkrankeDomain.Clock,
        policy: @escaping @Sendable () -> DeskPolicy, tokenKey: [UInt8], logger: Logger
    ) throws(WebFault) {
        let hub = Hub(
            limits: configuration.limits, clock: clock, goalSeconds: policy().promises.chatFirstReplySeconds,
            zone: { policy().calendar.zone })
        house = WebHouse(
            configuration: configuration, desk: desk, bus: bus, policy: policy,
            tokens: try WebTokens(key: tokenKey), hub: hub, limiter: RateLimiter(clock: clock),
            pages: try Pages(), clock: clock,
            logger: logger)
        tailer = Tailer(store: desk.store, hub: hub, logger: logger)
        desk.store.onCommit { [weak tailer] _ in tailer?.wake() }
    }

    /// The tokens of this store, e.g. for a status link in an e-mail.
    public var tokens: WebTokens { house.tokens }

    /// Open event streams, for `doctor` and the health strip.
    public var streamCount: Int { house.hub.streamCount }

    /// Serves until it is stopped.
    ///
    /// - Parameter onListening: called once with the address, the port that was taken included.
    /// - Throws: `WebFault`; the caller tries again later, its other duties go on.
    public func run(
        onListening: @escaping @Sendable (Address) async -> Void = { _ in }
    ) async throws(WebFault) {
        let hub = house.hub
        hub.open()
        await tailer.look()
        let tailer = tailer
        let subscription = house.bus.subscribe { tailer.receive($0) }
        let ticks = MultiThreadedEventLoopGroup.singleton.next().scheduleRepeatedTask(
            initialDelay: .seconds(1), delay: .seconds(1)
        ) { _ in
            tailer.wake()
            hub.tick()
        }
        defer {
            ticks.cancel()
            subscription.cancel()
        }
        let services = ServiceGroup(configuration: groupConfiguration(application(onListening)))
        running.withLock { $0.group = services }
        defer { ended() }
        do {
            try await serve(services)
        } catch {
            throw fault(error)
        }
    }

    /// Ends streams, takes no more requests, and returns when the port is free: within
    /// `WebLimits.stopSeconds`. Not to be called from `onListening`.
    public func stop() async {
        house.hub.close()
        guard let group = running.withLock({ $0.group }) else { return }
        await group.triggerGracefulShutdown()
        await withCheckedContinuation { continuation in
            let isOver = running.withLock { running in
                if running.group != nil { running.waiting.append(continuation) }
                return running.group == nil
            }
            if isOver { continuation.resume() }
        }
    }

    private func ended() {
        let waiting = running.withLock { running in
            defer { running = Running() }
            return running.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    private func serve(_ services: ServiceGroup) async throws {
        let (hub, tailer) = (house.hub, tailer)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await tailer.run() }
            tasks.addTask {
                try await withGracefulShutdownHandler {
                    try await services.run()
                } onGracefulShutdown: {
                    hub.close()
                }
            }
            defer {
                hub.close()
                tasks.cancelAll()
            }
            // The tailer ends by cancellation alone, so what ends first is the server.
            try await tasks.next()
        }
    }

    private func groupConfiguration(_ application: some Service) -> ServiceGroupConfiguration {
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: application, successTerminationBehavior: .gracefullyShutdownGroup)],
            logger: house.logger)
        configuration.maximumGracefulShutdownDuration = .seconds(house.limits.stopSeconds)
        return configuration
    }

    private func application(_ onListening: @escaping @Sendable (Address) async -> Void) -> some Service {
        let configuration = house.configuration
        let limits = configuration.limits
        let site = Site(house: house)
        let book = ConnectionBook(limit: limits.connectionsPerAddress)
        return Application(
            responder: site,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionGuard(site: site, book: book)],
                    idleTimeout: .seconds(limits.idleSeconds),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
                        maxHeaderFieldCount: limits.headerCount))),
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port), backlog: limits.backlog,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    limits.connections, logger: house.logger)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? configuration.port
                await onListening(Address(host: configuration.host, port: port))
            },
            logger: house.logger)
    }

    private func fault(_ error: any Error) -> WebFault {
        let (host, port) = (house.configuration.host, house.configuration.port)
        if let error = error as? IOError {
            switch error.errnoCode {
            case EADDRINUSE: return .portTaken(host: host, port: port)
            case EACCES, EPERM: return .notPermitted(host: host, port: port)
            case EADDRNOTAVAIL: return .addressUnusable(host: host)
            default: return .failed("\(error)")
            }
        }
        if error is SocketAddressError { return .addressUnusable(host: host) }
        return .failed("\(error)")
    }
}
