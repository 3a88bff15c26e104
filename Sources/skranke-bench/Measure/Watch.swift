import Glibc

/// A thread that reads a screen until a word stands on it.
// Sendable: the screen is the thread's until `wait` returns, and the answer is written before the semaphore.
final class Watch: @unchecked Sendable {
    private var found: UInt64?
    private var done = sem_t()

    init(_ screen: Screen, _ mark: [UInt8]) {
        sem_init(&done, 0, 0)
        let box = Unmanaged.passRetained(Work(self, screen, mark))
        var thread = pthread_t()
        pthread_create(&thread, nil, Watch.main, box.toOpaque())
        pthread_detach(thread)
    }

    func wait() -> UInt64? {
        while sem_wait(&done) != 0 {}
        return found
    }

    private final class Work {
        let watch: Watch
        let screen: Screen
        let mark: [UInt8]
        init(_ watch: Watch, _ screen: Screen, _ mark: [UInt8]) {
            self.watch = watch
            self.screen = screen
            self.mark = mark
        }
    }

    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
        argument in
        guard let argument else { return nil }
        let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
        let output = work.screen.listen(quiet: 2_000, limit: 2_000) {
            Screen.count(work.mark, in: $0.bytes[...]) > 0 && $0.frames > 0
        }
        if Screen.count(work.mark, in: output.bytes[...]) > 0 { work.watch.found = output.last }
        sem_post(&work.watch.done)
        return nil
    }
}
