import SkrankeDomain
import SkrankeScreen

/// The way on: to a unit, another channel, a callback's result, a meeting; the topic.
enum OnwardCommands {
    static let all: [ConsoleCommand] = [
        ConsoleCommand(
            .transfer, .onward, .reversible, [.letter("v")],
            unless: { state in reason { () throws(Reason) in try state.mayTransfer() } },
            perform: { state, _ in state.askUnit() }),
        ConsoleCommand(
            .returnToDesk, .onward, .reversible, [],
            unless: { state in
                reason { () throws(Reason) in
                    let head = try state.openTarget()
                    guard head.state == .withUnit else { throw .refusal(.wrongState(head.state)) }
                    try state.permit(.returnToDesk(head.id, reason: nil), head)
                }
            },
            perform: { state, _ in
                guard let id = state.targetID else { return [] }
                return state.submit([.returnToDesk(id, reason: nil)], inquiry: id, done: .returned)
            }),
        ConsoleCommand(
            .moveChannel, .onward, .citizenVisible, [.letter("b")],
            unless: { state in reason { () throws(Reason) in try state.mayMove() } },
            perform: { state, _ in state.askChannel() }),
        ConsoleCommand(
            .callback, .onward, .none, [.letter("r")],
            unless: { state in reason { () throws(Reason) in try state.mayCallBack() } },
            perform: { state, _ in state.askAttempt() }),
        ConsoleCommand(
            .appointment, .onward, .citizenVisible, [.letter("a")],
            unless: { state in reason { () throws(Reason) in try state.mayMeet() } },
            perform: { state, _ in state.askMeeting() }),
        ConsoleCommand(
            .topic, .onward, .reversible, [.letter("e")],
            unless: { state in
                reason { () throws(Reason) in
                    let head = try state.openTarget()
                    try state.permit(.setTopic(head.id, TopicCode("")), head)
                    if !state.naming.hasTopics { throw .noTargets }
                }
            },
            perform: { state, _ in state.askTopic() }),
        ConsoleCommand(
            .contact, .onward, .none, [.letter("h")],
            unless: { state in
                reason { () throws(Reason) in
                    let head = try state.openTarget()
                    try state.permit(.setContact(head.id, ContactDetails()), head)
                }
            },
            perform: { state, _ in
                state.whenLoaded(.contact) { state in
                    guard let head = try? state.openTarget() else { return [] }
                    return state.askContact(head, thenCallback: false)
                }
            }),
    ]
}

extension AppState {
    // MARK: Why not

    func mayTransfer() throws(Reason) {
        let head = try openTarget()
        try permit(.transferToUnit(head.id, UnitCode(""), brief: ""), head)
        switch head.state {
        case .received, .inProgress, .awaitingCitizen, .scheduled: break
        default: throw .refusal(.wrongState(head.state))
        }
        try mineOrFreeOrSupervisor(head)
        try noHeldText(head)
        if !head.isReceipted { throw .refusal(.receiptMissing) }
        if !policy.units.values.contains(where: { !$0.isExternal }) { throw .noTargets }
    }

    func mayMove() throws(Reason) {
        let head = try openTarget()
        try permit(.moveChannel(head.id, to: .callback, .none, reason: nil), head)
        try mineOrFreeOrSupervisor(head)
        try noHeldText(head)
        if ChannelMove.targets(from: head.channel).isEmpty { throw .noTargets }
    }

    func mayCallBack() throws(Reason) {
        let head = try openTarget()
        try permit(.attemptCallback(head.id, .reached), head)
        guard head.channel == .callback else { throw .refusal(.wrongChannel(head.channel)) }
        try mineOrFree(head)
        switch head.contactState {
        case .waiting, .dialling, .active: break
        default: throw .refusal(.contactNotReady)
        }
    }

    func mayMeet() throws(Reason) {
        let head = try openTarget()
        if head.channel == .visit || head.channel == .appointment {
            try permit(.callVisitor(head.id, counter: nil), head)
            try mineOrFree(head)
            return
        }
        try permit(.moveChannel(head.id, to: .appointment, .none, reason: nil), head)
        try mineOrFreeOrSupervisor(head)
        try noHeldText(head)
        guard ChannelMove.isAllowed(from: head.channel, to: .appointment) else {
            throw .refusal(.moveNotAllowed(from: head.channel, to: .appointment))
        }
    }

    // MARK: What they ask

    mutating func askUnit() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        let options = naming.units(external: false).map { unit in
            Picker.Option(.unit(unit.code), nil, unit.name, detail: policy.units[unit.code]?.leader ?? "")
        }
        overlay = .picker(
            Picker(
                .unit(head.id), title: texts.transferTitle(head.reference.short),
                intro: [texts.transferIntro],
                options: options, searched: true))
        return []
    }

    mutating func askChannel() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        let options = ChannelMove.targets(from: head.channel).map { channel in
            Picker.Option(
                .channel(channel), texts.letter(channel), texts.channel(channel),
                detail: texts.moveDetail(channel))
        }
        overlay = .picker(
            Picker(
                .move(head.id), title: texts.moveTitle(head.reference.short, texts.channel(head.channel)),
                intro: [texts.moveIntro], options: options))
        return []
    }

    mutating func askAttempt() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        let left = max(0, Limits.callbackAttempts - head.attempts)
        var options = AttemptResult.allCases.map { result in
            Picker.Option(
                .attempt(result), texts.letter(result), texts.attempt(result),
                // A message may be left after the last attempt.
                disabled: left == 0 && result != .reached && result != .messageLeft
                    ? .refusal(.attemptsLeft(0)) : nil)
        }
        options.append(
            Picker.Option(
                .giveUp, texts.letterGiveUp, texts.giveUp,
                disabled: left > 0 ? .refusal(.attemptsLeft(left)) : nil))
        let contact = file(head.id)?.contact
        let number = contact?.phone ?? texts.noPhone
        overlay = .picker(
            Picker(
                .attempt(head.id), title: texts.attemptTitle(head.reference.short),
                intro: [texts.attemptIntro(head.name ?? texts.unknownCitizen, number, head.attempts)],
                options: options, isUnchosen: true))
        return file(head.id) == nil ? open(head.id) : []
    }

    mutating func askTopic() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        var picker = Picker(
            .topic(head.id), title: texts.topicTitle(head.reference.short), options: topicOptions,
            searched: true, isUnchosen: true)
        if let topic = head.topic { picker.choose(.topic(topic)) }
        overlay = .picker(picker)
        return []
    }

    var topicOptions: [Picker.Option] {
        naming.topics().map { topic in
            let unit = policy.services[topic.code].map { naming.unit($0.unit) } ?? ""
            return Picker.Option(.topic(topic.code), nil, topic.name, detail: unit)
        }
    }

    mutating func askMeeting() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        guard head.channel == .visit || head.channel == .appointment else {
            return askFreeTimes(head, moving: false)
        }
        let options = MeetingAction.allCases.compactMap { action -> Picker.Option? in
            guard action.fits(head.channel) else { return nil }
            let fits = action.states.contains(head.contactState ?? .done)
            return Picker.Option(
                .meeting(action), texts.letter(action), texts.meeting(action),
                disabled: fits ? nil : .refusal(.contactNotReady))
        }
        overlay = .picker(
            Picker(
                .meeting(head.id), title: texts.meetingTitle(head.reference.short, head.channel),
                intro: [texts.contactState(head.contactState, head.channel)] + hostWarning(head),
                options: options,
                isUnchosen: true))
        return []
    }
}

extension MeetingAction {
    func fits(_ channel: Channel) -> Bool {
        switch self {
        case .call, .start, .finish, .left, .park, .service, .hand: channel == .visit
        case .arrived, .held, .noShow, .reschedule, .cancel: channel == .appointment
        case .book: channel == .visit
        }
    }

    /// The states of the contact in which the domain takes it.
    var states: Set<InteractionState> {
        switch self {
        case .call: [.waiting, .called, .parked]
        case .start: [.waiting, .called, .parked]
        case .finish: [.active]
        case .left: [.waiting, .called, .parked]
        case .park: [.called, .active]
        case .service: [.active]
        case .hand: [.waiting, .called, .active, .parked]
        case .arrived, .noShow, .reschedule, .cancel: [.booked]
        case .held: [.booked, .arrived]
        case .book: [.waiting, .called, .active, .parked]
        }
    }
}
