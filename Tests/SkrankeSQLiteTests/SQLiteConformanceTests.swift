import SkrankeTestKit
import Testing

@Suite struct SQLiteConformanceTests {
    @Test(arguments: StoreConformance.cases)
    func conforms(_ promise: StoreConformance.Case) async throws { try await promise.run(try Folder().rig()) }
}
