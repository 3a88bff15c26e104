import Glibc

/// Hands a message to the host's own mail system by its `sendmail`, which queues it durably.
public struct Sendmail: Sendable {
    public let program: String
    public init(program: String = "/usr/sbin/sendmail") { self.program = program }

    /// Blocks until the program has ended. Addresses are arguments behind `--`, never words of a shell.
    public func send(_ bytes: [UInt8], from: String, to recipients: [String]) -> Submission.Outcome {
        if recipients.contains(where: { $0.hasPrefix("-") }) { return .refused(code: 0, "-") }
        // A whole file, not a pipe: were we killed half-way, a pipe's end would look like the message's.
        guard let file = tmpfile() else { return .later(String(cString: strerror(errno))) }
        defer { fclose(file) }
        guard bytes.withUnsafeBytes({ fwrite($0.baseAddress, 1, $0.count, file) }) == bytes.count,
            fflush(file) == 0, lseek(fileno(file), 0, SEEK_SET) == 0
        else { return .later(String(cString: strerror(errno))) }
        let words = [program, "-i", "-f", from.isEmpty ? "<>" : from, "--"] + recipients
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, fileno(file), 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var pid = pid_t()
        let arguments = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        let path = strdup("PATH=/usr/sbin:/usr/bin:/sbin:/bin")
        defer { free(path) }
        let status = posix_spawn(&pid, program, &actions, nil, arguments, [path, nil])
        guard status == 0 else { return .later(program + ": " + String(cString: strerror(status))) }
        return outcome(of: pid)
    }

    /// Codes of sysexits(3).
    private func outcome(of pid: pid_t) -> Submission.Outcome {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 { if errno != EINTR { return .unknown("waitpid") } }
        guard status & 0x7F == 0 else { return .unknown("signal") }
        switch (status >> 8) & 0xFF {
        case 0: return .accepted
        case 67, 68: return .refused(code: Int((status >> 8) & 0xFF), program)
        case let code: return .later("\(program): \(code)")
        }
    }
}
