import SkrankeDomain
import SkrankeReference
import Testing

/// Who is the agent? (DESIGN §5)
@Suite struct IdentityTests {
    static func person(_ id: String, _ roles: Set<StaffRole>) -> Person {
        Person(
            id: AgentID(id), givenName: "\(id)-given", familyName: "Family", title: "t", unit: UnitCode("u"),
            roles: roles, topics: [], mobileMayBeTold: false, mobileTakesCalls: false, email: "a@b.example",
            deputies: [], workDays: [], languages: [], isVisible: true)
    }

    static let directory = Directory(
        people: [
            person("leader", [.leader]), person("ingrid", [.agent]), person("odd", [.agent, .supervisor]),
            person("mayor", []),
        ],
        accounts: [
            Account(name: "gate", people: [], isForced: true),
            Account(name: "narrow", people: [AgentID("odd")], isForced: true),
            Account(
                name: "open", people: [AgentID("ingrid"), AgentID("odd"), AgentID("mayor")], isForced: false),
            Account(name: "empty", people: [], isForced: false),
        ])

    struct Case: Sendable, CustomTestStringConvertible {
        var entrance: Entrance
        var expected: Result<(agent: String, roles: Set<StaffRole>, forced: Bool), IdentityRefusal>
        var testDescription: String { "\(entrance)" }

        init(
            _ store: Entrance.Store, _ account: String, env: String? = nil, wanted: String? = nil,
            is agent: String,
            _ roles: Set<StaffRole>, forced: Bool = false
        ) {
            entrance = Entrance(store: store, account: account, forcedAgent: env, wanted: wanted)
            expected = .success((agent, roles, forced))
        }

        init(
            _ store: Entrance.Store, _ account: String, env: String? = nil, wanted: String? = nil,
            refused: IdentityRefusal
        ) {
            entrance = Entrance(store: store, account: account, forcedAgent: env, wanted: wanted)
            expected = .failure(refused)
        }
    }

    static let owner: Set<StaffRole> = [.agent, .supervisor, .admin]
    static let openChoices = [AgentID("ingrid"), AgentID("odd"), AgentID("mayor")]
    static let everybody = [AgentID("leader"), AgentID("ingrid"), AgentID("odd")]

    static let cases: [Case] = [
        // The owner of a store works at once, mapped or not.
        Case(.own, "kari", is: "kari", owner),
        Case(.own, "open", is: "ingrid", owner),
        Case(.own, "open", wanted: "odd", is: "odd", [.agent, .supervisor]),
        Case(.own, "open", wanted: "mayor", refused: .withoutAccess(AgentID("mayor"))),
        Case(.own, "open", wanted: "leader", refused: .mayNotBe("leader", choices: openChoices)),
        Case(.own, "kari", wanted: "odd", refused: .mayNotBe("odd", choices: [AgentID("kari")])),
        Case(.own, "kari", wanted: "kari", is: "kari", owner),
        // SKRANKE_AGENT is believed only where the account is marked.
        Case(.own, "kari", env: "odd", is: "kari", owner),
        Case(.own, "open", env: "odd", is: "ingrid", owner),
        Case(.own, "gate", env: "odd", is: "odd", [.agent, .supervisor], forced: true),
        Case(.own, "gate", env: "ingrid", wanted: "ingrid", is: "ingrid", [.agent], forced: true),
        Case(
            .own, "gate", env: "ingrid", wanted: "odd",
            refused: .mayNotBe("odd", choices: [AgentID("ingrid")])),
        Case(.own, "gate", is: "gate", owner),
        // A slip in the forced command opens no other door.
        Case(.own, "gate", env: "oddd", refused: .unknownForcedAgent("oddd")),
        Case(.own, "gate", env: "", refused: .unknownForcedAgent("")),
        Case(.own, "gate", env: "mayor", refused: .unknownForcedAgent("mayor")),
        Case(.own, "narrow", env: "odd", is: "odd", [.agent, .supervisor], forced: true),
        Case(.own, "narrow", env: "ingrid", refused: .unknownForcedAgent("ingrid")),
        // Another's store.
        Case(.foreign(owner: "skranke"), "kari", refused: .foreignStore(owner: "skranke")),
        Case(.foreign(owner: "skranke"), "gate", env: "odd", refused: .foreignStore(owner: "skranke")),
        // On a server the account decides, and gives nothing on top.
        Case(.server, "open", is: "ingrid", [.agent]),
        Case(.server, "open", wanted: "odd", is: "odd", [.agent, .supervisor]),
        Case(.server, "open", wanted: "leader", refused: .mayNotBe("leader", choices: openChoices)),
        Case(.server, "open", wanted: "mayor", refused: .withoutAccess(AgentID("mayor"))),
        Case(.server, "kari", refused: .unknownAccount("kari")),
        Case(.server, "empty", refused: .unknownAccount("empty")),
        Case(.server, "gate", env: "odd", refused: .unknownAccount("gate")),
        // The demonstration.
        Case(.demonstration, "kari", is: "ingrid", owner),
        Case(.demonstration, "kari", env: "odd", is: "ingrid", owner),
        Case(.demonstration, "kari", wanted: "leader", is: "leader", [.leader]),
        Case(.demonstration, "kari", wanted: "mayor", refused: .mayNotBe("mayor", choices: everybody)),
        Case(.demonstration, "kari", wanted: "nobody", refused: .mayNotBe("nobody", choices: everybody)),
    ]

    @Test(arguments: cases)
    func rule(row: Case) {
        do throws(IdentityRefusal) {
            let identity = try Self.directory.identify(row.entrance)
            guard case .success(let expected) = row.expected else {
                Issue.record("was let in as \(identity)")
                return
            }
            #expect(identity.agent == AgentID(expected.agent))
            #expect(identity.roles == expected.roles)
            #expect(identity.isForced == expected.forced)
            #expect(identity.choices.contains(identity.agent))
            #expect(identity.caller(terminal: "t").actor == .agent(identity.agent))
        } catch {
            guard case .failure(let expected) = row.expected else {
                Issue.record("was refused: \(error)")
                return
            }
            #expect(error == expected)
        }
    }

    @Test func namesComeFromTheDirectory() throws {
        let known = try Self.directory.identify(Entrance(store: .own, account: "open"))
        #expect(known.name == "ingrid-given Family")
        let unknown = try Self.directory.identify(Entrance(store: .own, account: "kari"))
        #expect(unknown.name == "kari")
    }

    @Test(arguments: Language.allCases)
    func refusalsAreSaid(language: Language) {
        let refusals: [IdentityRefusal] = [
            .foreignStore(owner: "x"), .unknownForcedAgent("x\u{1B}[2J"), .unknownAccount("x"),
            .mayNotBe("x", choices: []), .mayNotBe("x", choices: [AgentID("y"), AgentID("z")]),
            .withoutAccess(AgentID("x")),
        ]
        let sentences = refusals.map { $0.sentence(language) }
        #expect(Set(sentences).count == refusals.count)
        #expect(sentences.allSatisfy { $0.contains("x") && $0.hasSuffix(".") && !$0.contains("\u{1B}") })
    }
}
