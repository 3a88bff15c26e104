import SkrankeReference
import Testing

@testable import SkrankeGateway

/// A gateway that was killed comes back where it was: citizens' pages are open there (DESIGN §5).
struct ListenPlanTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var named: String?
        var configured = "127.0.0.1:8080"
        var demo = false
        var previous: String?
        var remembered: String?
        /// Addresses in the order in which they are tried; before `|` each with patience.
        var tried: [String]
    }

    static let cases: [Case] = [
        Case(testDescription: "the file's address, for ever", tried: ["127.0.0.1:8080"]),
        Case(
            testDescription: "what is named wins over all", named: "127.0.0.1:9000",
            previous: "127.0.0.1:8080", remembered: "127.0.0.1:4001", tried: ["127.0.0.1:9000"]),
        Case(
            testDescription: "what is named wins in a demonstration too", named: "127.0.0.1:9000", demo: true,
            tried: ["127.0.0.1:9000"]),
        Case(testDescription: "any port, the first time", named: "127.0.0.1:0", tried: ["127.0.0.1:0"]),
        Case(
            testDescription: "any port, chosen before", named: "127.0.0.1:0", remembered: "127.0.0.1:4001",
            tried: ["127.0.0.1:4001", "127.0.0.1:0"]),
        Case(
            testDescription: "any port, killed", named: "127.0.0.1:0", previous: "127.0.0.1:4002",
            remembered: "127.0.0.1:4001", tried: ["127.0.0.1:4002", "127.0.0.1:4001", "127.0.0.1:0"]),
        Case(
            testDescription: "any port of another host is another wish", named: "[::1]:0",
            previous: "127.0.0.1:4002", remembered: "127.0.0.1:4001", tried: ["[::1]:0"]),
        Case(
            testDescription: "killed where an ended console had named the place", previous: "127.0.0.1:9000",
            tried: ["127.0.0.1:9000", "127.0.0.1:8080"]),
        Case(
            testDescription: "killed at the file's address", previous: "127.0.0.1:8080",
            tried: ["127.0.0.1:8080"]),
        Case(
            testDescription: "a demonstration", demo: true, tried: ["127.0.0.1:8080", "127.0.0.1:0"]),
        Case(
            testDescription: "a demonstration that was killed at 8080", demo: true,
            previous: "127.0.0.1:8080",
            tried: ["127.0.0.1:8080", "127.0.0.1:0"]),
        Case(
            testDescription: "a demonstration that had to choose", demo: true, previous: "127.0.0.1:4001",
            remembered: "127.0.0.1:4001", tried: ["127.0.0.1:4001", "127.0.0.1:8080", "127.0.0.1:0"]),
        Case(
            testDescription: "the file says any", configured: "127.0.0.1:0", remembered: "127.0.0.1:4001",
            tried: ["127.0.0.1:4001", "127.0.0.1:0"]),
    ]

    private static func plan(_ test: Case) -> ListenPlan {
        ListenPlan(
            .init(
                named: test.named.flatMap { ListenAddress($0) },
                configured: ListenAddress(test.configured) ?? ListenAddress(host: "", port: 0),
                mayTakeAnyPort: test.demo, previous: test.previous.flatMap { ListenAddress($0) },
                remembered: test.remembered.flatMap { ListenAddress($0) }))
    }

    @Test(arguments: cases)
    func order(test: Case) {
        var plan = Self.plan(test)
        var tried = [plan.address.description]
        for hour in 1...20 {
            // A taken port is tried again for a while before another one is.
            _ = plan.failed(at: Int64(hour) * 3_600_000)
            if plan.failed(at: Int64(hour) * 3_600_000 + ListenPlan.patience) {
                tried.append(plan.address.description)
            }
        }
        if tried.last != plan.address.description { tried.append(plan.address.description) }
        #expect(tried == test.tried)
        // The last one is tried for ever.
        let last = plan.address
        let movedOn = plan.failed(at: 1 << 50)
        #expect(!movedOn)
        #expect(plan.address == last)
    }

    @Test func theOldPortIsTriedForAWhile() {
        var plan = Self.plan(Self.cases[5])
        let old = plan.address
        for now in stride(from: Int64(0), to: ListenPlan.patience, by: 500) {
            let movedOn = plan.failed(at: 7_000 + now)
            #expect(!movedOn)
            #expect(plan.address == old)
        }
        let gaveUp = plan.failed(at: 7_000 + ListenPlan.patience)
        #expect(gaveUp)
        #expect(plan.address.port == 4_001)
    }

    @Test func whereItListensItStays() {
        var plan = Self.plan(Self.cases[3])
        #expect(plan.isAnyPort)
        let place = ListenAddress(host: "127.0.0.1", port: 4_711)
        plan.listens(at: place)
        let movedOn = [plan.failed(at: 0), plan.failed(at: 1 << 50)]
        #expect(movedOn == [false, false])
        #expect(plan.address == place)
        #expect(!plan.isAnyPort)
    }
}
