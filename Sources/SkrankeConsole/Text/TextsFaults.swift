import SkrankeDomain
import SkrankeJournal

/// What is wrong with the store, and what to do about it.
extension Texts {
    /// Why the store could not, and what to do.
    public func fault(_ fault: StoreFault) -> String {
        switch fault {
        case .full, .locked, .unreadable, .newer, .upgradeBlocked: faultOfAccess(fault)
        case .notOwned, .corrupt, .closed, .failed: faultOfContent(fault)
        }
    }

    private func faultOfAccess(_ fault: StoreFault) -> String {
        switch fault {
        case .full:
            t(
                "Disken er full. Ingenting ble lagret. Gi plass, og prøv igjen.",
                "Disken er full. Ingenting vart lagra. Gi plass, og prøv igjen.",
                "The disk is full. Nothing was saved. Make room and try again.")
        case .locked(let holder?):
            t(
                "Lageret er låst av prosess \(holder). Prøv igjen.",
                "Lageret er låst av prosess \(holder). Prøv igjen.",
                "The store is locked by process \(holder). Try again.")
        case .locked(nil):
            t(
                "Lageret er låst av et annet program. Prøv igjen.",
                "Lageret er låst av eit anna program. Prøv igjen.",
                "The store is locked by another program. Try again.")
        case .unreadable(let why):
            t(
                "Lageret kan ikke leses: \(why). Kjør «skranke doctor».",
                "Lageret kan ikkje lesast: \(why). Køyr «skranke doctor».",
                "The store cannot be read: \(why). Run “skranke doctor”.")
        case .newer(let found, let known):
            t(
                "Lageret er fra en nyere Skranke (\(found), kjenner \(known)). Oppgrader programmet.",
                "Lageret er frå ein nyare Skranke (\(found), kjenner \(known)). Oppgrader programmet.",
                "The store is from a newer Skranke (\(found), knows \(known)). Upgrade the program.")
        case .upgradeBlocked(let found, let known):
            t(
                "Lageret må oppgraderes (\(found) til \(known)). Avslutt de andre konsollene først.",
                "Lageret må oppgraderast (\(found) til \(known)). Avslutt dei andre konsollane først.",
                "The store must be upgraded (\(found) to \(known)). Close the other consoles first.")
        default: ""
        }
    }

    private func faultOfContent(_ fault: StoreFault) -> String {
        switch fault {
        case .notOwned(let owner):
            t(
                "Lageret tilhører kontoen \(owner). Logg inn gjennom den.",
                "Lageret høyrer til kontoen \(owner). Logg inn gjennom han.",
                "The store belongs to the account \(owner). Enter through it.")
        case .corrupt(let why):
            t(
                "Lageret er skadet: \(why). Kjør «skranke journal verify».",
                "Lageret er skada: \(why). Køyr «skranke journal verify».",
                "The store is damaged: \(why). Run “skranke journal verify”.")
        case .closed:
            t(
                "Lageret er lukket. Start konsollen igjen.", "Lageret er lukka. Start konsollen igjen.",
                "The store is closed. Start the console again.")
        case .failed(let why):
            t(
                "Ble ikke lagret: \(why). Prøv igjen.", "Vart ikkje lagra: \(why). Prøv igjen.",
                "Not saved: \(why). Try again.")
        default: ""
        }
    }
}
