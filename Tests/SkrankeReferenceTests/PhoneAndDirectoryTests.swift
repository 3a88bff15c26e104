import SkrankeDomain
import SkrankeReference
import Testing

/// What the files say about the telephone and about people, as the core gets it.
@Suite struct PhoneAndDirectoryTests {
    @Test func ours() throws {
        let data = try Repository.decode()
        #expect(data.policy.phone == PhonePolicy(), "what no file says is what the repository's says")
        #expect(data.settings.phoneSystem == .generic)
        #expect(data.policy.directory.codes.count == 14)
        let truls = try #require(data.policy.directory[AgentID("truls")])
        #expect(truls.name == "Truls Tjenestad")
        #expect(truls.phone == "59 00 00 32")
        #expect(truls.topics.contains(TopicCode("byggesak")))
    }

    /// A file from before the section is a file.
    @Test func withoutTheSection() throws {
        let text = try Repository.text("Data/desk.toml")
        let begin = try #require(text.range(of: "[phone]"))
        let end = try #require(text.range(of: "[store]"))
        let older = text.replacingCharacters(in: begin.lowerBound..<end.lowerBound, with: "")
        #expect(try Repository.decode([.desk: older]).policy.phone == PhonePolicy())
    }

    @Test(arguments: [
        ("system = \"generic\"", "system = \"asterisk\""),
        ("callback_spacing_minutes = 30", "callback_spacing_minutes = 0"),
        ("callback_spacing_minutes = 30", "callback_spacing = 30"),
    ])
    func wrong(old: String, new: String) throws {
        let errors = try Repository.errors(.desk, old, new)
        #expect(errors.count == 1)
        #expect(errors.first?.path.hasPrefix("phone.") == true)
    }

    @Test func otherValues() throws {
        let text = try Repository.text("Data/desk.toml")
            .replacing("system = \"generic\"", with: "system = \"placetel\"")
            .replacing("wrap_up_seconds = 60", with: "wrap_up_seconds = 0")
        let data = try Repository.decode([.desk: text])
        #expect(data.settings.phoneSystem == .placetel)
        #expect(data.policy.phone.wrapUpSeconds == 0)
    }

    /// Norsk Standard 4103: `aa` is å and comes last; æ before ø before å; marks are left out.
    @Test func theNorwegianOrder() {
        let names = [
            "Ås", "Aas", "Øst", "Ærlig", "Zoe", "Berg", "Aamodt", "Åmot", "Adam", "Éva", "Eva", "Öberg",
        ]
        let sorted = names.sorted { NorwegianOrder.key($0) < NorwegianOrder.key($1) }
        #expect(NorwegianOrder.key("Aas") == NorwegianOrder.key("Ås"))
        #expect(NorwegianOrder.key("Éva") == NorwegianOrder.key("eva"))
        let groups = sorted.map { String(NorwegianOrder.key($0).prefix(2)) }
        #expect(groups == groups.sorted())
        #expect(sorted.first == "Adam")
        #expect(Set(sorted.suffix(4)) == ["Aamodt", "Åmot", "Aas", "Ås"])
        let last = sorted.dropLast(4).suffix(3)
        #expect(Array(last).map { $0.first } == ["Æ", "Ö", "Ø"])
    }

    /// The directory stands in that order.
    @Test func people() throws {
        let ordered = try Repository.decode().policy.directory.ordered
        let family = ordered.map { $0.sortKey }
        #expect(family == family.sorted())
        let last = try #require(ordered.last?.name.split(separator: " ").last)
        #expect(last.hasPrefix("Å") || last.hasPrefix("Aa"), "\(last)")
    }
}
