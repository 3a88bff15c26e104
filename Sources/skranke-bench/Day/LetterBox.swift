import Glibc
import SkrankeSimulation

/// Delivers into a Maildir as a mail server does: whole and on the disk, then in its place.
struct LetterBox {
    let folder: String

    /// Whether it is durably there.
    func put(_ letter: Letter, _ number: Int) -> Bool {
        let name = "\(letter.date.seconds).\(number).bench"
        let (temporary, final) = ("\(folder)/tmp/\(name)", "\(folder)/new/\(name)")
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        let bytes = letter.bytes
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        let isWhole = count == bytes.count && fsync(file) == 0
        close(file)
        return isWhole && rename(temporary, final) == 0
    }
}
