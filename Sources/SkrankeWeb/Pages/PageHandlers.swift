import HTTPTypes
import Hummingbird
import NIOCore
import SkrankeDomain
import SkrankeJournal

/// The pages for people: the form and the conversation, the status page, what the site embeds.
struct PageHandlers: Sendable {
    let house: WebHouse

    /// The form, empty or as the citizen filled it in.
    func home(_ exchange: Exchange) async -> Response {
        Answer.page(ask(exchange, AskForm(), nil, isAnyoneThere: await isAnyoneThere), exchange.language)
    }

    /// Somebody who could answer a chat is at work; promised only where it is known (R46).
    private var isAnyoneThere: Bool {
        get async {
            guard let sessions = try? await house.store.sessions() else { return false }
            let since = house.desk.now - .seconds(Limits.leaseSeconds)
            return sessions.contains { $0.seen >= since && $0.presence != .off }
        }
    }

    /// The plain form: opens the chat and shows the status page. The page's own key makes a second press
    /// of the button, or a reload, harmless.
    func ask(_ exchange: Exchange) async throws -> Response {
        let bytes = try await RequestBodyReader.read(exchange, house.limits)
        guard let query = Query(bytes: bytes), let form = AskForm(query) else { throw Problem(.invalidForm) }
        do {
            try house.limitNewChats(exchange)
            let body = try form.body.cleaned()
            let key = try Idempotency.key(form.key, scope: "chats", isScopedByToken: false, body: body)
            let language = form.language ?? exchange.language
            let opened = try await house.chats.open(body, language: language, key: key)
            var response = Answer.empty(.seeOther)
            response.headers[.location] =
                house.tokens.statusPath(for: opened.inquiry) + "?lang=\(exchange.language.rawValue)"
            return response
        } catch let problem as Problem {
            return await refused(problem, form, exchange)
        } catch let fault as StoreFault {
            house.logger.error("the store failed", metadata: ["fault": "\(fault)"])
            return await refused(Problem(fault: fault), form, exchange)
        }
    }

    /// What was written stays in the form, and the sentence stands above it.
    private func refused(_ problem: Problem, _ form: AskForm, _ exchange: Exchange) async -> Response {
        let page = ask(exchange, form, problem, isAnyoneThere: await isAnyoneThere)
        var response = Answer.page(page, exchange.language, problem.status)
        Answer.dress(&response, for: problem)
        return response
    }

    func status(_ exchange: Exchange, _ token: Substring) async throws -> Response {
        guard let inquiry = house.tokens.inquiry(of: token, .status),
            let file = try await house.store.file(inquiry)
        else { throw Problem(.notFound) }
        // A link in a receipt is read in the receipt's language, unless the reader chooses.
        let exchange = exchange.speaking(exchange.chosenLanguage ?? file.inquiry.language)
        let frame = frame(exchange, PageWords.of(exchange.language).status.title, path: "/status/\(token)")
        let model = StatusModel(
            frame: frame, file: file, zone: house.policy().calendar.zone, language: exchange.language,
            refresh: "/status/\(token)?lang=\(exchange.language.rawValue)")
        return Answer.page(house.pages.render(.status, model), exchange.language)
    }

    func problem(_ problem: Problem, _ exchange: Exchange) -> Response {
        let model = ProblemModel(
            frame: frame(exchange, problem.title(exchange.language), path: "/"),
            detail: problem.detail(exchange.language))
        var response = Answer.page(house.pages.render(.problem, model), exchange.language, problem.status)
        Answer.dress(&response, for: problem)
        return response
    }

    func embed(_ exchange: Exchange) -> Response {
        let label = PageWords.of(exchange.language).frame.home
        let source = EmbedScript.source(label: label, sites: house.configuration.embedOrigins)
        var response = Answer.text(source, "text/javascript; charset=utf-8")
        response.headers[.cacheControl] = "public, max-age=300"
        response.headers[.vary] = "Accept-Language"
        return response
    }

    func asset(_ exchange: Exchange, _ name: Substring) throws -> Response {
        guard let asset = Asset.all[String(name)] else { throw Problem(.notFound) }
        if exchange.request.headers[.ifNoneMatch] == asset.tag {
            var response = Answer.empty(.notModified)
            response.headers[.eTag] = asset.tag
            return response
        }
        var response = Answer.text(asset.source, asset.type)
        response.headers[.eTag] = asset.tag
        let isStamped = exchange.query["v"] == Asset.stamp
        response.headers[.cacheControl] = isStamped ? "public, max-age=31536000, immutable" : "no-cache"
        return response
    }

    // What the templates read

    private func ask(_ exchange: Exchange, _ form: AskForm, _ problem: Problem?, isAnyoneThere: Bool)
        -> String
    {
        let language = exchange.language
        let words = PageWords.of(language)
        let policy = house.policy()
        let greeting = policy.texts.text(
            .chatGreeting, language, ["municipality": house.configuration.profile.name(language)])
        var frame = frame(exchange, words.ask.title, path: "/")
        frame.script = true
        let labels = (try? JSON.encode(words.talk)).map { String(buffer: $0) } ?? "{}"
        let embedded = frame.embedded ? "&embed=1" : ""
        let model = AskModel(
            frame: frame, words: words.ask, talk: words.talk, labels: labels,
            lead: frame.opening.isOpen
                ? (isAnyoneThere ? words.ask.openLead : words.ask.awayLead) : words.ask.closedLead,
            greeting: greeting.isEmpty ? nil : greeting, action: "/ask?lang=\(language.rawValue)\(embedded)",
            key: RandomKey.make(), question: form.question, name: form.name ?? "", email: form.email ?? "",
            phone: form.phone ?? "",
            isContactOpen: form.name != nil || form.email != nil || form.phone != nil,
            answerLanguages: Language.allCases.map { code in
                FrameModel.Link(
                    code: code.rawValue, name: PageWords.name(of: code), href: "",
                    current: code == form.language ?? language)
            }, limit: Limits.messageLength, problem: problem?.detail(language))
        return house.pages.render(.ask, model)
    }

    func frame(_ exchange: Exchange, _ title: String, path: String, query: String = "") -> FrameModel {
        let language = exchange.language
        let profile = house.configuration.profile
        let isEmbedded = exchange.query["embed"] == "1"
        let tail = isEmbedded ? "&embed=1" : ""
        return FrameModel(
            lang: language.rawValue, title: title, municipality: profile.name(language),
            words: PageWords.of(language).frame,
            languages: Language.allCases.map { code in
                FrameModel.Link(
                    code: code.rawValue, name: PageWords.name(of: code),
                    href: "\(path)?lang=\(code.rawValue)\(query)\(tail)",
                    current: code == language)
            },
            embedded: isEmbedded, stamp: Asset.stamp, profile: profile,
            hasContact: profile.phone != nil || profile.email != nil || profile.visitingAddress != nil,
            opening: OpeningInfo(house.policy().calendar, at: house.desk.now, language),
            home: "/?lang=\(language.rawValue)\(tail)", script: false)
    }
}
