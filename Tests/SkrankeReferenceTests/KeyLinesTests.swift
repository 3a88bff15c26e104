import Testing

@testable import SkrankeReference

/// The lines of keys, in everything that TOML allows.
@Suite struct KeyLinesTests {
    static let text = """
        # comment with [brackets] and a = 1
        title = "x # no comment"
        dotted.deep.key = 1
        "quoted key" = '''
        [not.a.header]
        still = text'''
        list = [
            "one",  # ]
            [ 2, 3 ],

            { a = 1, b = { c = "}" } },
        ]

        [table]
        a = 1
        b = \"""
        [no] \\\"""
        c = 9
        \"""\"
        d = 2026-12-24 08:00:00
        e = [1,2]
        [table.inner]
        x = 1

        [[unit]]
        code = "a"
        [unit.name]
        nb = "A"
        [[unit.part]]
        p = 1
        [[unit.part]]
        p = 2
        [[ unit ]]
        code = "b"
        name = { nb = "B", nn = "BB" }
        [[unit.part]]
        p = 3
        [last]
        z=1
        """

    @Test(arguments: [
        ("title", 2), ("dotted", 3), ("dotted.deep", 3), ("dotted.deep.key", 3), ("quoted key", 4),
        ("list", 7),
        ("list[0]", 8), ("list[1]", 9), ("list[1][1]", 9), ("list[2]", 11), ("list[2].b.c", 11),
        ("table", 14),
        ("table.a", 15), ("table.b", 16), ("table.d", 20), ("table.e[1]", 21), ("table.inner", 22),
        ("table.inner.x", 23), ("unit", 25), ("unit[0]", 25), ("unit[0].code", 26), ("unit[0].name", 27),
        ("unit[0].name.nb", 28), ("unit[0].part", 29), ("unit[0].part[0].p", 30), ("unit[0].part[1]", 31),
        ("unit[0].part[1].p", 32), ("unit[1]", 33), ("unit[1].code", 34), ("unit[1].name.nn", 35),
        ("unit[1].part[0]", 36), ("unit[1].part[0].p", 37), ("last", 38), ("last.z", 39),
    ])
    func line(path: String, line: Int) {
        #expect(KeyLines(Self.text).line(of: path) == line)
    }

    /// What is missing is told at the table around it.
    @Test(arguments: [
        ("unit[1].leader", 33), ("unit[0].name.en", 27), ("table.nothing", 14), ("list[7]", 7),
        ("unit[0].part[1].q.r", 31),
    ])
    func missing(path: String, line: Int) {
        #expect(KeyLines(Self.text).line(of: path) == line)
    }

    @Test func nothingIsNowhere() { #expect(KeyLines(Self.text).line(of: "nothing.at.all") == nil) }

    /// The scanner's text is TOML, as the parser sees it.
    @Test func theSampleIsTOML() throws {
        let document = try DataNode.parse(Self.text)
        #expect(document["quoted key"] != nil && document["unit"] != nil && document["last"] != nil)
    }

    /// Whatever is cut off, the scanner ends.
    @Test func everyBeginningIsScanned() {
        for end in Self.text.indices {
            #expect(KeyLines(String(Self.text[..<end])).line(of: "nothing") == nil)
        }
    }
}
