import Foundation
import Logging
import SkrankeDomain
import SkrankeRuntime

extension OpenDesk {
    /// A log of one part of the program, as JSON lines in the state folder: never citizens' words.
    func logger(_ part: String) throws -> Logger {
        let language = language
        let path = try Told.path(language) { () throws(PathFault) in
            let folder = isDemo ? location.folder : try StatePaths(environment: Shell.environment).folder
            try PrivateFolder.prepare(folder + "/log")
            return folder + "/log/" + part + ".log"
        }
        return LogFile.logger(
            part: part, path: path, clock: SystemClock(), process: ProcessInfo.processInfo.processIdentifier)
    }
}
