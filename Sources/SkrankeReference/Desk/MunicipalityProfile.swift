import SkrankeDomain

/// Who the municipality is, in headings, receipts and reports (R1): no name stands in the code.
public struct MunicipalityProfile: Sendable, Equatable {
    /// E.g. `Kongsvinger kommune`.
    public var name: String
    /// E.g. `https://www.kongsvinger.example`.
    public var web: String
    public var phone: String
    public var email: String
    /// Where the counter is.
    public var address: String
    public var slogan: [Language: String]
    /// The data are invented: every screen and export says DEMO.
    public var isFictional: Bool
    /// The name of the time zone in the tz database.
    public var timeZone: String
    /// The own language form, where the user's is unknown.
    public var language: Language

    public init(
        name: String, web: String, phone: String, email: String, address: String, slogan: [Language: String],
        isFictional: Bool, timeZone: String, language: Language
    ) {
        self.name = name
        self.web = web
        self.phone = phone
        self.email = email
        self.address = address
        self.slogan = slogan
        self.isFictional = isFictional
        self.timeZone = timeZone
        self.language = language
    }
}
