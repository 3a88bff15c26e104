/// What the municipality has decided about its telephone (`[phone]` of `desk.toml`).
public struct PhonePolicy: Sendable, Equatable {
    /// How long whoever answered may write up before the next contact (model §5.4: 60 s at most); 0 = none.
    public var wrapUpSeconds: Int64 = 60
    /// Minutes between two attempts of a callback: close together they reach nobody.
    public var callbackSpacingMinutes: Int64 = 30
    public init() {}
}
