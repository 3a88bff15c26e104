/// What an agent's words are, as far as a citizen's answer needs to know.
enum AgentWords: Equatable, Sendable {
    /// Nothing but hello.
    case greeting
    /// "One moment, I will look it up."
    case wait
    /// "Was there anything else?"
    case anythingElse
    /// "Have a nice day."
    case farewell
    case asksName
    case asksPhone
    case asksEmail
    case asksWhen
    /// "Did I understand you right that ...?"
    case asksConfirmation
    /// Any other question.
    case asksDetail
    /// Words without a question: the answer.
    case answer

    /// By key words in bokmål, nynorsk and English; a guess, as a human being's would be.
    static func kind(of text: String) -> AgentWords {
        let text = text.lowercased()
        if has(text, farewells) { return .farewell }
        if has(text, moreWords), text.contains("?") { return .anythingElse }
        if text.contains("?") { return question(text) }
        if has(text, waitWords), text.count < 160 { return .wait }
        let words = text.split { !$0.isLetter }
        if let first = words.first, greetings.contains(String(first)), words.count <= 8 { return .greeting }
        return .answer
    }

    private static func question(_ text: String) -> AgentWords {
        if has(text, ["heter du", "navnet ditt", "hva er navnet", "heiter du", "namnet ditt", "your name"]) {
            return .asksName
        }
        if has(text, ["telefon", "mobil", "nummeret ditt", "phone", "ringe deg", "ringje deg", "call you"]) {
            return .asksPhone
        }
        if has(text, ["e-post", "epost", "mailadress", "e-mail", "email"]) { return .asksEmail }
        if has(text, ["når passer", "når passar", "når kan du", "when can you", "when would", "hvilken dag"])
        {
            return .asksWhen
        }
        if has(
            text,
            ["riktig forstått", "stemmer det", "mener du", "meiner du", "rett forstått", "is that right"])
        {
            return .asksConfirmation
        }
        return .asksDetail
    }

    /// Whether a question asks where something is, beside whatever else it asks.
    static func asksPlace(_ text: String) -> Bool {
        let text = text.lowercased()
        return text.contains("?")
            && has(text, ["hvor er", "hvor bor", "adresse", "kor er", "kor bur", "where"])
            && !has(text, ["e-postadr", "epostadr", "mailadr"])
    }

    private static func has(_ text: String, _ words: [String]) -> Bool {
        words.contains { text.contains($0) }
    }

    private static let greetings: Set<String> = [
        "hei", "hallo", "god", "heisann", "hello", "hi", "good", "velkommen",
    ]
    private static let farewells = [
        "fin dag", "god dag videre", "god dag vidare", "ha det bra", "ha det fint", "nice day", "goodbye",
        "lykke til",
    ]
    private static let moreWords = [
        "noe mer", "noe annet", "noe anna", "noko meir", "noko anna", "anything else", "hjelpe deg med mer",
        "mer jeg kan",
    ]
    private static let waitWords = [
        "øyeblikk", "augeblikk", "vent litt", "et lite sekund", "skal sjekke", "skal sjekka", "sjekker det",
        "ser på det", "undersøk", "slår opp", "one moment", "let me check", "just a second", "hold on",
    ]
}
