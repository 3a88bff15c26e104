import SkrankeConsole
import SkrankeDomain
import SkrankeScreen

/// Refusals in the console's own words, with the command line's way out.
enum RefusalSentence {
    /// - Parameter reference: the inquiry that the command was about, as it stands in the way out.
    static func text(_ refusal: Refusal, _ desk: OpenDesk, _ reference: String? = nil) -> String {
        let state = AppState(
            caller: desk.caller, agent: desk.identity.agent, policy: desk.data.policy,
            names: DeskNames(municipality: desk.data.municipality.name, isDemo: desk.isDemo),
            language: desk.language, now: desk.clock.now, size: Size(width: 80, height: 24))
        return Texts(desk.language).refusal(refusal, state, front: .commandLine(reference: reference))
    }
}
