import Foundation
import SkrankeDomain
import SkrankeJournal

/// A hint as a datagram: `m`, or `e` and an ephemeral in JSON. What is anything else is no hint.
///
/// The folder is ours alone, but every byte from outside is hostile all the same (law 5).
enum PokeCodec {
    /// Longest datagram, in bytes.
    static let limit = 512

    static func encode(_ hint: Hint) -> [UInt8]? {
        switch hint {
        case .moved: return [UInt8(ascii: "m")]
        case .ephemeral(let ephemeral):
            guard let json = try? JSONEncoder().encode(ephemeral), json.count < limit else { return nil }
            return [UInt8(ascii: "e")] + json
        }
    }

    static func decode(_ bytes: ArraySlice<UInt8>) -> Hint? {
        guard bytes.count <= limit, let first = bytes.first else { return nil }
        let rest = bytes.dropFirst()
        switch first {
        case UInt8(ascii: "m"): return rest.isEmpty ? .moved : nil
        case UInt8(ascii: "e"):
            guard let ephemeral = try? JSONDecoder().decode(Ephemeral.self, from: Data(rest)),
                isSound(ephemeral)
            else { return nil }
            return .ephemeral(ephemeral)
        default: return nil
        }
    }

    /// An agent's name as data files allow it: short, and nothing that a screen could obey.
    private static func isSound(_ ephemeral: Ephemeral) -> Bool {
        guard case .agent(let agent) = ephemeral.who else { return true }
        let name = agent.rawValue.unicodeScalars
        return (1...64).contains(name.count)
            && name.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || "-_.@".unicodeScalars.contains($0)
            }
    }
}
