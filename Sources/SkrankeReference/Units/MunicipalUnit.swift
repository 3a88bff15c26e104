import SkrankeDomain

/// A unit of the municipality, or another body to which the desk refers (reference data §6.1, §6.7).
public struct MunicipalUnit: Sendable, Equatable {
    public var code: UnitCode
    public var name: [Language: String]
    /// In the directory; nil for another body.
    public var leader: AgentID?
    public var deputy: AgentID?
    /// Working days in which it answers the desk; nil = as `desk.toml` says.
    public var responseWorkingDays: Int?
    /// A unit that is not the municipality's own (NAV), or another body.
    public var isExternal: Bool
    public var phone: String?
    public var email: String?
    public var web: String?

    public init(
        code: UnitCode, name: [Language: String], leader: AgentID? = nil, deputy: AgentID? = nil,
        responseWorkingDays: Int? = nil, isExternal: Bool = false, phone: String? = nil, email: String? = nil,
        web: String? = nil
    ) {
        self.code = code
        self.name = name
        self.leader = leader
        self.deputy = deputy
        self.responseWorkingDays = responseWorkingDays
        self.isExternal = isExternal
        self.phone = phone
        self.email = email
        self.web = web
    }
}

/// A service declaration's frame (R12, reference data §6.2).
public struct ServiceDeclaration: Sendable, Equatable {
    /// The service's own code.
    public var code: String
    public var name: [Language: String]
    /// Topics that lead to it: Los words and local ones.
    public var topics: [TopicCode]
    public var unit: UnitCode
    /// The highest step of the service stair that the desk itself may do (model §5.3).
    public var deskStep: Int
    public var target: ServicePolicy.Target
    /// When the declaration is to be looked at again.
    public var reviewBy: CivilDate

    public init(
        code: String, name: [Language: String], topics: [TopicCode], unit: UnitCode, deskStep: Int,
        target: ServicePolicy.Target, reviewBy: CivilDate
    ) {
        self.code = code
        self.name = name
        self.topics = topics
        self.unit = unit
        self.deskStep = deskStep
        self.target = target
        self.reviewBy = reviewBy
    }
}
