import SkrankeDomain

extension Policies {
    /// Everybody who may be found, with the keys of the Norwegian alphabet.
    static func directory(_ directory: Directory, _ codes: [AbsenceCode]) -> StaffDirectory {
        StaffDirectory(
            people: directory.people.filter(\.isVisible).map(entry),
            codes: codes.map {
                AbsenceCodeEntry(code: $0.code, name: $0.name, told: $0.told, phoneOpen: $0.phoneOpen)
            })
    }

    private static func entry(_ person: Person) -> StaffEntry {
        StaffEntry(
            id: person.id, name: person.name,
            sortKey: NorwegianOrder.key(person.familyName) + " " + NorwegianOrder.key(person.givenName),
            title: person.title, unit: person.unit, topics: person.topics, phone: person.phone,
            mobile: person.mobile, mobileMayBeTold: person.mobileMayBeTold,
            mobileTakesCalls: person.mobileTakesCalls, email: person.email, deputies: person.deputies,
            workDays: person.workDays, lunch: person.lunch, electedRole: person.electedRole)
    }
}
