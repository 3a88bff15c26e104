import Mustache

/// The templates, parsed once. A template that does not parse stops the start, not a citizen.
struct Pages: Sendable {
    enum Name: String, CaseIterable { case ask, status, problem }

    private let library: MustacheLibrary

    init() throws(WebFault) {
        HTML.register()
        let sources = [
            "top": FrameTemplate.top, "bottom": FrameTemplate.bottom, "talk": PageTemplates.talk,
            Name.ask.rawValue: PageTemplates.ask, Name.status.rawValue: PageTemplates.status,
            Name.problem.rawValue: PageTemplates.problem,
        ]
        var library = MustacheLibrary()
        for (name, source) in sources {
            do {
                try library.register(source, named: name)
            } catch {
                throw .template("\(name): \(error)")
            }
        }
        self.library = library
    }

    func render(_ name: Name, _ model: Any) -> String {
        library.render(model, withTemplate: name.rawValue) ?? ""
    }
}
