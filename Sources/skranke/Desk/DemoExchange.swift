import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import SkrankeSimulation
import SkrankeWeb

/// The demonstration's telephone exchange: rings through the desk's own `/cti/`, and puts a caller through to
/// whoever takes him at the screen.
struct DemoExchange {
    let exchange: Exchange
    private let client: CitizenClient
    private let location: StoreLocation
    private let calls = Calls()

    private actor Calls {
        private var numbers: [InquiryID: String] = [:]
        func note(_ call: PlannedCall) { numbers[CallInquiry.id(of: call.callID)] = call.callID }
        func number(_ id: InquiryID) -> String? { numbers[id] }
    }

    init(_ board: Switchboard, desk: OpenDesk, client: CitizenClient, wait: @escaping DemoTime.Wait) {
        exchange = Exchange(board, clock: desk.clock, wait: wait)
        self.client = client
        location = desk.location
    }

    func ring(_ call: PlannedCall) async {
        await calls.note(call)
        await exchange.ring(call)
    }

    /// Posts what the exchange says, in its order, until the task is cancelled.
    func run() async {
        for await post in exchange.posts {
            guard case .secret(let token) = PhoneSecret.look(location, Shell.environment) else { continue }
            let backoff = Backoff(random: SeededRandom(seed: UInt64(post.callID.utf8.count)))
            // A desk that is away for longer has a telephone that rings unheard.
            try? await client.retrying(8, backoff: backoff) { () throws(ClientFault) in
                try await client.tell(post, token: token)
            }
        }
    }

    /// Who took a ringing call at the screen has lifted the receiver.
    func look(at heads: [InquiryHead], _ data: DeskPolicy) async {
        for head in heads where head.isRinging {
            guard let owner = head.owner, PhoneMorning.colleagues[owner] == nil,
                let number = await calls.number(head.id), let user = data.staff[owner]?.phoneUser
            else { continue }
            await exchange.lift(number, by: owner, user: user)
        }
    }
}
