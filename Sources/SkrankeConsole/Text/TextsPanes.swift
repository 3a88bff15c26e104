import SkrankeDomain

/// The desk's screen: titles, columns, empty states, strips.
extension Texts {
    // MARK: Queues

    func paneTitle(_ pane: QueuePane) -> String {
        switch pane {
        case .chat: t("Chat", "Chat", "Chat")
        case .callback: t("Tilbakeringing", "Oppringing", "Callbacks")
        case .visit: t("Oppmøte", "Oppmøte", "Visits")
        case .email: t("E-post", "E-post", "E-mail")
        }
    }

    func paneShort(_ pane: QueuePane) -> String {
        switch pane {
        case .chat: "Chat"
        case .callback: t("Tlf", "Tlf", "Tel")
        case .visit: t("Oppmøte", "Oppmøte", "Visits")
        case .email: t("E-post", "E-post", "E-mail")
        }
    }

    /// As short as it can be, for the line of tabs.
    func paneTab(_ pane: QueuePane) -> String {
        pane == .visit ? t("Oppm", "Oppm", "Visit") : paneShort(pane)
    }

    var columnNumber: String { t("Nr", "Nr", "No.") }

    func columnTime(_ pane: QueuePane) -> String {
        switch pane {
        case .chat: t("Ventet", "Venta", "Waited")
        case .callback: t("Frist", "Frist", "Due")
        case .visit: t("Tid", "Tid", "Time")
        case .email: t("Igjen", "Att", "Left")
        }
    }

    func columnWho(_ pane: QueuePane) -> String {
        switch pane {
        case .chat: t("Innbygger", "Innbyggjar", "Citizen")
        case .callback: t("Ring til", "Ring til", "Call")
        case .visit: t("Hvem", "Kven", "Who")
        case .email: t("Fra", "Frå", "From")
        }
    }

    func columnWhat(_ pane: QueuePane) -> String {
        pane == .email ? t("Emne", "Emne", "Subject") : t("Gjelder", "Gjeld", "About")
    }

    func section(_ section: QueueSection) -> String {
        switch section {
        case .waiting: t("venter", "ventar", "waiting")
        case .mine: t("mine", "mine", "mine")
        case .others: t("kollegers", "kollegaers", "colleagues'")
        case .withUnit: t("hos enhet", "hos eining", "with units")
        }
    }

    func waits(_ number: Int, oldest: String?, broken: Int) -> [String] {
        let many = t("\(number) venter", "\(number) ventar", "\(number) waiting")
        let late = broken > 0 ? ", " + brokenCount(broken) : ""
        guard let oldest else { return [many + late, "\(number)"] }
        let old = t("eldste \(oldest)", "eldste \(oldest)", "oldest \(oldest)")
        return broken > 0
            ? [many + ", " + old + late, many + late, "\(number)\(late)", "\(number) !!"]
            : [many + ", " + old, many, "\(number)"]
    }

    func brokenCount(_ number: Int) -> String {
        t("\(number) brutt !!", count(number, "broten !!", "brotne !!"), "\(number) broken !!")
    }

    func appointments(_ number: Int) -> String {
        t(
            count(number, "avtale", "avtaler"), count(number, "avtale", "avtalar"),
            count(number, "appointment", "appointments"))
    }

    func arrivals(_ number: Int) -> String {
        t(count(number, "ny", "nye"), count(number, "ny", "nye"), "\(number) new")
    }

    func shown(_ number: Int, of total: Int) -> String {
        t("\(number) av \(total)", "\(number) av \(total)", "\(number) of \(total)")
    }
    func atTime(_ time: String) -> String { t("kl. \(time)", "kl. \(time)", "at \(time)") }

    func filtered(_ word: String) -> String { t("filter: \(word)", "filter: \(word)", "filter: \(word)") }

    /// What is good, what would come here, and what next.
    func empty(_ pane: QueuePane, next: String?) -> [String] {
        let good: String =
            switch pane {
            case .chat: t("Ingen venter i chat.", "Ingen ventar i chat.", "Nobody is waiting in chat.")
            case .callback:
                t("Alle er ringt tilbake.", "Alle er ringde opp att.", "Everybody has been called back.")
            case .visit:
                t("Ingen venter i skranken.", "Ingen ventar i skranken.", "Nobody is waiting at the counter.")
            case .email: t("All e-post er besvart.", "All e-post er svara på.", "All e-mail is answered.")
            }
        if let next {
            return [good, "\(hint(.next, in: .queue)) (\(next))", comesHere(pane)]
        }
        let key = key(of: .register)
        let register = t("\(key): registrer en ny", "\(key): registrer ein ny", "\(key): register a new one")
        return [good, register, comesHere(pane)]
    }

    private func comesHere(_ pane: QueuePane) -> String {
        switch pane {
        case .chat:
            t(
                "Her kommer chatter fra nettsiden.", "Her kjem chattar frå nettsida.",
                "Chats from the web page come here.")
        case .callback:
            t(
                "Her kommer de som vil bli ringt.", "Her kjem dei som vil bli ringde.",
                "Those who want a call come here.")
        case .visit:
            t(
                "Her kommer kølapper og avtaler.", "Her kjem kølappar og avtalar.",
                "Tickets and appointments come here.")
        case .email:
            t(
                "Her kommer e-post og spørsmål fra nettsiden.", "Her kjem e-post og spørsmål frå nettsida.",
                "E-mail and questions from the web page come here.")
        }
    }

    var emptyFilter: [String] {
        [
            t("Ingenting passer med filteret.", "Ingenting passar med filteret.", "Nothing fits the filter."),
            t("Esc: vis alt", "Esc: vis alt", "Esc: show all"),
        ]
    }

    var loadingRows: String { t("Henter …", "Hentar …", "Reading …") }

    var rowLate: String { t("brutt", "brote", "late") }
    var unknownCitizen: String { t("Ukjent", "Ukjend", "Unknown") }

    func ticket(_ number: Int) -> String { t("Kølapp \(number)", "Kølapp \(number)", "Ticket \(number)") }

    var hiddenContent: String { t("(skjult)", "(skjult)", "(hidden)") }

    func rowState(_ head: InquiryHead) -> String {
        if head.hasHeldText { return t("sendes", "blir sendt", "sending") }
        switch head.state {
        case .awaitingCitizen: return t("spurt", "spurt", "asked")
        case .answered: return t("besvart", "svara", "answered")
        case .withUnit: return t("hos enh.", "hos ein.", "at unit")
        case .closed, .voided: return t("lukket", "lukka", "closed")
        default:
            switch head.contactState {
            case .left: return t("lagt igjen", "lagt att", "left")
            case .citizenIdle: return t("stille", "still", "silent")
            case .called: return t("kalt inn", "kalla inn", "called")
            case .parked: return t("på vent", "på vent", "parked")
            case .active where head.channel == .visit: return t("i skranken", "i skranken", "here")
            case .arrived: return t("møtt", "møtt", "here")
            default: return t("svart", "svart", "replied")
            }
        }
    }

    // MARK: Header and strips

    func openOnes(_ number: Int) -> String {
        t(count(number, "åpen", "åpne"), count(number, "open", "opne"), "\(number) open")
    }
    var overviewCrumb: String { t("Oversikt", "Oversikt", "Overview") }
    var supervisor: String { t("Vaktleder", "Vaktleiar", "Supervisor") }

    func unsaved(_ number: Int) -> String {
        t(
            "UTEN FORBINDELSE, \(number) venter på lagring", "UTAN SAMBAND, \(number) ventar på lagring",
            "NO CONNECTION, \(number) waiting to be saved")
    }

    var noConnection: String { t("UTEN FORBINDELSE", "UTAN SAMBAND", "NO CONNECTION") }
    var demo: String { "DEMO" }

    func gateway(_ status: GatewayStatus) -> String {
        switch status {
        case .unknown: ""
        case .running(let address): t("Nett \(address)", "Nett \(address)", "Web \(address)")
        case .limping(let why): t("Nett ! \(why)", "Nett ! \(why)", "Web ! \(why)")
        case .starting: t("Nett starter", "Nett startar", "Web starting")
        case .stopped: t("Nett nede !!", "Nett nede !!", "Web down !!")
        case .none: t("Uten nett", "Utan nett", "No web")
        }
    }

    /// Where there is no room for the address.
    func gatewayShort(_ status: GatewayStatus) -> String {
        if case .running = status { return t("Nett ok", "Nett ok", "Web ok") }
        return gateway(status)
    }

    func healthPhone(_ percent: Int?) -> String {
        percent.map {
            t("Telefon innen 30 s: \($0) %", "Telefon innan 30 s: \($0) %", "Phone within 30 s: \($0) %")
        } ?? t("Telefon –", "Telefon –", "Phone –")
    }
    func healthEmail(_ late: Int) -> String {
        late == 0
            ? t("E-post i tide", "E-post i tide", "E-mail on time")
            : t("E-post over frist: \(late)", "E-post over frist: \(late)", "E-mail overdue: \(late)")
    }
    func healthReceipts(_ missing: Int) -> String {
        missing == 0
            ? t("Kvitteringer", "Kvitteringar", "Receipts")
            : t("\(missing) uten kvittering", "\(missing) utan kvittering", "\(missing) without receipt")
    }
    func healthSolved(_ percent: Int?) -> String {
        let name = t("Løst i skranken", "Løyst i skranken", "Solved at the desk")
        return percent.map { "\(name): \($0) %" } ?? "\(name) –"
    }
    func healthShort(_ kind: Int) -> String {
        switch kind {
        case 0: t("Tlf", "Tlf", "Tel")
        default: t("Løst", "Løyst", "Solved")
        }
    }
    func goalMark(_ target: Int) -> String { t("(mål \(target))", "(mål \(target))", "(goal \(target))") }
    var ok: String { "ok" }
}
