extension Inquiry {
    /// The interactions: begun by their first event, changed by the later ones, ended once.
    mutating func evolveContact(_ event: Event, at: Moment) {
        switch event {
        case .chatWaiting(let id):
            if !change(id, { $0.state = .waiting }) { begin(id, .chat, .waiting, at) }
        case .questionLeft(let id, _):
            if !change(id, { $0.state = .left }) { begin(id, .chat, .left, at) }
        case .chatClaimed(let id, let by): change(id) { $0.join(by, at) }
        case .chatIdle(let id): change(id) { $0.state = .citizenIdle }
        case .chatResumed(let id): change(id) { $0.state = .active }
        case .chatEnded(let id, let by):
            change(id) {
                $0.end(.ended, at)
                $0.endedBy = by
            }
        case .callReported, .callOffered, .callAnswered, .callEnded: evolveCall(event, at: at)
        case .callContinued, .callWrapUpStarted, .callWrapUpEnded, .staffMessageLeft:
            evolveCallMore(event, at: at)
        case .emailReceived(let id, _, _): begin(id, channel, .waiting, at)
        case .mailArrived(let id, _, _, _, _):
            if let id, !interactions.contains(where: { $0.id == id }) { begin(id, channel, .waiting, at) }
        case .inquiryReleased, .sessionLost, .inquiryHandedOver(_, nil, _, _): returnLiveContactToQueue()
        case .channelMoved:
            if let id = interaction?.id { change(id) { if $0.state != .abandoned { $0.end(.moved, at) } } }
        case .inquiryClosed, .inquiryVoided:
            if let id = interaction?.id { change(id) { if !$0.state.hasEnded { $0.end(.done, at) } } }
        default:
            evolveCallback(event, at: at)
            evolveVisit(event, at: at)
            evolveAppointment(event, at: at)
        }
    }

    /// One that was registered by hand begins with its answer; one that was reported is made of its facts.
    private mutating func evolveCall(_ event: Event, at: Moment) {
        guard let id = event.callContact else { return }
        if case .callReported = event {
            begin(id, .phone, .waiting, at)
            change(id) { $0.call = Call() }
        } else if case .callAnswered = event, !interactions.contains(where: { $0.id == id }) {
            begin(id, .phone, .active, at)
        }
        change(id) {
            $0.call?.apply(event, at: at)
            switch event {
            case .callAnswered(_, let by): $0.answer(by, at)
            case .callEnded: $0.hangUp(at)
            default: break
            }
        }
    }

    /// Transfer, after-work, and what a message to a colleague says of the call's end.
    private mutating func evolveCallMore(_ event: Event, at: Moment) {
        switch event {
        case .callContinued(_, _, let from, _, let since):
            guard let id = interactions.first(where: { $0.call != nil })?.id else { return }
            let goesOn = from == self.id
            change(id) {
                if goesOn { $0.call?.goOn() } else { $0.call?.inherit(waitingSince: since) }
                if goesOn, $0.call?.outcome == .forwarded, $0.state == .abandoned { $0.state = .moved }
            }
        case .callWrapUpStarted(let id, let until):
            change(id) {
                $0.state = .wrapUp
                $0.call?.wrapUp(until: until)
            }
        case .callWrapUpEnded(let id):
            change(id) {
                $0.state = .ended
                $0.call?.endWrapUp(at: at)
            }
        case .staffMessageLeft(let id?, _, _, _, _, _): change(id) { $0.outcome = .toldWhenAndHow }
        default: break
        }
    }

    private mutating func evolveCallback(_ event: Event, at: Moment) {
        switch event {
        case .callbackRequested(let id, let from, let until):
            begin(id, .callback, .waiting, at)
            change(id) { $0.callback = Callback(from: from, until: until) }
        case .callbackAttempted(let id, let by, let result, let next):
            change(id) {
                $0.callback?.attempts.append(.init(at: at, by: by, result: result))
                $0.callback?.nextAt = next
                if result == .reached { $0.join(by, at) } else { $0.state = .waiting }
            }
        case .callbackDone(let id): change(id) { $0.end(.done, at) }
        case .callbackGivenUp(let id): change(id) { $0.end(.givenUp, at) }
        default: break
        }
    }

    private mutating func evolveVisit(_ event: Event, at: Moment) {
        switch event {
        case .visitorArrived(let id, let ticket):
            begin(id, .visit, .waiting, at)
            change(id) { $0.visit = Visit(ticket: ticket) }
        case .visitorCalled(let id, let by, let counter):
            change(id) {
                $0.state = .called
                $0.agent = by
                $0.visit?.calledTimes += 1
                $0.visit?.counter = counter
            }
        case .visitStarted(let id, let by): change(id) { $0.join(by, at) }
        case .visitorLeft(let id): change(id) { $0.end(.noShow, at) }
        case .visitDone(let id): change(id) { $0.end(.done, at) }
        default: break
        }
    }

    private mutating func evolveAppointment(_ event: Event, at: Moment) {
        switch event {
        case .appointmentBooked(let id, let host, let from, let until):
            begin(id, .appointment, .booked, at)
            change(id) { $0.appointment = Appointment(host: host, from: from, until: until) }
            state = .scheduled
        case .appointmentRescheduled(let id, let from, let until, _):
            change(id) {
                $0.appointment?.from = from
                $0.appointment?.until = until
                $0.state = .booked
            }
        case .appointmentCancelled(let id, _): change(id) { $0.end(.cancelled, at) }
        case .appointmentArrived(let id): change(id) { $0.state = .arrived }
        case .appointmentHeld(let id): change(id) { $0.end(.done, at) }
        case .appointmentNoShow(let id): change(id) { $0.end(.noShow, at) }
        default: break
        }
        switch event {
        case .appointmentCancelled, .appointmentHeld, .appointmentNoShow:
            if state == .scheduled { state = owner == nil ? .received : .inProgress }
        default: break
        }
    }

    private mutating func begin(
        _ id: InteractionID, _ channel: Channel, _ state: InteractionState, _ at: Moment
    ) {
        interactions.append(Interaction(id: id, channel: channel, state: state, startedAt: at))
    }

    @discardableResult
    private mutating func change(_ id: InteractionID, _ update: (inout Interaction) -> Void) -> Bool {
        guard let index = interactions.lastIndex(where: { $0.id == id }) else { return false }
        update(&interactions[index])
        return true
    }

    /// A live contact whose agent is gone waits again, with its original start (model §5.10).
    private mutating func returnLiveContactToQueue() {
        guard let id = interaction?.id else { return }
        change(id) {
            // Who talks on the telephone goes on talking when his screen is gone.
            if $0.call != nil { return }
            switch $0.state {
            case .active, .citizenIdle, .called, .dialling, .parked: $0.state = .waiting
            default: break
            }
            $0.agent = nil
        }
    }
}

extension Interaction {
    fileprivate mutating func answer(_ by: AgentID?, _ at: Moment) {
        agent = by ?? agent
        if answeredAt == nil { answeredAt = at }
        state = endedAt == nil ? .active : .ended
    }

    fileprivate mutating func hangUp(_ at: Moment) {
        switch call?.outcome {
        case .abandoned: end(.abandoned, at)
        case .forwarded: end(.moved, at)
        default: end(.ended, at)
        }
    }

    fileprivate mutating func join(_ agent: AgentID, _ at: Moment) {
        state = .active
        self.agent = agent
        if answeredAt == nil { answeredAt = at }
    }

    fileprivate mutating func end(_ state: InteractionState, _ at: Moment) {
        self.state = state
        endedAt = at
    }
}
