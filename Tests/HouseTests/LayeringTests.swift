import Testing

/// The doors of DESIGN §3: what each room may import, and nothing else.
@Suite struct LayeringTests {
    static let rooms: [String: Set<String>] = {
        let core: Set<String> = ["SkrankeDomain", "SkrankeScreen"]
        let journal = core.union(["SkrankeJournal"])
        let reference = journal.union(["SkrankeReference", "SkrankeKnowledge"])
        let console = reference.union(["SkrankeConsole"])
        let all = console.union([
            "SkrankeTerminal", "SkrankeSQLite", "SkrankeWeb", "SkrankeMail", "SkrankeRuntime", "SkrankeDesk",
            "SkrankeGateway",
            "SkrankeSimulation",
        ])
        return [
            "CNcurses": [], "CPosix": [], "CGMime": [], "CXml": [], "CCurl": [],
            "SkrankeDomain": [],
            "SkrankeScreen": [],
            "SkrankeJournal": ["SkrankeDomain"],
            "SkrankeReference": core.union(["TOMLKit"]),
            "SkrankeConsole": reference,
            "SkrankeTerminal": ["SkrankeScreen", "CNcurses", "CPosix"],
            "SkrankeSQLite": ["SkrankeDomain", "SkrankeJournal", "GRDB", "GRDBSQLite"],
            "SkrankeWeb": [
                "SkrankeDomain", "SkrankeJournal", "SkrankeReference", "Hummingbird", "HummingbirdCore",
                "Mustache",
                "Crypto", "HTTPTypes", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOHTTPTypes", "Logging",
                "ServiceLifecycle",
            ],
            "SkrankeMail": ["SkrankeDomain", "CGMime", "CXml", "CCurl", "Crypto"],
            "SkrankeRuntime": reference.union(["CPosix", "Logging"]),
            "SkrankeDesk": console.union(["SkrankeRuntime"]),
            "SkrankeGateway": reference.union(["SkrankeRuntime", "Logging"]),
            "SkrankeSimulation": all.subtracting(["SkrankeSimulation"]).union([
                "NIOCore", "NIOPosix", "NIOHTTP1",
            ]),
            "SkrankeTestKit": all.union(["Testing", "CPosix"]),
            "skranke": all.union(["CPosix", "ArgumentParser", "Logging", "Crypto", "ServiceLifecycle"]),
            "skranke-bench": all.union([
                "CPosix", "ArgumentParser", "GRDB", "GRDBSQLite", "Logging", "NIOCore", "NIOPosix",
            ]),
        ]
    }()

    /// Rooms that know the standard library alone (law 4).
    static let pure: Set<String> = ["SkrankeDomain", "SkrankeScreen", "SkrankeConsole"]
    static let platform: Set<String> = [
        "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization",
    ]

    @Test func everyRoomIsKnown() {
        let modules = Set(SourceTree.swift.filter { !$0.isTest }.map(\.module))
        #expect(modules.subtracting(Self.rooms.keys).isEmpty, "a new room needs its doors here and in DESIGN")
        #expect(!modules.isEmpty)
    }

    @Test func importsKeepToTheDoors() {
        for file in SourceTree.swift where !file.isTest {
            for (number, text) in file.code {
                guard let name = Self.imported(text) else { continue }
                let allowed =
                    Self.rooms[file.module, default: []].contains(name)
                    || (Self.platform.contains(name) && !Self.pure.contains(file.module))
                #expect(allowed, "\(file.path):\(number): \(file.module) may not import \(name)")
            }
        }
    }

    @Test func cLibrariesAreTouchedByFewFiles() {
        let limits = ["CNcurses": 1]
        for (library, limit) in limits {
            let files = SourceTree.swift.filter { file in
                !file.isTest && file.code.contains { Self.imported($0.text) == library }
            }
            #expect(files.count == limit, "\(library) is imported by \(files.map(\.path))")
        }
    }

    static func imported(_ line: String) -> String? {
        var words = line.split(separator: " ").map(String.init)
        while let first = words.first,
            first.hasPrefix("@") || ["public", "internal", "private"].contains(first)
        {
            words.removeFirst()
        }
        guard words.count >= 2, words[0] == "import" else { return nil }
        let kinds: Set<String> = ["struct", "class", "enum", "func", "protocol", "typealias", "var", "let"]
        let name = kinds.contains(words[1]) ? words.dropFirst(2).first ?? "" : words[1]
        return name.split(separator: ".").first.map(String.init)
    }
}
