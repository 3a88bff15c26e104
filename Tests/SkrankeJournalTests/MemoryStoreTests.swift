import SkrankeTestKit
import Testing

@Suite struct MemoryStoreTests {
    @Test(arguments: StoreConformance.cases)
    func conforms(_ promise: StoreConformance.Case) async throws { try await promise.run(.memory()) }
}
