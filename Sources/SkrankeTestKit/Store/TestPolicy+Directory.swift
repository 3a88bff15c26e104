import SkrankeDomain

extension TestPolicy {
    /// With two words for being away: one closes the telephone, one leaves it open.
    static func withDirectory(_ policy: DeskPolicy) -> DeskPolicy {
        var policy = policy
        policy.directory = StaffDirectory(
            people: policy.staff.map { id, staff in
                StaffEntry(id: id, name: staff.name, unit: staff.unit ?? UnitCode("plan"))
            },
            codes: [
                AbsenceCodeEntry(code: "MØT", name: [.nb: "Møte"], told: [.nb: "i møte"], phoneOpen: false),
                AbsenceCodeEntry(code: "UTE", name: [.nb: "Ute"], told: [.nb: "ute"], phoneOpen: true),
            ])
        return policy
    }
}
