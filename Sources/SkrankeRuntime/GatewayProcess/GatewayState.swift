/// What a console knows about the gateway: the lock says whether it lives, its note says the rest.
public struct GatewayState: Equatable, Sendable {
    public var isRunning: Bool
    public var pid: Int32?
    public var address: String?
    public var trouble: GatewayTrouble?

    public init(isRunning: Bool, pid: Int32? = nil, address: String? = nil, trouble: GatewayTrouble? = nil) {
        self.isRunning = isRunning
        self.pid = pid
        self.address = address
        self.trouble = trouble
    }

    /// Looks at lock and note; takes nothing, waits for nothing.
    public static func look(_ location: StoreLocation) -> GatewayState {
        look(location) { GatewayNote.read(location.gatewayFile) }
    }

    /// - Parameter note: reads the note, or knows it.
    static func look(_ location: StoreLocation, note: () -> GatewayNote?) -> GatewayState {
        guard case .process(let holder) = FileLock.look(location.gatewayLock) else {
            return GatewayState(isRunning: false)
        }
        var state = GatewayState(isRunning: true, pid: holder)
        // The note of a killed predecessor tells nothing about this one.
        guard let note = note(), note.pid == holder else { return state }
        state.address = note.address
        state.trouble = note.error.map {
            GatewayTrouble(code: $0, detail: note.detail ?? "") ?? .failed(note.detail ?? $0)
        }
        return state
    }
}
