import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeConsole

@Suite("Words: every refusal and every name, in three languages")
struct WordsTests {
    static let refusals: [Refusal] = [
        .notFound, .notPermitted, .alreadyClaimed(by: Demo.liv, at: Demo.at(24, 10, 42)),
        .notOwner(owner: Demo.liv),
        .notOwner(owner: nil), .movedSince(seen: 3, now: 5), .wrongState(.closed), .wrongChannel(.email),
        .contactNotReady, .textMissing, .textTooLong(limit: 20_000), .topicMissing, .receiptMissing,
        .answerMissing,
        .archiveDecisionMissing, .phoneOutcomeMissing, .referralMissing, .heldTextWaiting, .nothingToWithdraw,
        .tooManyLive(limit: 3), .slotTaken, .slotInvalid, .dateNotInFuture, .dateNotOpen, .unknownUnit,
        .unknownTopic,
        .unknownAgent, .moveNotAllowed(from: .email, to: .chat), .reasonMissing, .attemptsLeft(2),
        .limitReached,
        .invalidContact, .beingSent, .deskClosed,
    ]
    static let faults: [StoreFault] = [
        .full, .locked(holder: 4711), .locked(holder: nil), .unreadable("x"), .newer(found: 9, known: 3),
        .upgradeBlocked(found: 2, known: 3), .notOwned("kari"), .corrupt("x"), .closed, .failed("x"),
    ]

    @Test(arguments: refusals)
    func everyRefusalIsASentenceOfItsOwn(_ refusal: Refusal) {
        let state = TestConsole().state
        let fallback = Texts(.nb).t("Ikke mulig nå.", "", "")
        var seen: Set<String> = []
        for language in Language.allCases {
            let text = Texts(language).refusal(refusal, state)
            #expect(text.count > 10)
            #expect(
                text != fallback && text != "Ikkje mogleg no." && text != "Not possible now.",
                "\(refusal) has no words")
            seen.insert(text)
        }
        #expect(seen.count >= 2, "English is not Norwegian: \(seen)")
    }

    @Test(arguments: faults)
    func everyFaultSaysWhatToDo(_ fault: StoreFault) {
        let texts = Language.allCases.map { Texts($0).fault(fault) }
        #expect(Set(texts).count >= 2, "English is not Norwegian")
        // What is wrong, and then what to do: two sentences.
        for text in texts { #expect(text.split(separator: ".").count >= 2, "\(text)") }
    }

    @Test func theLoserIsToldByWhomAndWhen() {
        let state = TestConsole().state
        let refusal = Refusal.alreadyClaimed(by: Demo.liv, at: Demo.at(24, 10, 42))
        #expect(Texts(.nb).refusal(refusal, state) == "Tatt av Liv T. 10:42. n: neste")
        #expect(Texts(.nn).refusal(refusal, state) == "Teken av Liv T. 10:42. n: neste")
        #expect(Texts(.en).refusal(refusal, state) == "Taken by Liv T. at 10:42. n: next")
    }

    @Test(arguments: Language.allCases)
    func everyNameIsThere(_ language: Language) {
        let texts = Texts(language)
        let names =
            Channel.allCases.map(texts.channel) + Presence.allCases.map(texts.presence)
            + InquiryState.allCases.map { texts.state($0) } + ClosingResult.allCases.map(texts.result)
            + ArchiveDecision.allCases.map(texts.archive) + PhoneOutcome.allCases.map(texts.outcome)
            + AttemptResult.allCases.map { texts.attempt($0) } + VoidReason.allCases.map { texts.void($0) }
            + DeadlineKind.allCases.map(texts.deadline) + MeetingAction.allCases.map { texts.meeting($0) }
            + InteractionState.allCases.map { texts.contactState($0, .chat) }
            + QueuePane.allCases.map(texts.paneTitle)
            + Goal.allCases.map { texts.goal($0) } + Goal.allCases.map { texts.formula($0) }
        for name in names { #expect(!name.isEmpty) }
    }

    /// Letters that choose: no two answers of one question share one.
    @Test func lettersOfOneQuestionDiffer() {
        let texts = Texts(.nb)
        let questions: [[Unicode.Scalar]] = [
            Channel.allCases.map { texts.letter($0) }, ClosingResult.allCases.map { texts.letter($0) },
            ArchiveDecision.allCases.map { texts.letter($0) }, PhoneOutcome.allCases.map { texts.letter($0) },
            AttemptResult.allCases.map { texts.letter($0) } + [texts.letterGiveUp],
            MeetingAction.allCases.map { texts.letter($0) }, Presence.allCases.map { texts.letter($0) },
            VoidReason.allCases.map { texts.letter($0) }, [texts.letterCancel, texts.letterQuit],
        ]
        for letters in questions { #expect(Set(letters).count == letters.count, "\(letters)") }
    }

    /// Nynorsk is nynorsk: words that bokmål alone has do not stand in it.
    @Test func nynorskHasNoBokmålWords() {
        let texts = Texts(.nn)
        let state = TestConsole(language: .nn).state
        let all =
            CommandName.allCases.flatMap { [texts.command($0).label, texts.command($0).help] }
            + WordsTests.refusals.map { texts.refusal($0, state) } + WordsTests.faults.map { texts.fault($0) }
            + Goal.allCases.map { texts.formula($0) }
        let foreign = [
            "ikke", "hva", "hvem", "henvendelse", "noe", "fra", "et", "jeg", "innbygger", "være", "mer",
            "uke",
        ]
        for sentence in all {
            let words = sentence.lowercased().split { !$0.isLetter }.map(String.init)
            for word in foreign { #expect(!words.contains(word), "\(word) in: \(sentence)") }
        }
    }
}
