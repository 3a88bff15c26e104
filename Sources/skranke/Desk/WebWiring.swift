import Logging
import SkrankeDomain
import SkrankeGateway
import SkrankeJournal
import SkrankeReference
import SkrankeRuntime
import SkrankeWeb
import Synchronization

/// HTTP as a duty of the gateway: the web room, made from the municipality's data, where the plan says.
final class WebWiring: Sendable {
    private let desk: CommandDesk
    private let clock: any SkrankeDomain.Clock
    private let data: ReferenceData
    private let location: StoreLocation
    private let bus: any Bus
    private let logger: Logger
    private let wishes: ListenPlan.Wishes
    /// Made at the first run, when the predecessor's note can be read.
    private let plan = Mutex<ListenPlan?>(nil)

    /// - Parameters:
    ///   - named: `--listen` or `SKRANKE_LISTEN`.
    ///   - mayTakeAnyPort: where a taken port is no reason to be away (demonstration).
    init(
        desk: CommandDesk, clock: any SkrankeDomain.Clock, data: ReferenceData, location: StoreLocation,
        named: ListenAddress?, mayTakeAnyPort: Bool, bus: any Bus, logger: Logger
    ) {
        self.desk = desk
        self.clock = clock
        self.data = data
        self.location = location
        self.bus = bus
        self.logger = logger
        wishes = ListenPlan.Wishes(
            named: named, configured: data.settings.web.listen, mayTakeAnyPort: mayTakeAnyPort)
    }

    /// Serves until it fails or is cancelled. Called by the holder of the gateway's lock.
    func run(_ listening: @escaping @Sendable (String) -> Void) async throws {
        let files = WebFiles.raiseLimit()
        let key = try await TokenKey.of(desk.store)
        if plan.withLock({ $0 == nil }) { plan.withLock { $0 = firstPlan() } }
        while let address = plan.withLock({ $0?.address }) {
            do {
                return try await serve(address, key, files, listening)
            } catch let fault as WebFault {
                let isOver = plan.withLock { $0?.failed(at: clock.monotonic) != true }
                if isOver || !fault.concernsAddress { throw Trouble.of(fault) }
            }
        }
    }

    private func firstPlan() -> ListenPlan {
        var wishes = wishes
        wishes.previous = WebFiles.address(url: GatewayNote.read(location.gatewayFile)?.lastAddress)
        wishes.remembered = WebFiles.remembered(location)
        return ListenPlan(wishes)
    }

    private func serve(
        _ address: ListenAddress, _ key: [UInt8], _ files: Int,
        _ listening: @escaping @Sendable (String) -> Void
    ) async throws {
        let policy = data.policy
        var configuration = data.web(at: address, files: files)
        configuration.phoneToken = PhoneSecret.keep(location, Shell.environment, logger)
        configuration.phoneSystem = data.settings.phoneSystem
        configuration.phoneSignature = PhoneSecret.signature(Shell.environment)
        let server = try WebServer(
            configuration: configuration, desk: desk, bus: bus, clock: clock,
            policy: { policy }, tokenKey: key, logger: logger)
        try await withTaskCancellationHandler {
            try await server.run { [self] place in
                let taken = ListenAddress(host: place.host, port: place.port)
                if address.port == 0 { WebFiles.remember(taken, location, logger) }
                plan.withLock { $0?.listens(at: taken) }
                listening(place.url)
            }
        } onCancel: {
            Task { await server.stop() }
        }
    }
}

extension ReferenceData {
    /// What the data files say about the web room.
    ///
    /// - Parameter files: how many descriptors this process may have.
    func web(at address: ListenAddress, files: Int) -> WebConfiguration {
        let names = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, municipality.name) })
        let web = settings.web
        return WebConfiguration(
            host: address.host, port: address.port, publicURL: web.publicAddress,
            trustedProxyHeader: web.trustedProxyHeader, embedOrigins: web.embedOrigins,
            limits: WebLimits(settings.limits, files: files),
            profile: CitizenProfile(
                municipality: names, phone: municipality.phone, email: municipality.email,
                visitingAddress: municipality.address, website: municipality.web,
                privacyURL: web.privacyStatement, accessibilityURL: web.accessibilityStatement))
    }
}

extension WebLimits {
    /// - Parameter files: descriptors; the store, logs and pokes need some of their own.
    init(_ rates: RateLimits, files: Int) {
        self.init()
        bodyBytes = rates.bodyBytes
        chats = Rate(burst: rates.creationsPerAddressPerMinute, perMinute: rates.creationsPerAddressPerMinute)
        messages = Rate(
            burst: max(1, rates.messagesPerTokenPerMinute / 2), perMinute: rates.messagesPerTokenPerMinute)
        requests = Rate(
            burst: max(1, rates.requestsPerAddressPerMinute / 2), perMinute: rates.requestsPerAddressPerMinute
        )
        streamsPerChat = rates.streamsPerToken
        streamsPerAddress = rates.streamsPerAddress
        connections = max(64, min(connections, files - 256))
        streams = min(streams, connections * 3 / 4)
    }
}

extension WebFault {
    /// Another address may do where this one does not.
    var concernsAddress: Bool {
        switch self {
        case .portTaken, .notPermitted, .addressUnusable: true
        case .weakKey, .template, .failed: false
        }
    }
}

/// The web room's faults in the gateway's words.
enum Trouble {
    static func of(_ fault: WebFault) -> any Error {
        switch fault {
        case .portTaken(let host, let port): GatewayTrouble.portTaken(text(host, port))
        case .notPermitted(let host, let port): GatewayTrouble.portForbidden(text(host, port))
        case .addressUnusable(let host): GatewayTrouble.addressUnavailable(host)
        case .weakKey, .template, .failed: GatewayTrouble.failed("\(fault)")
        }
    }

    private static func text(_ host: String, _ port: Int) -> String {
        ListenAddress(host: host, port: port).description
    }
}
