import SkrankeDomain
import SkrankeRuntime

/// Waiting on the demonstration's clock.
enum DemoTime {
    typealias Wait = @Sendable (Moment) async throws -> Void

    static func wait(_ clock: any Clock) -> Wait {
        { moment in
            while clock.now < moment {
                try await Task.sleep(for: .milliseconds(max(1, clock.delay(until: moment))))
            }
        }
    }
}
