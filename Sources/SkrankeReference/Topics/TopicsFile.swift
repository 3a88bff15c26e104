import SkrankeDomain

/// What `topics.toml` says.
enum TopicsFile {
    static func read(_ log: FileLog) -> TopicList {
        TableReader.read(log) { root in
            TopicList(
                themes: root.sections("theme", count: 1...100) { table in
                    TopicTheme(code: table.define(.theme, "code"), name: table.names("name"))
                },
                topics: root.sections("topic", count: 1...5_000, topic))
        }
    }

    private static func topic(_ table: TableReader) -> Topic {
        Topic(
            code: TopicCode(table.define(.topic, "code")), name: table.names("name"),
            theme: table.reference(.theme, "theme"), isLocal: table.optional("local", .flag) ?? false,
            words: table.optionalList("words", .line(max: 60), count: 0...50),
            unit: table.optionalReference(.unit, "unit").map(UnitCode.init(_:)))
    }
}
