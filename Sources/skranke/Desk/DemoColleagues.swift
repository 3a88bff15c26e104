import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import SkrankeSimulation

/// The colleagues at the demonstration's desk: they are there, look around every two seconds, and work.
struct DemoColleagues {
    let desk: OpenDesk
    let bus: Pokes
    let seed: UInt64

    /// More than ever wait at a demonstrated desk.
    private static let page = 400
    private static let counters = ["1", "2", "3", "4", "5"]

    /// Until the task is cancelled. `seen` is told what they see.
    func run(seen: ([InquiryHead]) async -> Void) async {
        let agents = PhoneMorning.colleagues.keys.sorted()
        var sessions: [DeskSession] = []
        for agent in agents {
            let session = DeskSession(
                id: "demo-\(agent)", agent: agent, caller: caller(agent), desk: desk.desk, clock: desk.clock,
                bus: bus)
            try? await session.begin()
            sessions.append(session)
        }
        var workers = zip(agents, Self.counters).map { agent, counter in
            ColleagueWork(agent: agent, counter: counter, seed: seed, at: desk.clock.now)
        }
        while (try? await Task.sleep(for: .seconds(2))) != nil {
            guard let heads = try? await desk.store.openHeads(after: nil, limit: Self.page) else { continue }
            await seen(heads)
            for index in workers.indices {
                let intents = workers[index].look(at: heads, now: desk.clock.now)
                for intent in intents {
                    // Refused, somebody else was quicker; the store away, he tries again.
                    _ = try? await desk.desk.submit(intent, by: caller(workers[index].agent))
                }
            }
        }
    }

    private func caller(_ agent: AgentID) -> Caller {
        Caller(.agent(agent), roles: [.agent], terminal: "demo")
    }
}
