/// What goes with a presence: with which channel somebody is busy, why he is away, until when (model §5.4).
///
/// All optional, so that the events of older journals, which knew the bare presence, still read.
public struct PresenceDetail: Hashable, Sendable, Codable {
    /// The channel that one is busy with.
    public var channel: Channel?
    /// A code of `absence.toml`, e.g. `LUN`.
    public var absence: String?
    /// When it ends by itself (after-work), or when he is expected back.
    public var until: Moment?
    /// Who said so, where it was not he himself.
    public var by: AgentID?
    public init(
        channel: Channel? = nil, absence: String? = nil, until: Moment? = nil, by: AgentID? = nil
    ) {
        self.channel = channel
        self.absence = absence
        self.until = until
        self.by = by
    }
    public var isEmpty: Bool { channel == nil && absence == nil && until == nil && by == nil }
}

/// What an agent does and which queues he serves: a fold of his own stream, kept by every store in the
/// transaction that changed it.
public struct AgentState: Equatable, Sendable, Codable {
    public var id: AgentID
    /// Events in the stream so far.
    public var version: Int = 0
    public var presence: Presence = .off
    public var detail = PresenceDetail()
    public var since = Moment(milliseconds: 0)
    /// The queues that he is offered work from; nil = all. Set by a supervisor (R21, model §5.5).
    public var panes: [QueuePane]?
    /// Who put him there.
    public var assignedBy: AgentID?

    public init(id: AgentID) { self.id = id }

    /// Takes one event of the stream; those about other things only count.
    public mutating func apply(_ event: Event, version: Int, at: Moment) {
        self.version = version
        switch event {
        case .sessionOpened:
            // Whoever is on a break or blocked and starts a second console stays so.
            if presence == .off { become(.available, PresenceDetail(), at) }
        case .sessionClosed: become(.off, PresenceDetail(), at)
        case .presenceChanged(_, let presence, let detail): become(presence, detail ?? PresenceDetail(), at)
        case .channelsAssigned(_, let panes, let by):
            self.panes = panes.isEmpty || panes.count == QueuePane.allCases.count ? nil : panes
            assignedBy = by
        default: break
        }
    }

    private mutating func become(_ presence: Presence, _ detail: PresenceDetail, _ at: Moment) {
        self.presence = presence
        self.detail = detail
        since = at
    }

    /// As it stands at `now`: after-work ends by itself, with no event and no timer (model §5.4).
    public func standing(at now: Moment) -> AgentState {
        guard presence == .wrapUp, let until = detail.until, until <= now else { return self }
        var state = self
        state.presence = .available
        state.detail = PresenceDetail()
        state.since = until
        return state
    }

    /// As colleagues see it: whoever is available and has somebody at the other end is busy with that.
    public func shown(_ load: Load, at now: Moment) -> AgentState {
        var state = standing(at: now)
        guard state.presence == .available, let channel = load.liveChannel else { return state }
        state.presence = .busy
        state.detail.channel = channel
        return state
    }

    /// Is offered work from this queue.
    public func serves(_ pane: QueuePane) -> Bool { panes?.contains(pane) ?? true }
}
