import Foundation
import Testing

extension EndToEnd {
    /// The secret that the environment names is the address's, and no other; one that cannot be used opens none.
    @Test func theTelephonesSecretComesFromTheEnvironment() throws {
        let desk = try DeskFolder()
        desk.variables["SKRANKE_CTI_TOKEN"] = "a-secret-of-the-municipality"
        let gateway = try desk.start(["serve"])
        defer { gateway.kill(15) }
        let web = try desk.gatewayAnswers()
        let call = ["event": "newCall", "callId": "a1", "from": "+4762888000"]
        #expect(try web.post("/cti/a-secret-of-the-municipality", call).status == 200)
        #expect(try web.post("/cti/another-secret-of-the-municipality", call).status == 404)
        #expect(try desk.json("inquiry", "list").map { $0["channel"] as? String } == ["phone"])
        let doctor = try desk.run("doctor", "--json").out
        #expect(doctor.contains("/cti/a-secret-of-the-municipality"))
    }
}
