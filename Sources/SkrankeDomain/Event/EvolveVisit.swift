extension Inquiry {
    /// What happens in a visit or to a meeting beside its beginning and end.
    mutating func evolveDesk(_ event: Event, at: Moment) {
        switch event {
        case .visitorCalled(let id, _, _):
            touch(id) { if $0.visit?.calledAt == nil { $0.visit?.calledAt = at } }
        case .visitParked(let id):
            touch(id) {
                $0.state = .parked
                $0.visit?.wasParked = true
            }
        case .visitServiceAdded(let id, let topic): touch(id) { $0.visit?.services.append(topic) }
        case .visitHandedOver(let id, let host, _, _):
            touch(id) {
                $0.state = .waiting
                $0.agent = nil
                $0.visit?.host = host
            }
        case .appointmentReminded(let id): touch(id) { $0.appointment?.remindedAt = at }
        case .appointmentRescheduled(let id, _, _, _): touch(id) { $0.appointment?.remindedAt = nil }
        default: break
        }
    }

    private mutating func touch(_ id: InteractionID, _ update: (inout Interaction) -> Void) {
        guard let index = interactions.lastIndex(where: { $0.id == id }) else { return }
        update(&interactions[index])
    }
}
