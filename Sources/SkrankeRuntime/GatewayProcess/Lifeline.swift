import Foundation
import Glibc

/// A pipe from a parent: when its other end closes, for whatever reason, the child has to go (DESIGN §5,
/// demonstration). Nobody writes into it.
public enum Lifeline {
    /// Calls `onEnd` once, on a thread of its own, when `descriptor` is closed at the other end.
    public static func watch(_ descriptor: Int32, onEnd: @escaping @Sendable () -> Void) {
        let thread = Thread {
            var bytes = [UInt8](repeating: 0, count: 64)
            while true {
                var watched = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
                guard poll(&watched, 1, -1) >= 0 || errno == EINTR else { break }
                if watched[0].revents == 0 { continue }
                let count = read(descriptor, &bytes, bytes.count)
                if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { break }
            }
            onEnd()
        }
        thread.name = "skranke-lifeline"
        thread.stackSize = 128 * 1_024
        thread.start()
    }
}
