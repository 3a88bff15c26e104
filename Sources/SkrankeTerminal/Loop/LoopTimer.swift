import CPosix
import Glibc

/// A one-shot timer on a loop. The kernel keeps the time (timerfd), so no clock is read here; what the
/// time is remains the business of SkrankeRuntime. Used on the loop's thread only.
public final class LoopTimer {
    private let fd: Int32
    private var watch: PollLoop.Watch?
    public private(set) var isArmed = false

    public init(on loop: PollLoop, _ fire: @escaping () -> Void) throws(TerminalFailure) {
        fd = skr_timerfd()
        guard fd >= 0 else { throw .system(call: "timerfd_create", number: errno) }
        watch = loop.watch(fd, .read) { [weak self] _ in
            guard let self else { return }
            // Nothing there: disarmed, or armed anew, by something that was handled in the same turn.
            guard skr_fd_drain(self.fd), self.isArmed else { return }
            self.isArmed = false
            fire()
        }
    }

    deinit { if fd >= 0 { close(fd) } }

    /// Fires once, `milliseconds` from now (at least 1), instead of when it was going to.
    public func arm(after milliseconds: Int64) {
        isArmed = skr_timerfd_arm(fd, max(1, milliseconds)) == 0
    }

    public func disarm() {
        guard isArmed else { return }
        isArmed = false
        _ = skr_timerfd_arm(fd, 0)
    }

    /// Before the timer is let go.
    public func cancel() {
        disarm()
        watch?.cancel()
    }
}
