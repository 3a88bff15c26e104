import Foundation
import SkrankeRuntime

/// A demonstration's children live as long as the console in front: it holds a lock, and they wait for it.
/// However it ends, the lock comes free.
enum DemoLife {
    static let lockName = "demo.lock"

    /// Calls `onEnd` once, on a thread of its own, when nobody holds the demonstration any more.
    static func watch(folder: String, onEnd: @escaping @Sendable () -> Void) {
        let path = folder + "/" + lockName
        let thread = Thread {
            FileLock.waitUntilFree(path)
            onEnd()
        }
        thread.name = "skranke-demo-life"
        thread.stackSize = 128 * 1_024
        thread.start()
    }
}
