import SkrankeDomain
import SkrankeTerminal

/// What the console says where it has no screen to say it on.
enum ConsoleWords {
    static func noTerminal(_ language: Language) -> String {
        switch language {
        case .nb: "Konsollen trenger en terminal. Til skript: «skranke inquiry --help»."
        case .nn: "Konsollen treng ein terminal. Til skript: «skranke inquiry --help»."
        case .en: "The console needs a terminal. For scripts: “skranke inquiry --help”."
        }
    }

    static func cannotStop(_ language: Language) -> String {
        switch language {
        case .nb: "Ctrl-Z virker ikke her: det er ikke noe skall å gå tilbake til."
        case .nn: "Ctrl-Z verkar ikkje her: det er ikkje noko skal å gå tilbake til."
        case .en: "Ctrl-Z does not work here: there is no shell to go back to."
        }
    }

    static func storeGone(_ path: String, isDemo: Bool, _ language: Language) -> String {
        switch (language, isDemo) {
        case (.nb, true): "Demonstrasjonen er avsluttet, og lageret er borte (\(path)). Konsollen lukkes."
        case (.nn, true): "Demonstrasjonen er avslutta, og lageret er borte (\(path)). Konsollen blir lukka."
        case (.en, true): "The demonstration has ended and its store is gone (\(path)). The console closes."
        case (.nb, false): "Lageret er borte: \(path). Konsollen lukkes. Se «skranke doctor»."
        case (.nn, false): "Lageret er borte: \(path). Konsollen blir lukka. Sjå «skranke doctor»."
        case (.en, false): "The store is gone: \(path). The console closes. See “skranke doctor”."
        }
    }

    static func text(_ failure: TerminalFailure, _ language: Language) -> String {
        if case .cannotMoveCursor(let name) = failure {
            return language.choose(
                nb: "Terminaltypen «\(name)» kan ikke flytte markøren. Sett TERM til terminalens egen type, "
                    + "som xterm-256color.",
                nn:
                    "Terminaltypen «\(name)» kan ikkje flytte markøren. Set TERM til terminalen sin eigen type, "
                    + "som xterm-256color.",
                en:
                    "The terminal type “\(name)” cannot move the cursor. Set TERM to the terminal's own type, "
                    + "e.g. xterm-256color.")
        }
        return switch language {
        case .nb: "Terminalen kan ikke brukes (\(failure)). Se «skranke doctor»."
        case .nn: "Terminalen kan ikkje brukast (\(failure)). Sjå «skranke doctor»."
        case .en: "The terminal cannot be used (\(failure)). See “skranke doctor”."
        }
    }
}
