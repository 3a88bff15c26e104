import CPosix
import Glibc

/// Waiting for a condition, in poll; the deadline only ends a test that failed.
enum Waiting {
    /// True as soon as `condition` holds; false when it did not within `seconds`.
    static func until(within seconds: Double = 30, _ condition: () throws -> Bool) rethrows -> Bool {
        let end = ContinuousClock.now.advanced(by: .milliseconds(Int(seconds * 1_000)))
        while true {
            if try condition() { return true }
            if ContinuousClock.now >= end { return false }
            pause(milliseconds: 15)
        }
    }

    /// Lets others work for a moment.
    static func pause(milliseconds: Int) { _ = poll(nil, 0, Int32(milliseconds)) }
}

/// As `Waiting.until`, and a sentence when it never came.
func eventually(
    _ what: String, within seconds: Double = 30, _ condition: () throws -> Bool
) throws {
    guard try Waiting.until(within: seconds, condition) else { throw Trouble("never came: \(what)") }
}

/// As above for a value that is not there at first.
func eventually<Value>(
    _ what: String, within seconds: Double = 30, value: () throws -> Value?
) throws -> Value {
    var found: Value?
    try eventually(what, within: seconds) {
        found = try value()
        return found != nil
    }
    guard let found else { throw Trouble("never came: \(what)") }
    return found
}
