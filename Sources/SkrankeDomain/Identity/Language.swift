/// A form of language that Skranke speaks: bokmål, nynorsk, English.
public enum Language: String, CaseIterable, Sendable, Codable {
    case nb, nn, en
}
