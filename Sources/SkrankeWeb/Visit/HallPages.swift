import HTTPTypes
import Hummingbird
import NIOCore
import SkrankeDomain

/// The kiosk and the display. One load a day is enough: their scripts keep them up to date, and never leave
/// the page while the gateway is away.
struct HallPages: Sendable {
    let house: WebHouse

    private struct Model {
        var lang: String
        var municipality: String
        var stamp: String
        var open: String
        var labels: String
        var words: VisitWords.Kiosk
        var languages: [FrameModel.Link]
        var welcome: String
        var closed: String?
    }
    private struct DisplayModel {
        var lang: String
        var municipality: String
        var stamp: String
        var labels: String
        var words: VisitWords.Display
        var sound: String
    }
    private struct Labels: Encodable {
        struct Choice: Encodable {
            var code: String
            var name: String
        }
        var words: VisitWords.Kiosk
        var welcome: String
        var closed: String
        var topics: [Choice]
        var needs: [Choice]
    }

    func kiosk(_ exchange: Exchange) -> Response {
        let policy = house.policy()
        let language = exchange.chosenLanguage ?? policy.language
        let opening = OpeningInfo(policy.calendar, at: house.desk.now, language)
        let all = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, labels($0, policy)) })
        let model = Model(
            lang: language.rawValue, municipality: house.configuration.profile.name(language),
            stamp: Asset.stamp, open: opening.isOpen ? "1" : "0", labels: Self.json(all),
            words: VisitWords.of(language).kiosk,
            languages: Language.allCases.map {
                FrameModel.Link(
                    code: $0.rawValue, name: PageWords.name(of: $0), href: "",
                    current: $0 == language)
            },
            welcome: labels(language, policy).welcome,
            closed: opening.isOpen ? nil : labels(language, policy).closed)
        return Answer.page(house.pages.render(.kiosk, model), language)
    }

    private func labels(_ language: Language, _ policy: DeskPolicy) -> Labels {
        let words = VisitWords.of(language).kiosk
        let opening = OpeningInfo(policy.calendar, at: house.desk.now, language)
        let places = ["municipality": house.configuration.profile.name(language)]
        let then = opening.then.isEmpty ? "" : ": \(opening.then)"
        return Labels(
            words: words, welcome: policy.texts.text(.kioskWelcome, language, places),
            closed: opening.isOpen ? words.closed : words.closed + then,
            topics: policy.visits.kioskTopics.map { code in
                let name = policy.services[code]?.name
                return Labels.Choice(
                    code: code.rawValue, name: name?[language] ?? name?[.nb] ?? code.rawValue)
            },
            needs: AccessNeed.allCases.map {
                Labels.Choice(code: $0.rawValue, name: policy.texts.text($0.text, language))
            })
    }

    func display(_ exchange: Exchange) -> Response {
        let language = exchange.chosenLanguage ?? house.policy().language
        let words = VisitWords.of(language).display
        let model = DisplayModel(
            lang: language.rawValue, municipality: house.configuration.profile.name(language),
            stamp: Asset.stamp, labels: Self.json(words), words: words,
            sound: exchange.query["sound"] == "1" ? "1" : "0")
        return Answer.page(house.pages.render(.display, model), language)
    }

    private static func json(_ value: some Encodable) -> String {
        (try? JSON.encode(value)).map { String(buffer: $0) } ?? "{}"
    }
}
