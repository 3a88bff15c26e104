import Mustache

/// The templates, parsed once. A template that does not parse stops the start, not a citizen.
struct Pages: Sendable {
    enum Name: String, CaseIterable { case ask, status, problem, kiosk, display, hosts, book, booking }

    private let library: MustacheLibrary

    init() throws(WebFault) {
        HTML.register()
        let sources = [
            "top": FrameTemplate.top, "bottom": FrameTemplate.bottom, "talk": PageTemplates.talk,
            Name.ask.rawValue: PageTemplates.ask, Name.status.rawValue: PageTemplates.status,
            Name.problem.rawValue: PageTemplates.problem,
            // The hall and the booking
            Name.kiosk.rawValue: KioskTemplates.kiosk, Name.display.rawValue: KioskTemplates.display,
            Name.hosts.rawValue: BookTemplates.hosts, Name.book.rawValue: BookTemplates.book,
            Name.booking.rawValue: BookTemplates.booking, "slots": BookTemplates.slots,
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
