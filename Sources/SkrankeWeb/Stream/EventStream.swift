import HTTPTypes
import Hummingbird
import NIOCore
import SkrankeDomain
import SkrankeJournal

/// One citizen's stream: first the journal from where he was, then what comes.
///
/// It listens before it reads, and knows its version, so nothing is lost or doubled between the two.
struct EventStream: Sendable {
    let store: any JournalStore
    let hub: Hub
    let inquiry: InquiryID
    /// Whose share of streams it takes; nil where addresses do not count.
    let address: String?
    let format: ServerSentEvents
    /// The version after which the client wants to hear.
    let after: Int
    let history: [Envelope]
    let channel: any NIOCore.Channel

    /// Pieces of history written with one read of texts.
    private static let page = 100

    func body(of request: Request) -> ResponseBody {
        ResponseBody { writer in
            let subscriber = try hub.subscribe(inquiry, from: address) { channel.close(promise: nil) }
            defer { hub.unsubscribe(subscriber) }
            try await request.body.consumeWithInboundCloseHandler { _ in
                try await run(subscriber, &writer)
            } onInboundClosed: {
                subscriber.finish()
            }
        }
    }

    private func run(_ subscriber: Subscriber, _ writer: inout any ResponseBodyWriter) async throws {
        var view = CitizenView()
        try await write(ServerSentEvents.opening, subscriber, &writer)
        try await show(history, &view, subscriber, &writer)
        try await catchUp(&view, subscriber, &writer)
        if view.state == .waiting, let place = hub.place(of: inquiry) {
            try await write(ServerSentEvents.position(place), subscriber, &writer)
        }
        for await delivery in subscriber.deliveries {
            switch delivery {
            case .event(let envelope, let text):
                if envelope.version <= view.version { continue }
                if envelope.version == view.version + 1 {
                    try await show(envelope, text, &view, subscriber, &writer)
                } else {
                    try await catchUp(&view, subscriber, &writer)
                }
            case .lookAgain: try await catchUp(&view, subscriber, &writer)
            case .position(let place):
                if view.state == .waiting {
                    try await write(ServerSentEvents.position(place), subscriber, &writer)
                }
            case .typing: try await write(ServerSentEvents.typing(), subscriber, &writer)
            case .heartbeat: try await write(ServerSentEvents.heartbeat, subscriber, &writer)
            }
        }
        try await writer.finish(nil)
    }

    /// Reads on in the store from the view's version.
    private func catchUp(
        _ view: inout CitizenView, _ subscriber: Subscriber, _ writer: inout any ResponseBodyWriter
    ) async throws {
        let missing = try await store.events(of: .inquiry(inquiry), after: view.version)
        try await show(missing, &view, subscriber, &writer)
    }

    private func show(
        _ envelopes: [Envelope], _ view: inout CitizenView, _ subscriber: Subscriber,
        _ writer: inout any ResponseBodyWriter
    ) async throws {
        for start in stride(from: 0, to: envelopes.count, by: Self.page) {
            let page = envelopes[start..<min(start + Self.page, envelopes.count)]
            let wanted = page.filter { $0.version > after }.compactMap(Tailer.content)
            let texts = wanted.isEmpty ? [:] : try await store.contents(wanted)
            for envelope in page where envelope.version == view.version + 1 {
                let text = Tailer.content(envelope).flatMap { texts[$0] }
                try await show(envelope, text, &view, subscriber, &writer)
            }
        }
    }

    private func show(
        _ envelope: Envelope, _ text: String?, _ view: inout CitizenView, _ subscriber: Subscriber,
        _ writer: inout any ResponseBodyWriter
    ) async throws {
        guard let event = view.apply(envelope), envelope.version > after else { return }
        let lines = try format.lines(
            event, version: envelope.version, at: envelope.at, reference: view.reference, text: text)
        if let lines { try await write(lines, subscriber, &writer) }
    }

    private func write(
        _ bytes: ByteBuffer, _ subscriber: Subscriber, _ writer: inout any ResponseBodyWriter
    ) async throws {
        subscriber.willWrite()
        defer { subscriber.didWrite() }
        try await writer.write(bytes)
    }
}
