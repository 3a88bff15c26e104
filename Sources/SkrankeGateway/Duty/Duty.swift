import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// A piece of the gateway's work that comes due by time or by news. Each runs on its own, so that one that
/// fails leaves the others running (DESIGN §5).
///
/// The rules are in `work`, which waits for nothing: tests call it with a clock in their hands.
public protocol Duty: Sendable {
    /// For the log.
    var name: String { get }
    /// Does all that is due now. May be called at any time and twice: doing nothing is its usual result.
    func work() async throws(StoreFault) -> DutyResult
}

public struct DutyResult: Equatable, Sendable {
    /// When there will be something to do if nothing happens before; nil where that is not known.
    public var next: Moment?
    /// What could not be done and is tried again later, while the rest went on.
    public var trouble: StoreFault?
    public init(next: Moment? = nil, trouble: StoreFault? = nil) {
        self.next = next
        self.trouble = trouble
    }
}

extension CommandDesk {
    /// Gives each intent as the timekeeper and returns what became of it, in order. They run side by side,
    /// so that the store commits them together.
    func submitAll(_ intents: [Intent]) async throws(StoreFault) -> [TransactionResult] {
        let answers = await withTaskGroup(of: (Int, Result<TransactionResult, StoreFault>).self) { group in
            for (index, intent) in intents.enumerated() {
                group.addTask { (index, await submitted(intent)) }
            }
            var answers: [Int: Result<TransactionResult, StoreFault>] = [:]
            for await (index, answer) in group { answers[index] = answer }
            return answers
        }
        var results: [TransactionResult] = []
        for index in intents.indices {
            if let answer = answers[index] { results.append(try answer.get()) }
        }
        return results
    }

    private func submitted(_ intent: Intent) async -> Result<TransactionResult, StoreFault> {
        do throws(StoreFault) {
            return .success(try await submit(intent, by: Caller.timekeeper))
        } catch { return .failure(error) }
    }
}

extension Caller {
    /// The gateway itself, for what time brings.
    static let timekeeper = Caller(.system(.timekeeper), terminal: "gateway")
}

extension StoreFault {
    /// The whole store is out of reach, not one inquiry.
    var concernsAll: Bool {
        switch self {
        case .full, .locked, .newer, .upgradeBlocked, .notOwned, .closed: true
        case .unreadable, .corrupt, .failed: false
        }
    }
}
