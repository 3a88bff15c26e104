import SkrankeConsole
import SkrankeDomain
import SkrankeScreen

/// Refusals in the console's own words, for scripts.
enum RefusalSentence {
    static func text(_ refusal: Refusal, _ desk: OpenDesk) -> String {
        let state = AppState(
            caller: desk.caller, agent: desk.identity.agent, policy: desk.data.policy,
            names: DeskNames(municipality: desk.data.municipality.name, isDemo: desk.isDemo),
            language: desk.language, now: desk.clock.now, size: Size(width: 80, height: 24))
        return Texts(desk.language).refusal(refusal, state)
    }

    static func noReference(_ text: String, _ language: Language) -> String {
        let shown = Plain.field(String(text.prefix(40)))
        return language.choose(
            nb: "«\(shown)» er ingen referanse. En referanse ser slik ut: H26-004217-X.",
            nn: "«\(shown)» er ingen referanse. Ein referanse ser slik ut: H26-004217-X.",
            en: "«\(shown)» is no reference. A reference looks like this: H26-004217-X.")
    }
}
