import SkrankeDomain

/// What `units.toml` says: the municipality's units, then other bodies.
enum UnitsFile {
    static func read(_ log: FileLog) -> [MunicipalUnit] {
        TableReader.read(log) { root in
            root.sections("unit", count: 1...500, unit) + root.sections("body", count: 0...500, body)
        }
    }

    private static func unit(_ table: TableReader) -> MunicipalUnit {
        let code = table.define(.unit, "code")
        let leader = table.reference(.person, "leader")
        let deputy = table.optionalReference(.person, "deputy")
        if deputy == leader { table.report("deputy", .another(.person), found: deputy) }
        return MunicipalUnit(
            code: UnitCode(code), name: table.names("name"), leader: AgentID(leader),
            deputy: deputy.map(AgentID.init(_:)),
            responseWorkingDays: table.optional("response_working_days", .integer(1...60)),
            isExternal: table.optional("external", .flag) ?? false,
            phone: table.optional("phone", .phone), email: table.optional("email", .email),
            web: table.optional("web", .webAddress))
    }

    private static func body(_ table: TableReader) -> MunicipalUnit {
        MunicipalUnit(
            code: UnitCode(table.define(.unit, "code")), name: table.names("name"), isExternal: true,
            phone: table.optional("phone", .phone), email: table.optional("email", .email),
            web: table.optional("web", .webAddress))
    }
}

/// What `services.toml` says.
enum ServicesFile {
    static func read(_ log: FileLog) -> [ServiceDeclaration] {
        TableReader.read(log) { root in root.sections("service", count: 0...500, service) }
    }

    private static func service(_ table: TableReader) -> ServiceDeclaration {
        ServiceDeclaration(
            code: table.define(.service, "code"), name: table.names("name"),
            topics: table.references(.topic, "topics").map(TopicCode.init(_:)),
            unit: UnitCode(table.reference(.unit, "unit")),
            deskStep: table.value("desk_step", .integer(1...5)),
            target: target(table), reviewBy: table.value("review_by", .date))
    }

    private static func target(_ table: TableReader) -> ServicePolicy.Target {
        let calendar = table.optional("calendar_days", .integer(1...400))
        let working = table.optional("working_days", .integer(1...250))
        switch (calendar, working) {
        case (let days?, nil): return .calendarDays(days)
        case (nil, let days?): return .workingDays(days)
        default:
            table.report(.exactlyOne(["calendar_days", "working_days"]))
            return .workingDays(1)
        }
    }
}
