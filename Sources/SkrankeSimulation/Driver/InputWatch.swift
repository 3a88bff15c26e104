import Glibc
import NIOCore
import NIOPosix

/// Waits until an input is closed: a child's way to notice that its parent is gone, however it went.
public enum InputWatch {
    /// Returns when nothing more can come from `descriptor`, or the task is cancelled. What comes is ignored.
    ///
    /// An input that cannot be waited for (a file, `/dev/null`) counts as closed.
    public static func closed(_ descriptor: CInt, on group: any EventLoopGroup) async {
        guard canBeWaitedFor(descriptor) else { return }
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { return }
        let channel: any NIOCore.Channel
        do {
            channel = try await NIOPipeBootstrap(group: group).takingOwnershipOfDescriptor(input: copy).get()
        } catch {
            Glibc.close(copy)
            return
        }
        await withTaskCancellationHandler {
            try? await channel.closeFuture.get()
        } onCancel: {
            channel.close(promise: nil)
        }
    }

    /// A pipe, socket or terminal. The event loop does not survive the offer of anything else.
    private static func canBeWaitedFor(_ descriptor: CInt) -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        let kind = status.st_mode & S_IFMT
        return kind == S_IFIFO || kind == S_IFSOCK || isatty(descriptor) == 1
    }
}
