import Logging
import SkrankeDomain
import SkrankeJournal

/// What all handlers share. A value of references; made once by `WebServer`.
struct WebHouse: Sendable {
    let configuration: WebConfiguration
    let desk: CommandDesk
    let bus: any Bus
    let policy: @Sendable () -> DeskPolicy
    let tokens: WebTokens
    let hub: Hub
    let limiter: RateLimiter
    let pages: Pages
    let clock: any SkrankeDomain.Clock
    let logger: Logger

    var store: any JournalStore { desk.store }
    var limits: WebLimits { configuration.limits }
    var chats: ChatService { ChatService(desk: desk, logger: logger) }

    /// Takes one of a rate.
    ///
    /// - Throws: `tooManyRequests` with the seconds to wait.
    func limit(_ key: RateLimiter.Key, _ rate: WebLimits.Rate) throws(Problem) {
        if let seconds = limiter.take(key, rate) { throw Problem(.tooManyRequests, retryAfter: seconds) }
    }

    /// The same by address, from which this machine itself is exempt.
    func limitRequests(_ exchange: Exchange) throws(Problem) {
        if exchange.address.isExempt { return }
        try limit(.requests(exchange.address.key), limits.requests)
    }

    /// A chat of this address more.
    func limitNewChats(_ exchange: Exchange) throws(Problem) {
        if exchange.address.isExempt { return }
        try limit(.chats(exchange.address.key), limits.chats)
    }
}
