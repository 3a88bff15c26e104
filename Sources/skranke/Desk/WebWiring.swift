import Glibc
import Logging
import SkrankeDomain
import SkrankeGateway
import SkrankeJournal
import SkrankeReference
import SkrankeRuntime
import SkrankeWeb

/// HTTP as a duty of the gateway: the web room, made from the municipality's data.
struct WebWiring: Sendable {
    let desk: CommandDesk
    let clock: any SkrankeDomain.Clock
    let data: ReferenceData
    let address: ListenAddress
    /// The port to fall back to, where a taken one is no reason to be away (demonstration).
    let mayTakeAnyPort: Bool
    let bus: any Bus
    let logger: Logger

    /// Serves until it fails or is cancelled.
    func run(_ listening: @escaping @Sendable (String) -> Void) async throws {
        WebWiring.raiseFileLimit()
        let key = try await TokenKey.of(desk.store)
        do {
            try await serve(address, key, listening)
        } catch let fault as WebFault {
            guard mayTakeAnyPort, case .portTaken = fault else { throw Trouble.of(fault) }
            try await serve(ListenAddress(host: address.host, port: 0), key, listening)
        }
    }

    private func serve(
        _ address: ListenAddress, _ key: [UInt8], _ listening: @escaping @Sendable (String) -> Void
    ) async throws {
        let policy = data.policy
        let server = try WebServer(
            configuration: configuration(address), desk: desk, bus: bus, clock: clock, policy: { policy },
            tokenKey: key, logger: logger)
        try await withTaskCancellationHandler {
            try await server.run { listening($0.url) }
        } onCancel: {
            Task { await server.stop() }
        }
    }

    private func configuration(_ address: ListenAddress) -> WebConfiguration {
        let municipality = data.municipality
        let names = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, municipality.name) })
        let settings = data.settings
        return WebConfiguration(
            host: address.host, port: address.port, publicURL: settings.web.publicAddress,
            trustedProxyHeader: settings.web.trustedProxyHeader, embedOrigins: [], limits: limits(settings.limits),
            profile: CitizenProfile(
                municipality: names, phone: municipality.phone, email: municipality.email,
                visitingAddress: municipality.address, website: municipality.web))
    }

    private func limits(_ rates: RateLimits) -> WebLimits {
        var limits = WebLimits()
        limits.bodyBytes = rates.bodyBytes
        limits.chats = .init(
            burst: rates.creationsPerAddressPerMinute, perMinute: rates.creationsPerAddressPerMinute)
        limits.messages = .init(
            burst: max(1, rates.messagesPerTokenPerMinute / 2), perMinute: rates.messagesPerTokenPerMinute)
        limits.requests = .init(
            burst: max(1, rates.requestsPerAddressPerMinute / 2), perMinute: rates.requestsPerAddressPerMinute)
        limits.streamsPerChat = rates.streamsPerToken
        return limits
    }

    /// Five thousand citizens are five thousand open files.
    private static func raiseFileLimit() {
        var limit = rlimit()
        let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(files, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        setrlimit(files, &limit)
    }
}

/// The web room's faults in the gateway's words.
enum Trouble {
    static func of(_ fault: WebFault) -> any Error {
        switch fault {
        case .portTaken(let host, let port): GatewayTrouble.portTaken("\(host):\(port)")
        default: GatewayTrouble.failed("\(fault)")
        }
    }
}
