import SkrankeDomain
import SkrankeJournal

/// A store under test: made empty, opened any number of times.
public struct StoreRig: Sendable {
    /// Opens the store; the one opened before must be closed.
    public let open: @Sendable () async throws -> any JournalStore
    public init(open: @escaping @Sendable () async throws -> any JournalStore) { self.open = open }

    public static func memory() -> StoreRig {
        let store = MemoryStore()
        return StoreRig {
            store.reopen()
            return store
        }
    }
}

/// What every engine must do, one function for each promise of DESIGN §4. Run by the tests of each engine:
///
///     @Test(arguments: StoreConformance.cases)
///     func conforms(_ promise: StoreConformance.Case) async throws { try await promise.run(rig()) }
public enum StoreConformance {
    public struct Case: Sendable, CustomStringConvertible {
        public let description: String
        private let body: @Sendable (StoreRig) async throws -> Void

        init(_ description: String, _ body: @escaping @Sendable (StoreRig) async throws -> Void) {
            self.description = description
            self.body = body
        }

        /// On a fresh store. Afterwards `verify` must be clean, whatever the case was about.
        public func run(_ rig: StoreRig) async throws {
            try await body(rig)
            let store = try await rig.open()
            let report = try await store.verify()
            try expect(report.problems, is: [], "\(description): verify")
            await store.close()
        }
    }

    public static var cases: [Case] {
        transactionCases + readCases + liveCases + searchCases + erasureCases + figureCases + raceCases
            + linkCases + originalCases + letterCases + visitCases + deskCases
            + absenceCases + callCases
    }

    /// A case with one opened store and a desk on it.
    static func desk(
        _ description: String, _ body: @escaping @Sendable (TestDesk) async throws -> Void
    ) -> Case {
        Case(description) { rig in
            let store = try await rig.open()
            let desk = TestDesk(store)
            do {
                try await body(desk)
            } catch {
                await store.close()
                throw error
            }
            await store.close()
        }
    }
}
