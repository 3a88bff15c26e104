import SkrankeDomain

extension Problem {
    /// A few words.
    func title(_ language: Language) -> String { words(language).title }

    /// What is wrong and what to do, for a citizen.
    func detail(_ language: Language) -> String { words(language).detail }

    func words(_ language: Language) -> (title: String, detail: String) {
        switch language {
        case .nb: bokmål
        case .nn: nynorsk
        case .en: english
        }
    }

    var seconds: Int { retryAfter ?? 10 }
}
