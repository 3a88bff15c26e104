import Foundation
import Testing

@testable import SkrankeWeb

@Suite("The interface's description")
struct OpenAPITests {
    private static func document() throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(OpenAPI.document.utf8))
        return try #require(object as? [String: Any])
    }

    @Test("Every path of the description is a route with that method, and every route is described")
    func routes() throws {
        let paths = try #require(try Self.document()["paths"] as? [String: Any])
        let token = String(repeating: "A", count: 64)
        for (path, item) in paths {
            let sample = path.replacing("{token}", with: token).replacing("{name}", with: "page.css")
            let route = try #require(Route(path: sample), "\(path)")
            let methods = try #require(item as? [String: Any]).keys.filter { $0 != "parameters" }
            #expect(methods == [route.method.lowercased()], "\(path)")
        }
        // One for each case of Route.
        #expect(paths.count == 24)
    }

    @Test("It is valid OpenAPI 3.1 (openapi-spec-validator from PyPI, installed by the test command)")
    func valid() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
            "openapi-\(UUID().uuidString).json")
        try Data(OpenAPI.document.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-m", "openapi_spec_validator", file.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text) (pip install openapi-spec-validator)")
    }
}
