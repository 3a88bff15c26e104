import SkrankeDomain

extension IdentityRefusal {
    /// What is wrong and what to do.
    public func sentence(_ language: Language) -> String {
        switch language {
        case .nb: bokmal
        case .nn: nynorsk
        case .en: english
        }
    }

    private var bokmal: String {
        switch self {
        case .foreignStore(let owner):
            "Lageret tilhører kontoen «\(shown(owner))». "
                + "Logg inn med SSH og kommandoen som er satt opp for deg."
        case .unknownForcedAgent(let name):
            "SKRANKE_AGENT er «\(shown(name))», men ingen med tilgang heter det i directory.toml."
        case .unknownAccount(let name):
            "Kontoen «\(shown(name))» er ikke knyttet til noen i directory.toml ([[account]])."
        case .mayNotBe(let name, let choices):
            "Du kan ikke være «\(shown(name))». Velg \(list(choices, or: "eller", none: "ingen"))."
        case .withoutAccess(let agent):
            "«\(shown(agent.rawValue))» har ingen roller i directory.toml, og har ikke tilgang."
        }
    }

    private var nynorsk: String {
        switch self {
        case .foreignStore(let owner):
            "Lageret høyrer til kontoen «\(shown(owner))». "
                + "Logg inn med SSH og kommandoen som er sett opp for deg."
        case .unknownForcedAgent(let name):
            "SKRANKE_AGENT er «\(shown(name))», men ingen med tilgang heiter det i directory.toml."
        case .unknownAccount(let name):
            "Kontoen «\(shown(name))» er ikkje knytt til nokon i directory.toml ([[account]])."
        case .mayNotBe(let name, let choices):
            "Du kan ikkje vere «\(shown(name))». Vel \(list(choices, or: "eller", none: "ingen"))."
        case .withoutAccess(let agent):
            "«\(shown(agent.rawValue))» har ingen roller i directory.toml, og har ikkje tilgang."
        }
    }

    private var english: String {
        switch self {
        case .foreignStore(let owner):
            "The store belongs to the account “\(shown(owner))”. "
                + "Log in by SSH with the command set up for you."
        case .unknownForcedAgent(let name):
            "SKRANKE_AGENT is “\(shown(name))”, but nobody with access has that name in directory.toml."
        case .unknownAccount(let name):
            "The account “\(shown(name))” is not mapped to anybody in directory.toml ([[account]])."
        case .mayNotBe(let name, let choices):
            "You can't be “\(shown(name))”. Choose \(list(choices, or: "or", none: "nobody"))."
        case .withoutAccess(let agent):
            "“\(shown(agent.rawValue))” has no roles in directory.toml, and no access."
        }
    }

    private func shown(_ text: String) -> String { DataFileError.shown(text) }

    /// At most ten names: a directory may be long.
    private func list(_ choices: [AgentID], or: String, none: String) -> String {
        let names = choices.prefix(10).map { shown($0.rawValue) } + (choices.count > 10 ? ["…"] : [])
        return names.isEmpty ? none : Wording.list(names, or: or)
    }
}
