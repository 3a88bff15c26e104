import SkrankeDomain
import Testing

@testable import skranke

extension EndToEnd {
    /// "Grace and frames stay real" (DESIGN §5): five seconds to take an e-mail back are five seconds, also
    /// where the demonstration's day goes by sixty times as fast. Whoever opens the desk gets that policy.
    @Test(arguments: [(1.0, 5), (60.0, 300), (0.5, 2)] as [(Double, Int64)])
    func graceStaysRealInTheDemonstration(speed: Double, seconds: Int64) async throws {
        let folder = try DeskFolder()
        let options = try DeskOptions.parse(["--store", folder.store, "--data", folder.data])
        try await DemoMorning(options: options, seed: 24, speed: speed).prepare()
        let desk = try await OpenDesk.open(options)
        #expect(desk.isDemo)
        let grace = desk.data.policy.channels.grace(.email)
        #expect(grace.milliseconds / 1_000 == seconds, "\(grace)")
        await desk.store.close()
    }
}
