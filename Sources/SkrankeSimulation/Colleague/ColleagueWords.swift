import SkrankeDomain

/// What the colleagues of the demonstration write. Invented.
enum ColleagueWords {
    static func mail(_ random: inout SeededRandom) -> String { random.pick(answers) ?? answers[0] }
    static func spoken(_ random: inout SeededRandom) -> String { random.pick(summaries) ?? summaries[0] }
    static func topic(_ random: inout SeededRandom) -> TopicCode {
        (random.pick(Scripts.bokmal) ?? Scripts.bokmal[0]).topic
    }

    private static let answers = [
        "Hei!\n\nTakk for at du skrev til oss. Vi har sett på saken, og svaret er ja: du trenger ikke gjøre noe "
            + "mer nå.",
        "Hei!\n\nFristen er den samme som i fjor. Skjemaet finner du på nettsidene våre under emnet.",
        "Hei!\n\nVi har meldt fra til uteseksjonen, og de er på plass i løpet av uka.",
        "Hei!\n\nDet koster det samme for alle, og regningen kommer med de kommunale avgiftene.",
    ]
    private static let summaries = [
        "Fortalte om frist og skjema.", "Sjekket i fagsystemet og ga beskjed om status.",
        "Forklarte satsene og hvor de står.", "Meldte videre til uteseksjonen og fortalte når de kommer.",
    ]
}
