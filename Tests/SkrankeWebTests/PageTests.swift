import Foundation
import SkrankeDomain
import Testing

@testable import SkrankeWeb

@Suite("Pages and headers", .timeLimit(.minutes(2)))
struct PageTests {
    @Test("An unknown address is a page for people and a problem document for programs")
    func unknown() async throws {
        try await LiveServer.run(TestDesk()) { live in
            let data = try await live.get("/finnes-ikke", ["Accept-Language": "nn"])
            #expect(data.status == 404)
            #expect(data["code"] == "not-found")
            let page = try await live.get("/finnes-ikke", ["Accept": "text/html", "Accept-Language": "nn"])
            #expect(page.status == 404)
            #expect(page.text.contains("<html lang=\"nn\""))
            #expect(page.text.contains("Finst ikkje"))
        }
    }
}
