import Foundation
import Testing

extension EndToEnd {
    /// Law 3: exactly one winner, and the others hear who it was.
    @Test func sixteenProcessesRaceForOneInquiry() throws {
        let desk = try DeskFolder()
        let agents = try desk.addAgents(16)
        try desk.makeDemonstration()
        for round in 1...3 {
            let reference = try desk.register("Hvem tar runde \(round)?")
            let racers = try agents.map { try desk.start(["inquiry", "claim", reference, "--agent", $0]) }
            let ends = try racers.map { try $0.outcome() }
            let winners = zip(agents, ends).filter { $0.1.status == 0 }.map(\.0)
            #expect(winners.count == 1, "\(winners)")
            let show = try #require(try desk.json("inquiry", "show", reference).first)
            let owner = try #require(show["owner"] as? String)
            #expect(winners == [owner])
            for (agent, end) in zip(agents, ends) where agent != owner {
                #expect(end.status == 1, "\(agent): \(end.status)")
                #expect(end.err.contains(owner), "\(agent) was not told that \(owner) won: \(end.err)")
                #expect(end.out.isEmpty)
            }
            let claims = (show["events"] as? [[String: Any]])?.filter {
                $0["type"] as? String == "InquiryClaimed"
            }
            #expect(claims?.count == 1)
        }
        #expect(try desk.problems() == [])
    }

    /// Eight scripts that write at the same time: every one is acknowledged, and every reference is another.
    @Test func manyProcessesWriteAtOnce() throws {
        let desk = try DeskFolder()
        let words = { (number: Int) in
            ["inquiry", "register", "--channel", "email", "--text", "Brev \(number)", "--json"]
        }
        let ends = try (0..<16).map { try desk.start(words($0)) }.map { try $0.outcome() }
        #expect(ends.allSatisfy { $0.status == 0 }, "\(ends.map(\.err))")
        let references = try ends.compactMap { try DeskFolder.object($0.out)["reference"] as? String }
        #expect(Set(references).count == 16)
        #expect(try desk.json("inquiry", "list").count == 16)
        #expect(try desk.problems() == [])
    }
}

extension DeskFolder {
    /// More people at the desk than the municipality's own file has.
    func addAgents(_ count: Int) throws -> [String] {
        let path = data + "/directory.toml"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        let names = (1...count).map { "racer-\($0)x" }
        for name in names {
            text += """

                [[person]]
                id = "\(name)"
                given_name = "\(name)"
                family_name = "\(name)"
                title = "Kundebehandler"
                unit = "servicetorg"
                roles = ["agent"]
                email = "\(name)@kongsvinger.example"

                """
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return names
    }

    /// Makes this desk's store a demonstration's, by opening one and leaving it.
    func makeDemonstration() throws {
        let console = try TmuxConsole(self, ["demo", "--store", store])
        try console.shows("DEMO", "http://127.0.0.1:")
        try console.press("C-q")
        try eventually("the demonstration ends") { try console.isDead }
    }
}
