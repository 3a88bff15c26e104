import SkrankeDomain

/// What the other channels bring while the demonstration runs: about one thing in four minutes, until the
/// desk closes.
extension MorningPage {
    private enum Later {
        case mail, callback, visit
    }

    mutating func writeLaterArrivals() {
        var at = origin + .seconds(100)
        let closing = time(15, 20)
        var kinds: [Later] = []
        while at < closing {
            if kinds.isEmpty { kinds = shuffled([.visit, .visit, .mail, .mail, .callback]) }
            let script = laterScript()
            let agent = laterAgent()
            switch kinds.removeLast() {
            case .visit: visit(script.topic.rawValue, script.question, at: at, by: agent)
            case .mail:
                register(
                    Registration(
                        channel: .email, text: "\(script.question)\n\n\(script.detail)", topic: script.topic,
                        contact: person(email: true), receivedAt: at - .minutes(2)),
                    at: at, by: agent)
            case .callback:
                let until = at + .minutes(90)
                callback(script.topic.rawValue, script.question, at: at, window: (at, until), by: agent)
            }
            at = at + laterGap()
        }
    }
}
