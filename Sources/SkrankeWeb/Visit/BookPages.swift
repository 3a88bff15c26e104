import HTTPTypes
import Hummingbird
import SkrankeDomain
import SkrankeJournal

/// Free times, booking, and the booking's own page (R52, issue 10). Plain forms; the page's own key makes a
/// second press of the button harmless.
struct BookPages: Sendable {
    let house: WebHouse

    private var policy: DeskPolicy { house.policy() }
    private var now: Moment { house.desk.now }

    func book(_ exchange: Exchange) async throws -> Response {
        guard let id = exchange.query["host"] else { return try await hosts(exchange) }
        guard let host = policy.visits.host(id) else { throw Problem(.notFound) }
        return Answer.page(try await form(exchange, host, BookForm(), nil), exchange.language)
    }

    private func hosts(_ exchange: Exchange) async throws -> Response {
        let (words, language) = (VisitWords.of(exchange.language).book, exchange.language)
        var hosts: [HostModel] = []
        for host in policy.visits.hosts {
            let next = try await free(host).first.map { phrase($0.from, language) }
            hosts.append(
                HostModel(host, words, language, next: next ?? words.none))
        }
        let model = HostsModel(
            frame: frame(exchange, words.title, path: "/book"), words: words, hasHosts: !hosts.isEmpty,
            hosts: hosts)
        return Answer.page(house.pages.render(.hosts, model), language)
    }

    /// A host's free times until the end of the eight days.
    func free(_ host: HostPolicy) async throws -> [Appointment] {
        let due = PromiseDates(policy: policy).appointment(requested: now).due
        let taken = try await house.store.reservations(of: host.id, from: now, until: due)
        return FreeSlots.of(host, calendar: policy.calendar, taken: taken, now: now, due: due)
    }

    private func form(
        _ exchange: Exchange, _ host: HostPolicy, _ form: BookForm, _ problem: Problem?
    ) async throws -> String {
        let (words, language) = (VisitWords.of(exchange.language).book, exchange.language)
        let slots = try await free(host)
        let model = BookModel(
            frame: frame(exchange, words.title, path: "/book", query: "&host=\(host.id)"), words: words,
            host: HostModel(host, words, language, next: ""),
            days: SlotDay.days(slots, policy.calendar.zone, language, chosen: form.slot),
            isFull: slots.isEmpty, action: "/bookings?lang=\(language.rawValue)", key: RandomKey.make(),
            name: form.name, email: form.email, phone: form.phone, about: form.about,
            problem: problem?.detail(language), other: "/book?lang=\(language.rawValue)")
        return house.pages.render(.book, model)
    }

    func make(_ exchange: Exchange) async throws -> Response {
        let bytes = try await RequestBodyReader.read(exchange, house.limits)
        guard let query = Query(bytes: bytes), let form = BookForm(query),
            let host = policy.visits.host(form.host)
        else { throw Problem(.invalidForm) }
        do {
            try house.limitNewChats(exchange)
            guard let slot = form.slot(host) else { throw Problem(.slotInvalid) }
            let key = try Idempotency.key(form.key, scope: "bookings", isScopedByToken: false, body: form)
            let wish = BookingWish(
                host: host.id, from: slot.from, until: slot.until,
                contact: ContactDetails(
                    name: InboundText.field(form.name), email: InboundText.field(form.email),
                    phone: InboundText.field(form.phone)),
                language: exchange.language, about: InboundText.clean(form.about))
            let answer = try await VisitInterface(house: house).submit(
                .bookAppointment(house.desk.newID(), wish), by: .newcomer, key)
            guard let inquiry = answer.inquiry else { throw Problem(.failed) }
            return see(inquiry, exchange)
        } catch let problem as Problem {
            let page = try await self.form(exchange, host, form, problem)
            var response = Answer.page(page, exchange.language, problem.status)
            Answer.dress(&response, for: problem)
            return response
        }
    }

    private func see(_ inquiry: InquiryID, _ exchange: Exchange) -> Response {
        var response = Answer.empty(.seeOther)
        response.headers[.location] =
            house.tokens.bookingPath(for: inquiry) + "?lang=\(exchange.language.rawValue)"
        return response
    }

    // The booking's own page

    func booking(_ exchange: Exchange, _ token: Substring) async throws -> Response {
        let (_, file) = try await opened(token)
        return try await page(exchange, token, file, nil)
    }

    func move(_ exchange: Exchange, _ token: Substring) async throws -> Response {
        try await change(exchange, token) { file, query in
            guard let slot = file.inquiry.open(.appointment)?.appointment,
                let host = policy.visits.host(slot.host),
                let wanted = BookForm.slot(query["slot"], host)
            else { throw Problem(.slotInvalid) }
            return .rescheduleAppointment(
                file.inquiry.id, from: wanted.from, until: wanted.until, byCitizen: true)
        }
    }

    func cancel(_ exchange: Exchange, _ token: Substring) async throws -> Response {
        try await change(exchange, token) { file, _ in
            .cancelAppointment(file.inquiry.id, byCitizen: true)
        }
    }

    private func change(
        _ exchange: Exchange, _ token: Substring, _ intent: (InquiryFile, Query) throws -> Intent
    ) async throws -> Response {
        let (inquiry, file) = try await opened(token)
        try house.limit(.messages(inquiry), house.limits.messages)
        let bytes = try await RequestBodyReader.read(exchange, house.limits)
        guard let query = Query(bytes: bytes) else { throw Problem(.invalidForm) }
        do {
            let intent = try intent(file, query)
            _ = try await VisitInterface(house: house).submit(intent, by: .citizen(inquiry), nil)
            return see(inquiry, exchange)
        } catch let problem as Problem {
            let known = problem.code == .chatIsOver ? Problem(.appointmentOver) : problem
            return try await page(exchange, token, try await opened(token).file, known)
        }
    }

    private func opened(_ token: Substring) async throws -> (InquiryID, file: InquiryFile) {
        guard let inquiry = house.tokens.inquiry(of: token, .booking),
            let file = try await house.store.file(inquiry)
        else { throw Problem(.notFound) }
        return (inquiry, file)
    }

    private func page(
        _ exchange: Exchange, _ token: Substring, _ file: InquiryFile, _ problem: Problem?
    ) async throws -> Response {
        let exchange = exchange.speaking(exchange.chosenLanguage ?? file.inquiry.language)
        let (words, language) = (VisitWords.of(exchange.language).book, exchange.language)
        let frame = frame(exchange, words.yours, path: "/booking/\(token)")
        let status = StatusModel(
            frame: frame, file: file, zone: policy.calendar.zone, language: language, refresh: "")
        let slot = file.inquiry.open(.appointment)?.appointment
        let host = slot.flatMap { policy.visits.host($0.host) }
        let isMovable = file.inquiry.open(.appointment)?.state == .booked
        let slots = isMovable ? try await host.asyncMap(free) ?? [] : []
        let tail = "?lang=\(language.rawValue)"
        let model = BookingModel(
            frame: frame, words: words, status: status.words, lines: status.lines,
            booking: slot.map { slot in
                BookingModel.Booking(
                    when: phrase(slot.from, language), time: slot.from.rfc3339(zone: policy.calendar.zone),
                    host: host?.name(language) ?? policy.staff[AgentID(slot.host)]?.name ?? slot.host,
                    place: host?.place(language), code: house.tokens.code(for: file.inquiry.id))
            },
            days: SlotDay.days(slots, policy.calendar.zone, language, chosen: nil),
            canMove: !slots.isEmpty, moveAction: "/booking/\(token)/move\(tail)",
            cancelAction: "/booking/\(token)/cancel\(tail)", key: RandomKey.make(),
            problem: problem?.detail(language), other: "/book\(tail)")
        return Answer.page(house.pages.render(.booking, model), language, problem?.status ?? .ok)
    }

    private func phrase(_ moment: Moment, _ language: Language) -> String {
        Phrases(language).dateAndTime(policy.calendar.zone.wallTime(at: moment))
    }

    private func frame(_ exchange: Exchange, _ title: String, path: String, query: String = "") -> FrameModel
    {
        PageHandlers(house: house).frame(exchange, title, path: path, query: query)
    }
}

extension Optional {
    fileprivate func asyncMap<Value>(
        _ body: (Wrapped) async throws -> Value
    ) async rethrows -> Value? {
        guard let self else { return nil }
        return try await body(self)
    }
}
