import SkrankeDomain
import SkrankeScreen

/// The counter: the next number by arrival and competence, this agent's counter, visitors parked, served
/// further, and handed to a colleague (issue 10).
enum VisitCommands {
    static let all: [ConsoleCommand] = [
        ConsoleCommand(
            .callNext, .take, .reversible, [.letter("K", .plain)],
            unless: { state in
                reason { () throws(Reason) in
                    guard state.mayRead else { throw .mayNotRead }
                    guard let next = state.nextVisitor else { throw .nothingWaits }
                    try state.permit(.callVisitor(next.id, counter: nil), next)
                }
            },
            perform: { state, _ in state.callNextVisitor() }),
        ConsoleCommand(
            .counter, .program, .none, [], takesArgument: true,
            perform: { state, argument in state.setCounter(argument) }),
    ]
}

extension AppState {
    /// Who has waited longest among those whom this agent can help: by topic, where the directory says what
    /// he knows. Where nobody fits, whoever has waited longest: nobody waits for ever for want of a name.
    /// Whoever was handed to this agent comes first.
    var nextVisitor: InquiryHead? {
        let waiting = board.heads.values.filter { head in
            head.channel == .visit && head.contactState == .waiting && head.state.isOpen
                && (head.owner == nil || head.owner == agent)
        }
        let mine = waiting.filter { $0.owner == agent }
        let free = waiting.filter { $0.owner == nil }
        let known = policy.staff[agent]?.topics ?? []
        let fits = free.filter { head in known.isEmpty || head.topic.map { known.contains($0) } ?? true }
        return Self.first(mine) ?? Self.first(fits) ?? Self.first(free)
    }

    private static func first(_ heads: [InquiryHead]) -> InquiryHead? {
        heads.min { ($0.receivedAt, $0.ticket ?? 0) < ($1.receivedAt, $1.ticket ?? 0) }
    }

    mutating func callNextVisitor() -> [Effect] {
        guard let head = nextVisitor else {
            refuse(.nothingWaits)
            return []
        }
        let effects = submit(
            [.callVisitor(head.id, counter: memory.counter)], inquiry: head.id, done: .called)
        return open(head.id) + effects
    }

    mutating func setCounter(_ word: String) -> [Effect] {
        let name = word.filter { $0 != " " }
        guard name.unicodeScalars.count <= 20 else {
            refuse(.unknownArgument(word))
            return []
        }
        memory.counter = name.isEmpty ? nil : name
        say(.info, texts.counterSet(memory.counter))
        return []
    }

    // MARK: Further services, and a colleague

    mutating func askService(_ head: InquiryHead) -> [Effect] {
        overlay = .picker(
            Picker(
                .service(head.id), title: texts.serviceTitle(head.reference.short), options: topicOptions,
                searched: true, isUnchosen: true))
        return []
    }

    mutating func askHost(_ head: InquiryHead) -> [Effect] {
        let there = Set(sessions.filter { $0.presence != .off }.map(\.agent))
        let people = policy.staff.filter { $0.key != agent && !$0.value.roles.isEmpty }
        let options = people.sorted { Naming.key($0.value.name) < Naming.key($1.value.name) }.map {
            id, person in
            let unit = person.unit.map { naming.unit($0) } ?? ""
            let detail = there.contains(id) ? texts.isHere + (unit.isEmpty ? "" : ", " + unit) : unit
            return Picker.Option(.colleague(id), nil, person.name, detail: detail)
        }
        guard !options.isEmpty else {
            refuse(.noTargets)
            return []
        }
        overlay = .picker(
            Picker(
                .host(head.id), title: texts.hostTitle(head.reference.short), intro: [texts.hostIntro],
                options: options, searched: true, isUnchosen: true))
        return []
    }

    // MARK: Free times

    /// The hosts' reservations are asked for; the picker comes with the answer. Without hosts in the data, time
    /// and host are typed.
    mutating func askFreeTimes(_ head: InquiryHead, moving: Bool) -> [Effect] {
        let hosts = bookableHosts(head, moving: moving)
        guard !hosts.isEmpty else { return moving ? askReschedule(head) : askBooking(head) }
        let due = PromiseDates(policy: policy).appointment(requested: now).due
        return [.loadReservations(head.id, hosts: hosts.map(\.id), from: now, until: due, moving: moving)]
    }

    /// The meeting's own host, else those who know the topic, else all.
    private func bookableHosts(_ head: InquiryHead, moving: Bool) -> [HostPolicy] {
        let hosts = policy.visits.hosts
        if moving {
            let own = file(head.id)?.inquiry.open(.appointment)?.appointment?.host
            return hosts.filter { $0.id == own }
        }
        let fitting = hosts.filter { host in head.topic.map { host.topics.contains($0) } ?? false }
        return fitting.isEmpty ? hosts : fitting
    }

    mutating func takeReservations(_ id: InquiryID, _ taken: Set<UniqueKey>, moving: Bool) -> [Effect] {
        guard let head = head(id), overlay == nil else { return [] }
        let due = PromiseDates(policy: policy).appointment(requested: now).due
        let slots = bookableHosts(head, moving: moving).flatMap { host in
            FreeSlots.of(
                host, calendar: policy.calendar, taken: taken, now: now, due: due, notice: .minutes(5))
        }
        let phrases = Phrases(language)
        var options = slots.sorted { ($0.from, $0.host) < ($1.from, $1.host) }.map { slot in
            let host = policy.visits.host(slot.host)
            return Picker.Option(
                .slot(slot), nil, phrases.shortDateAndTime(zone.wallTime(at: slot.from)),
                detail: [host?.name(language), host?.place(language)].compactMap { $0 }.joined(
                    separator: ", "))
        }
        options.append(Picker.Option(.otherTime, nil, texts.otherTime))
        overlay = .picker(
            Picker(
                moving ? .newSlot(id) : .slot(id),
                title: moving
                    ? texts.rescheduleTitle(head.reference.short)
                    : texts.bookTitle(head.reference.short),
                intro: [texts.bookIntro(phrases.date(zone.date(at: due)))], options: options, searched: true,
                isUnchosen: true))
        return []
    }

    mutating func chooseVisit(_ purpose: Picker.Purpose, _ value: Picker.Value) -> [Effect]? {
        switch (purpose, value) {
        case (.service(let id), .topic(let topic)):
            return submit([.addService(id, topic)], inquiry: id, done: .visit(.service))
        case (.host(let id), .colleague(let host)):
            return submit(
                claimedFirst(id) + [.handVisitor(id, to: host, reason: nil)], inquiry: id,
                done: .visit(.hand))
        case (.slot(let id), .slot(let slot)):
            let target = ChannelTarget.slot(host: slot.host, from: slot.from, until: slot.until)
            return submit(
                claimedFirst(id) + [.moveChannel(id, to: .appointment, target, reason: moveReason(id))], inquiry: id,
                done: .booked)
        case (.newSlot(let id), .slot(let slot)):
            return submit(
                [.rescheduleAppointment(id, from: slot.from, until: slot.until, byCitizen: true)],
                inquiry: id, done: .rescheduled)
        case (.slot(let id), .otherTime): return head(id).map { askBooking($0) } ?? []
        case (.newSlot(let id), .otherTime): return head(id).map { askReschedule($0) } ?? []
        default: return nil
        }
    }

    private func claimedFirst(_ id: InquiryID) -> [Intent] { head(id).map(claimFirst) ?? [] }
}
