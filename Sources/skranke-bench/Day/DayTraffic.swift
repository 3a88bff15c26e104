import Glibc
import SkrankeDomain
import SkrankeReference
import SkrankeRuntime
import SkrankeSimulation
import Synchronization

/// A day's citizens and the colleagues who serve them, in this process; the gateway is another one.
final class DayTraffic: Sendable {
    private let plan: DayPlan
    private let desk: RemoteDesk
    private let place: StoreLocation
    private let address: String
    private let clock: any SkrankeDomain.Clock
    private let ledger = DayLedger()
    private let over = Atomic(false)

    /// Colleagues of `directory.toml`, each with as many lines as the factor asks for.
    private static let names = ["odd", "tuva", "samir", "eli", "halvor"]

    init(
        plan: DayPlan, desk: RemoteDesk, place: StoreLocation, address: String,
        clock: any SkrankeDomain.Clock
    ) {
        self.plan = plan
        self.desk = desk
        self.place = place
        self.address = address
        self.clock = clock
    }

    var isOver: Bool { over.load(ordering: .acquiring) }

    func run() async -> DayLedger.Tally {
        let door = ListenAddress(String(address.dropFirst("http://".count)))
        let gateway = door.map { GatewayAddress(host: $0.host, port: $0.port) }
        await CitizenClient.onOwnLoop(connections: 64, locate: { gateway }) { client in
            await play(client)
        }
        over.store(true, ordering: .releasing)
        return ledger.now
    }

    private var wait: @Sendable (Moment) async throws -> Void {
        { [clock] moment in
            while clock.now < moment {
                try await Task.sleep(for: .milliseconds(max(1, clock.delay(until: moment))))
            }
        }
    }

    private func play(_ client: CitizenClient) async {
        var lines: [AgentID: String] = [:]
        for line in 0..<plan.factor {
            for name in Self.names { lines[AgentID("\(name)-\(line)")] = name }
        }
        let exchange = Exchange(Switchboard(colleagues: lines, at: clock.now), clock: clock, wait: wait)
        let driver = DayDriver(plan: plan, clock: clock, wait: wait)
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await self.post(exchange, client) }
            let work = Task { await self.colleagues() }
            tasks.addTask {
                await driver.run { await self.open($0, exchange, client) }
                while await !exchange.isQuiet { try? await Task.sleep(for: .milliseconds(100)) }
                await exchange.close()
            }
            await tasks.waitForAll()
            work.cancel()
            await work.value
        }
    }

    private var token: String {
        let bytes = AtomicFile.read(place.phoneToken, limit: 256) ?? []
        return String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
    }

    /// Thirty lines of the exchange's wire: posts of one call go over the same one, in their order.
    private func post(_ exchange: Exchange, _ client: CitizenClient) async {
        let token = token
        let wires = (0..<30).map { _ in AsyncStream.makeStream(of: CallPost.self) }
        await withTaskGroup(of: Void.self) { tasks in
            for wire in wires {
                tasks.addTask { for await post in wire.stream { await self.tell(post, token, client) } }
            }
            for await post in exchange.posts {
                let sum = post.callID.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
                wires[sum % wires.count].continuation.yield(post)
            }
            for wire in wires { wire.continuation.finish() }
        }
    }

    private func tell(_ post: CallPost, _ token: String, _ client: CitizenClient) async {
        await note({ () throws(ClientFault) in try await client.tell(post, token: token) }, client) { tally, _ in
            tally.posts += 1
            if post.event == .hangup { tally.calls += 1 }
        }
    }

    private func note<Value: Sendable>(
        _ request: @Sendable () async throws(ClientFault) -> Value, _ client: CitizenClient,
        _ change: (inout DayLedger.Tally, Value) -> Void
    ) async {
        do {
            let value = try await client.retrying(backoff: Backoff(random: SeededRandom(seed: 1)), request)
            ledger.note { change(&$0, value) }
        } catch {
            ledger.note { $0.failures.append("\(error)") }
        }
    }

    private func open(_ arrival: DayPlan.Arrival, _ exchange: Exchange, _ client: CitizenClient) async {
        switch arrival {
        case .call(let call): await exchange.ring(call)
        case .visit(let visit):
            let key = "dagen-kolapp-0000000000-\(visit.index)"
            await note(
                { () throws(ClientFault) in try await client.takeTicket(visit, key: key) }, client
            ) { $0.tickets.append($1.number) }
        case .chat(let citizen):
            let key = "dagen-chat-000000000000-\(citizen.index)"
            await note(
                { () throws(ClientFault) in
                    try await client.ask(citizen.question, language: citizen.language, contact: nil, key: key)
                }, client
            ) { $0.chats.append($1.reference) }
        case .mail(let mail):
            guard letterBox.put(MailLife(mail, desk: "post@kongsvinger.example").first(at: clock.now), mail.index)
            else { return ledger.note { $0.failures.append("a letter could not be delivered") } }
            ledger.note { $0.mails += 1 }
        }
    }

    /// The desk's own Maildir: a demonstration's store has its e-mail beside it.
    private var letterBox: LetterBox { LetterBox(folder: place.folder + "/mail/in") }

    private func colleagues() async {
        var workers = Self.names.enumerated().map { index, name in
            ColleagueWork(
                agent: AgentID(name), counter: "\(index + 1)", seed: 1, at: clock.now, leisure: .none)
        }
        while !Task.isCancelled, (try? await Task.sleep(for: .milliseconds(50))) != nil {
            guard let heads = try? await desk.store.openHeads(after: nil, limit: 2_000) else { continue }
            for index in workers.indices {
                let caller = Caller(.agent(workers[index].agent), roles: [.agent], terminal: "bench")
                for intent in workers[index].look(at: heads, now: clock.now) {
                    _ = try? await desk.desk.submit(intent, by: caller)
                }
            }
        }
    }
}
