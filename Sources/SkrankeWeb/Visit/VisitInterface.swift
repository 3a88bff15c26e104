import HTTPTypes
import Hummingbird
import SkrankeDomain
import SkrankeJournal

/// Tickets, check-in and called numbers (DESIGN §5).
struct VisitInterface: Sendable {
    let house: WebHouse

    /// A ticket of today. The same key gives the same ticket, also after a kill.
    func take(_ exchange: Exchange) async throws -> Response {
        try house.limitTickets(exchange)
        let bytes = try await RequestBodyReader.read(exchange, house.limits)
        let body = try JSON.decode(TicketBody.self, bytes)
        var wish = try body.wish()
        let key = try Idempotency.key(
            exchange.request.headers, scope: "tickets", isScopedByToken: false, body: body)
        if wish.language == nil { wish.language = exchange.language }
        let answer = try await submit(.takeTicket(house.desk.newID(), wish), by: .newcomer, key)
        guard let inquiry = answer.inquiry, let number = answer.ticket, let reference = answer.reference
        else {
            throw Problem(.failed)
        }
        await house.hub.visits.wait(for: try await house.store.headSequence())
        let wait = house.hub.visits.wait(of: inquiry)
        return try Answer.json(
            TicketAnswer(
                number: number, ahead: wait?.ahead ?? 0, expectedWaitSeconds: wait?.seconds,
                reference: reference.text), .created)
    }

    /// A booked visitor is here. Once or twice, it is the same.
    func checkIn(_ exchange: Exchange) async throws -> Response {
        try house.limitCheckIns(exchange)
        let bytes = try await RequestBodyReader.read(exchange, house.limits)
        let code = InboundText.clean(try JSON.decode(CheckInBody.self, bytes).code)
        guard let inquiry = try await booked(code) else { throw Problem(.noAppointment) }
        let answer = try await submit(.visitorForAppointment(inquiry), by: .system(.intake), nil)
        guard let file = try await house.store.file(inquiry),
            let slot = file.inquiry.interactions.last(where: { $0.appointment != nil })?.appointment,
            let reference = answer.reference
        else { throw Problem(.failed) }
        let policy = house.policy()
        let host = policy.visits.host(slot.host)
        return try Answer.json(
            CheckInAnswer(
                reference: reference.text,
                host: host?.name(exchange.language) ?? policy.staff[AgentID(slot.host)]?.name ?? "",
                place: host?.place(exchange.language) ?? "",
                at: slot.from.rfc3339(zone: policy.calendar.zone)))
    }

    /// The appointment of today that the visitor means: by reference, or by the code of its page.
    private func booked(_ text: String) async throws -> InquiryID? {
        if let reference = PublicReference(text) {
            guard let id = try await house.store.find(reference), let file = try await house.store.file(id),
                isDue(file.inquiry)
            else { return nil }
            return id
        }
        let digits = text.filter { $0 != " " }
        guard digits.utf8.count == WebTokens.codeLength, digits.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        var query = HeadQuery(limit: 5_000)
        query.channel = .appointment
        query.states = [.scheduled, .received, .inProgress]
        let found = try await house.store.heads(matching: query).filter { head in
            head.scheduledAt.map { isNear($0) } == true && house.tokens.code(for: head.id) == digits
        }
        // Two of a million with the same code on one day: the reference tells them apart.
        return found.count == 1 ? found.first?.id : nil
    }

    private func isDue(_ inquiry: Inquiry) -> Bool {
        guard let contact = inquiry.open(.appointment), let slot = contact.appointment else { return false }
        return isNear(slot.from)
    }

    /// On the day, or within the hour: who comes at ten to midnight is no day early.
    private func isNear(_ moment: Moment) -> Bool {
        let zone = house.policy().calendar.zone
        let now = house.desk.now
        let apart = moment < now ? now - moment : moment - now
        return zone.date(at: moment) == zone.date(at: now) || apart <= .hours(1)
    }

    func display(_ exchange: Exchange) throws -> Response {
        let address = exchange.address.isExempt ? nil : exchange.address.key
        let board = house.hub.visits
        let channel = exchange.channel
        let listener = try board.listen(from: address) { channel.close(promise: nil) }
        let stream = DisplayStream(
            board: board, listener: listener, zone: house.policy().calendar.zone, clock: house.clock,
            after: Self.lastEventID(exchange))
        var headers = HTTPFields()
        headers[.contentType] = "text/event-stream"
        headers[.cacheControl] = "no-store, no-transform"
        if let name = HTTPField.Name("X-Accel-Buffering") { headers[name] = "no" }
        return Response(status: .ok, headers: headers, body: stream.body(of: exchange.request))
    }

    private static func lastEventID(_ exchange: Exchange) -> Int64? {
        let header = HTTPField.Name("Last-Event-ID").flatMap { exchange.request.headers[$0] }
        return (header ?? exchange.query["lastEventId"]).flatMap { Int64($0) }.map { max(0, $0) }
    }

    func submit(
        _ intent: Intent, by actor: SkrankeDomain.Actor, _ key: IdempotencyKey?
    ) async throws -> CommandAnswer {
        switch try await house.desk.submit(intent, by: Caller(actor, terminal: "web"), key: key) {
        case .committed(let answer, _), .repeated(let answer): return answer
        case .conflict: throw Problem(.keyConflict)
        case .refused(let refusal): throw Problem(refusal: refusal)
        }
    }
}

extension WebHouse {
    /// Tickets of this address: a kiosk in a rush, and nobody who empties the roll.
    func limitTickets(_ exchange: Exchange) throws(Problem) {
        if exchange.address.isExempt { return }
        try limit(.tickets(exchange.address.key), limits.tickets)
    }

    /// Check-ins of this address: codes are not guessed.
    func limitCheckIns(_ exchange: Exchange) throws(Problem) {
        if exchange.address.isExempt { return }
        try limit(.checkIns(exchange.address.key), limits.checkIns)
    }
}
