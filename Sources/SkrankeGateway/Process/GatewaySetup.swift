import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// Runs HTTP until it fails or the task is cancelled; calls `listening` with the address (a URL) once
/// citizens can come. Throws `GatewayTrouble` where it knows what is wrong.
public typealias ServeHTTP =
    @Sendable (_ listening: @escaping @Sendable (String) -> Void) async throws -> Void

/// What a gateway is made of; live things meet in `skranke serve`.
public struct GatewaySetup: Sendable {
    public enum Mode: String, Sendable {
        /// Started by a console: goes when none is there, yields to a service.
        case attached
        /// Started by somebody who wants it to stay; one started by a console makes room for it.
        case service
    }
    public var location: StoreLocation
    public var mode: Mode
    public var desk: CommandDesk
    public var clock: any Clock
    public var delays: any Delays
    /// The duties' looks fall on one beat; without it each waits for itself, and can be counted.
    public var sharesBeat = true
    public var policy: @Sendable () -> DeskPolicy
    public var bus: any Bus
    /// nil serves no HTTP.
    public var serveHTTP: ServeHTTP?
    /// nil where the desk has no e-mail.
    public var mail: MailSetup?
    public var process: Int32
    /// What a human being who started it should hear; on any thread.
    public var tell: @Sendable (GatewayNews) -> Void
    /// What happened, in plain English, for the log; on any thread.
    public var log: @Sendable (String) -> Void

    public init(
        location: StoreLocation, mode: Mode, desk: CommandDesk, clock: any Clock,
        delays: any Delays = SystemDelays(), policy: @escaping @Sendable () -> DeskPolicy, bus: any Bus,
        serveHTTP: ServeHTTP?, process: Int32, tell: @escaping @Sendable (GatewayNews) -> Void = { _ in },
        log: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.location = location
        self.mode = mode
        self.desk = desk
        self.clock = clock
        self.delays = delays
        self.policy = policy
        self.bus = bus
        self.serveHTTP = serveHTTP
        self.process = process
        self.tell = tell
        self.log = log
    }
}

/// What becomes of a gateway while it runs.
public enum GatewayNews: Equatable, Sendable {
    /// Citizens can come, to this URL.
    case listening(String)
    /// Something does not work; the rest goes on, and it is tried again.
    case trouble(GatewayTrouble)
    /// Another one, started by a console, makes room.
    case waiting(pid: Int32?)
}

/// Why a gateway ended.
public enum GatewayEnd: Equatable, Sendable {
    /// It was asked to.
    case stopped
    /// Another one works on this store, where it listens.
    case alreadyRunning(pid: Int32?, address: String?)
    /// Started by a console, it made room for one that runs as a service.
    case yielded
    /// No console has been there for a minute; waiting chats were left with a date.
    case deserted
}
