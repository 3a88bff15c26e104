import SkrankeDomain

/// Turns what the files say into what the core asks for.
enum Policies {
    /// By topic: the service that it leads to, else its unit with information only (step 1, L274). The
    /// name is the topic's own, which is what a receipt says that we understood (model §5.9).
    static func services(_ services: [ServiceDeclaration], _ topics: TopicList) -> [TopicCode: ServicePolicy]
    {
        var result: [TopicCode: ServicePolicy] = [:]
        for topic in topics.topics {
            guard let unit = topic.unit else { continue }
            result[topic.code] = ServicePolicy(unit: unit, deskStep: 1, target: nil, name: topic.name)
        }
        for service in services {
            for topic in service.topics {
                result[topic] = ServicePolicy(
                    unit: service.unit, deskStep: service.deskStep, target: service.target,
                    name: topics[topic]?.name ?? service.name
                )
            }
        }
        return result
    }

    static func units(_ units: [MunicipalUnit], _ directory: Directory) -> [UnitCode: UnitPolicy] {
        var result: [UnitCode: UnitPolicy] = [:]
        for unit in units {
            result[unit.code] = UnitPolicy(
                name: unit.name, leader: unit.leader.flatMap { directory[$0]?.name } ?? "",
                responseWorkingDays: unit.responseWorkingDays, isExternal: unit.isExternal, phone: unit.phone,
                email: unit.email)
        }
        return result
    }

    /// Those who have a role: the others are only found.
    static func staff(_ directory: Directory) -> [AgentID: StaffPolicy] {
        var result: [AgentID: StaffPolicy] = [:]
        for person in directory.people where !person.roles.isEmpty {
            result[person.id] = StaffPolicy(
                name: person.name, roles: person.roles, unit: person.unit, phoneUser: person.phoneUser,
                topics: Set(person.topics))
        }
        return result
    }

    /// A topic leads to one service at most, and to a unit where no service says which.
    static func check(
        _ services: [ServiceDeclaration], _ topics: TopicList, _ servicesLog: FileLog, _ topicsLog: FileLog,
        hasServices: Bool
    ) {
        var seen: Set<TopicCode> = []
        for (index, service) in services.enumerated() {
            for (entry, topic) in service.topics.enumerated() where !seen.insert(topic).inserted {
                servicesLog.report(
                    "service[\(index)].topics[\(entry)]", .unique(.topic), found: topic.rawValue)
            }
        }
        guard hasServices && servicesLog.errors.isEmpty else { return }
        for (index, topic) in topics.topics.enumerated() where topic.unit == nil && !seen.contains(topic.code)
        {
            topicsLog.report("topic[\(index)].unit", .presence)
        }
    }
}
