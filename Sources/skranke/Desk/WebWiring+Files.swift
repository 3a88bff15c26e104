import Glibc
import Logging
import SkrankeReference
import SkrankeRuntime

/// What the web wiring keeps in files, and how many it may open.
enum WebFiles {
    /// Five thousand citizens are five thousand open files.
    ///
    /// - Returns: how many this process may have.
    static func raiseLimit() -> Int {
        var limit = rlimit()
        let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(files, &limit) == 0 else { return 1_024 }
        if limit.rlim_cur < min(limit.rlim_max, 65_536) {
            limit.rlim_cur = min(limit.rlim_max, 65_536)
            setrlimit(files, &limit)
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// Where this store's gateway listened when any port would do; nil where none was chosen yet.
    static func remembered(_ location: StoreLocation) -> ListenAddress? {
        guard let bytes = AtomicFile.read(location.gatewayAddress, limit: 512) else { return nil }
        return ListenAddress(String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self))
    }

    static func remember(_ address: ListenAddress, _ location: StoreLocation, _ logger: Logger) {
        do throws(PathFault) {
            try AtomicFile.write(Array("\(address)\n".utf8), to: location.gatewayAddress)
        } catch {
            logger.warning("the port could not be remembered", metadata: ["fault": "\(error)"])
        }
    }

    /// Host and port of `http://host:port`.
    static func address(url: String?) -> ListenAddress? {
        guard let url, url.hasPrefix("http://") else { return nil }
        return ListenAddress(String(url.dropFirst(7)))
    }
}
