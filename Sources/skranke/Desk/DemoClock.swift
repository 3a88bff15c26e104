import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// The demonstration's time: origin and speed stand in the store, for every process that opens it.
enum DemoClock {
    static let originKey = "demo.origin"
    static let startedKey = "demo.started"
    static let speedKey = "demo.speed"

    static func values(origin: Moment, started: Moment, speed: Double) -> [(String, String)] {
        [
            ("demo", "1"), (originKey, "\(origin.milliseconds)"), (startedKey, "\(started.milliseconds)"),
            (speedKey, "\(speed)"),
        ]
    }

    /// Nil for a store that is no demonstration.
    static func clock(_ metadata: StoreMetadata) -> (any Clock)? {
        guard metadata.isDemo, let origin = metadata.values[originKey].flatMap(Int64.init),
            let started = metadata.values[startedKey].flatMap(Int64.init),
            let speed = metadata.values[speedKey].flatMap(Double.init)
        else { return nil }
        return ScaledClock(
            origin: Moment(milliseconds: origin), started: Moment(milliseconds: started), speed: speed)
    }
}
