import Glibc

/// Puts messages into Maildirs below a folder, one for each recipient: what a demonstration delivers to, which
/// must reach nobody.
public struct MaildirDelivery: Sendable {
    public let folder: String
    public init(_ folder: String) { self.folder = folder }

    /// - Parameter name: unique for the message, in letters, digits, dots and hyphens.
    public func send(_ bytes: [UInt8], name: String, to recipients: [String]) -> Submission.Outcome {
        for recipient in recipients {
            let box = folder + "/" + Self.fileName(recipient)
            for part in ["", "/tmp", "/new", "/cur"] { mkdir(box + part, 0o700) }
            let (temporary, final) = (box + "/tmp/" + name, box + "/new/" + name)
            let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard file >= 0 else { return .later(String(cString: strerror(errno))) }
            let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            let isWhole = count == bytes.count && fsync(file) == 0
            close(file)
            guard isWhole, rename(temporary, final) == 0 else {
                unlink(temporary)
                return .later(String(cString: strerror(errno)))
            }
        }
        return .accepted
    }

    /// An address as a file's name: whatever else stands in it is none of the file system's business.
    public static func fileName(_ address: String) -> String {
        let safe = address.lowercased().unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                || "@.-_+".unicodeScalars.contains(scalar)
            return isPlain ? Character(scalar) : "_"
        }
        let name = String(safe.prefix(200))
        return name.hasPrefix(".") ? "_" + name : name
    }
}
