// swift-tools-version:6.2
// Skranke: the rooms, in the order in which data flows. What each may import
// stands in Sources/SkrankeDomain/SkrankeDomain.docc/Decisions.md and is
// checked by Tests/HouseTests.
import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny")
]

let package = Package(
    name: "skranke",
    products: [
        .executable(name: "skranke", targets: ["skranke"]),
        .executable(name: "skranke-bench", targets: ["skranke-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // L0: the C libraries, fenced.
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CPosix"),
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CXml", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

        // L1: the pure core.
        .target(name: "SkrankeDomain", swiftSettings: house),
        .target(name: "SkrankeScreen", swiftSettings: house),

        // L2: the journal.
        .target(name: "SkrankeJournal", dependencies: ["SkrankeDomain"], swiftSettings: house),

        // L3: what a municipality says in files.
        .target(
            name: "SkrankeReference",
            dependencies: ["SkrankeDomain", "SkrankeScreen", .product(name: "TOMLKit", package: "TOMLKit")],
            swiftSettings: house),

        // L4: the console as a pure function of its state.
        .target(
            name: "SkrankeConsole",
            dependencies: ["SkrankeDomain", "SkrankeScreen", "SkrankeJournal"],
            swiftSettings: house),

        // L5: adapters.
        .target(
            name: "SkrankeTerminal",
            dependencies: ["CNcurses", "CPosix", "SkrankeScreen"],
            swiftSettings: house),
        .target(
            name: "SkrankeSQLite",
            dependencies: [
                "SkrankeDomain", "SkrankeJournal",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        .target(
            name: "SkrankeWeb",
            dependencies: [
                "SkrankeDomain", "SkrankeJournal", "SkrankeReference",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house),
        .target(
            name: "SkrankeMail",
            dependencies: [
                "CGMime", "CXml", "CCurl", "SkrankeDomain", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: house),

        // L6: what runs.
        .target(
            name: "SkrankeRuntime",
            dependencies: [
                "CPosix", "SkrankeDomain", "SkrankeScreen", "SkrankeJournal", "SkrankeReference",
                .product(name: "Logging", package: "swift-log"),
            ],
            // A bare executable still starts: what lies in Data/ and Themes/ is compiled in.
            resources: [
                "desk", "holidays", "units", "services", "topics", "directory", "texts", "absence", "visits",
            ].map { .embedInCode("../../Data/\($0).toml") } + [.embedInCode("../../Themes/skranke.toml")],
            swiftSettings: house),
        .target(
            name: "SkrankeDesk",
            dependencies: ["SkrankeDomain", "SkrankeScreen", "SkrankeJournal", "SkrankeConsole"],
            swiftSettings: house),
        .target(
            name: "SkrankeGateway",
            dependencies: ["SkrankeDomain", "SkrankeJournal", "SkrankeReference", "SkrankeRuntime"],
            swiftSettings: house),

        // L7: a seeded day, and what tests share.
        .target(
            name: "SkrankeSimulation",
            dependencies: [
                "SkrankeDomain",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: house),
        .target(
            name: "SkrankeTestKit",
            dependencies: ["SkrankeDomain", "SkrankeScreen", "SkrankeJournal"],
            swiftSettings: house),

        // L8: where live things meet.
        .executableTarget(
            name: "skranke",
            dependencies: [
                "SkrankeDomain", "SkrankeScreen", "SkrankeJournal", "SkrankeReference", "SkrankeConsole",
                "SkrankeTerminal", "SkrankeSQLite", "SkrankeWeb", "SkrankeMail", "SkrankeRuntime",
                "SkrankeDesk", "SkrankeGateway", "CPosix",
                "SkrankeSimulation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house),
        .executableTarget(
            name: "skranke-bench",
            dependencies: [
                "CPosix", "SkrankeDomain", "SkrankeScreen", "SkrankeJournal", "SkrankeReference",
                "SkrankeConsole",
                "SkrankeTerminal", "SkrankeSQLite", "SkrankeRuntime", "SkrankeDesk", "SkrankeSimulation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house),

        // Mail servers for tests: Dovecot and aiosmtpd.
        .target(name: "MailServers", path: "Tests/MailServers", swiftSettings: house),

        // Tests, one target a room.
        .testTarget(
            name: "SkrankeDomainTests", dependencies: ["SkrankeDomain", "SkrankeRuntime"],
            swiftSettings: house),
        .testTarget(
            name: "SkrankeScreenTests", dependencies: ["SkrankeScreen", "SkrankeTestKit"],
            swiftSettings: house),
        .testTarget(
            name: "SkrankeJournalTests", dependencies: ["SkrankeJournal", "SkrankeTestKit"],
            swiftSettings: house),
        .testTarget(
            name: "SkrankeReferenceTests", dependencies: ["SkrankeReference", "SkrankeRuntime"],
            swiftSettings: house),
        .testTarget(
            name: "SkrankeConsoleTests", dependencies: ["SkrankeConsole", "SkrankeTestKit"],
            swiftSettings: house),
        .testTarget(
            name: "SkrankeTerminalTests", dependencies: ["SkrankeTerminal", "SkrankeTestKit", "CPosix"],
            swiftSettings: house),
        .testTarget(
            name: "SkrankeSQLiteTests", dependencies: ["SkrankeSQLite", "SkrankeTestKit"],
            swiftSettings: house),
        .testTarget(
            name: "SkrankeWebTests",
            dependencies: [
                "SkrankeWeb", "SkrankeDomain", "SkrankeJournal",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "SkrankeMailTests", dependencies: ["SkrankeMail", "SkrankeDomain", "MailServers"],
            swiftSettings: house),
        .testTarget(
            name: "SkrankeGatewayTests",
            dependencies: [
                "SkrankeDomain", "SkrankeJournal", "SkrankeReference", "SkrankeRuntime", "SkrankeGateway",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "SkrankeDeskTests", dependencies: ["SkrankeDesk", "SkrankeTestKit"], swiftSettings: house),
        .testTarget(
            name: "SkrankeSimulationTests",
            dependencies: [
                "SkrankeDomain", "SkrankeMail", "SkrankeReference", "SkrankeRuntime", "SkrankeSimulation",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: house),
        .testTarget(name: "HouseTests", dependencies: ["SkrankeConsole"], swiftSettings: house),
        // The built program, in real processes.
        .testTarget(
            name: "EndToEndTests", dependencies: ["skranke", "SkrankeDomain", "CPosix", "MailServers"],
            swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
