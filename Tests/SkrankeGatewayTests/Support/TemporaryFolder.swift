import Foundation
import SkrankeRuntime

/// A private folder that disappears with the value.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("\(NSTemporaryDirectory())skranke-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw PathFault.failed("mkdtemp", path: "", errno: errno) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var location: StoreLocation { StoreLocation(path: path + "/skranke.db", folder: path) }

    func text(_ name: String) -> String? { try? String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    func mode(_ name: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + name)
        return (attributes?[.posixPermissions] as? NSNumber)?.intValue
    }
}
