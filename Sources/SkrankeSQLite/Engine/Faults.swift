import GRDB
import GRDBSQLite
import Glibc
import SkrankeJournal

extension SQL {
    /// What a result code means to whoever called the store.
    static func fault(_ code: Int32, _ message: String) -> StoreFault {
        switch code & 0xFF {
        case SQLITE_FULL: return .full
        case SQLITE_BUSY, SQLITE_LOCKED: return .locked(holder: nil)
        case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt(message)
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH: return .unreadable(message)
        case SQLITE_IOERR: return errnoIsFull ? .full : .failed("\(message) (\(code))")
        default: return .failed("\(message) (\(code))")
        }
    }

    static func fault(_ error: any Error) -> StoreFault {
        if let fault = error as? StoreFault { return fault }
        guard let error = error as? DatabaseError else { return .failed("\(error)") }
        return fault(error.extendedResultCode.rawValue, error.message ?? "SQLite error")
    }

    /// Some file systems say "no space" only when a file is synced or grown, as an input/output error.
    private static var errnoIsFull: Bool { errno == ENOSPC || errno == EDQUOT }
}
