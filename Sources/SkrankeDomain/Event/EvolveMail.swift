extension Inquiry {
    /// The letters: what came, and how far ours have come.
    mutating func evolveMail(_ event: Event, at: Moment) {
        switch event {
        case .mailArrived(_, let message, let content, let envelope, let isAutomatic):
            mail.envelopes[message] = envelope
            if !isAutomatic { mail.letters.append(message) }
            // What a machine wrote is nobody's question, and nothing that the citizen's page shows.
            append(message, content, .citizen, at, isAutomatic ? .internalOnly : .sent, in: .email)
        case .mailClassified(let category): mail.category = category
        case .mailAddressed(let message, let envelope): mail.envelopes[message] = envelope
        case .mailQueued(let message, let content, let purpose, let answers, let expected, _):
            mail.sent.append(
                SentMail(
                    message: message, content: content, purpose: purpose, answers: answers,
                    expectedAt: expected, queuedAt: at))
        case .contentErased(let contents, _):
            mail.envelopes = mail.envelopes.filter { !contents.contains($0.value) }
        default: evolveDelivery(event, at: at)
        }
    }

    private mutating func evolveDelivery(_ event: Event, at: Moment) {
        switch event {
        case .emailSent(let message): mail.change(message) { $0.settle(.accepted, nil, at) }
        case .emailRefused(let message, let status): mail.change(message) { $0.settle(.refused, status, at) }
        case .emailUnknown(let message): mail.change(message) { $0.settle(.unknown, nil, at) }
        case .emailResent(let message, _):
            mail.change(message) {
                $0.state = .onItsWay
                $0.status = nil
                $0.settledAt = nil
            }
        case .emailBounced(let message, let status, let isFinal, _):
            mail.change(message) { $0.settle(isFinal ? .bounced : .delayed, status, at) }
        default: break
        }
    }
}

extension SentMail {
    fileprivate mutating func settle(_ state: State, _ status: String?, _ at: Moment) {
        self.state = state
        self.status = status
        settledAt = at
    }
}
