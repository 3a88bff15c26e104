import Logging
import SkrankeRuntime

/// The secret in the address where the telephone system tells of calls: `SKRANKE_CTI_TOKEN`, or one made once
/// and kept beside the store, readable by its owner alone. It is never logged.
enum PhoneSecret {
    static let variable = "SKRANKE_CTI_TOKEN"

    enum Found: Equatable {
        case secret(String)
        /// The variable holds what cannot stand in an address, or is too short to be a secret.
        case unusable
        /// None is set, and the gateway has not made one yet.
        case none
    }

    static func look(_ location: StoreLocation, _ environment: [String: String]) -> Found {
        if let named = environment[variable], !named.isEmpty {
            return isUsable(named) ? .secret(named) : .unusable
        }
        guard let bytes = AtomicFile.read(location.phoneToken, limit: 256) else { return .none }
        let kept = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
        return isUsable(kept) ? .secret(kept) : .none
    }

    /// With what Placetel signs its posts; nil = it does not.
    static func signature(_ environment: [String: String]) -> String? {
        environment[signatureVariable].flatMap { $0.isEmpty ? nil : $0 }
    }

    static let signatureVariable = "SKRANKE_PLACETEL_SECRET"

    /// The secret, made where there is none; nil where it cannot be used: then the address is unknown.
    /// Called by the holder of the gateway's lock.
    static func keep(
        _ location: StoreLocation, _ environment: [String: String], _ logger: Logger
    ) -> String? {
        switch look(location, environment) {
        case .secret(let secret): return secret
        case .unusable:
            logger.warning("\(variable) is not usable: 16 to 128 of a-z, A-Z, 0-9, - and _ are needed")
            return nil
        case .none: break
        }
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let secret = String((0..<43).map { _ in alphabet[Int.random(in: 0..<64, using: &random)] })
        do throws(PathFault) {
            try AtomicFile.write(Array("\(secret)\n".utf8), to: location.phoneToken)
        } catch {
            logger.warning("the telephone's secret could not be kept", metadata: ["fault": "\(error)"])
            return nil
        }
        return secret
    }

    private static func isUsable(_ text: String) -> Bool {
        (16...128).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
                    || $0 == 95
            }
    }
}
