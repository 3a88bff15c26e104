import SkrankeDomain
import Testing

@testable import SkrankeSimulation

@Suite struct BehaviourTests {
    private func queued(_ citizen: Citizen) -> Stage {
        var stage = Stage(citizen)
        stage.happens(.arrived)
        stage.happens(.state(.waiting))
        return stage
    }

    private func says(_ text: String) -> CitizenEvent { .message(from: .agent, text: text) }

    /// A whole chat, word for word and second for second.
    @Test func aChatFromQuestionToThanks() {
        var stage = queued(.made(.plain, followUp: "Hvor lang tid tar det?", seed: 2))
        stage.happens(.receipt(reference: "2026-0001", expectedAt: nil))
        stage.happens(.position(1, expectedWaitSeconds: 60))
        stage.waits(.seconds(40))
        stage.happens(.state(.active))
        stage.happens(.agentTyping)
        stage.waits(.seconds(5))
        stage.happens(says("Hei! Hvor er det?"))
        stage.waits(.seconds(20))
        stage.happens(says("Takk, jeg skal sjekke."))
        stage.waits(.seconds(20))
        stage.happens(says("Montøren kommer torsdag."))
        stage.waits(.seconds(30))
        stage.happens(says("Omtrent en time."))
        stage.waits(.seconds(9))
        stage.happens(says("Var det noe mer?"))
        stage.waits(.seconds(25))
        stage.happens(.state(.ended))
        stage.waits(.minutes(10))
        #expect(
            stage.lines == [
                "0:00 spør «Tre gatelys er mørke»", "0:48 skriver «Utenfor nummer 4»",
                "1:09 skriver «Supert, jeg blir her.»", "1:29 skriver «Hvor lang tid tar det?»",
                "1:58 skriver «Tusen takk!»", "2:08 skriver «Nei, det var alt. Tusen takk!»",
                "2:17 avslutter", "2:35 går",
            ])
    }

    @Test func oneWhoWaitsInVain() {
        var stage = queued(.made(.givesUp, patience: .seconds(90), nudge: .seconds(40)))
        stage.waits(.minutes(10))
        #expect(
            stage.lines == [
                "0:00 spør «Tre gatelys er mørke»", "0:41 skriver «Er det noen her??»",
                "1:31 skriver «Jeg ringer heller.»", "1:33 avslutter", "1:34 går",
            ])
        #expect(stage.isGone)
    }

    @Test func additionsComeBeforeAnybodyAnswers() {
        var stage = queued(.made(.burst, additions: ["Nei, fire", "Utenfor nummer 4"]))
        stage.waits(.seconds(30))
        #expect(stage.lines.count == 3)
        // Asked for what he has said already, he confirms it.
        stage.happens(says("Hvor er det?"))
        stage.waits(.seconds(20))
        #expect(stage.lines.last?.contains("Utenfor") == false)
    }

    @Test(arguments: [
        ("Hva heter du?", "Blid Tranebær"), ("Kan jeg få navnet ditt?", "Blid Tranebær"),
        ("Hei! Hva heter du, og hvor er det?", "Blid Tranebær. Utenfor nummer 4"),
        ("Hvor er det?", "Utenfor nummer 4"), ("Kan du oppgi adressen?", "Utenfor nummer 4"),
        ("Når passer det at vi ringer?", "Når som helst, men helst før tolv."),
    ])
    func answersWhatHeIsAsked(_ question: String, _ expected: String) {
        var stage = queued(.made(.plain))
        stage.happens(says(question))
        stage.waits(.seconds(40))
        #expect(stage.lines.last?.hasSuffix("«\(expected)»") == true, "\(stage.lines)")
    }

    @Test func theAnonymousStayAnonymous() {
        var stage = queued(.made(.plain, contact: nil))
        stage.happens(says("Hva heter du?"))
        stage.waits(.seconds(30))
        #expect(stage.lines.last?.contains("ikke si hva jeg heter") == true)
    }

    @Test(arguments: [
        ("Hei!", AgentWords.greeting), ("Hei, du snakker med Ingrid.", .greeting),
        ("Good morning", .greeting),
        ("Et øyeblikk, jeg skal sjekke.", .wait), ("One moment please", .wait), ("Eit augeblikk.", .wait),
        ("Kan jeg hjelpe deg med noe mer?", .anythingElse), ("Anything else I can do?", .anythingElse),
        ("Ha en fin dag!", .farewell), ("Have a nice day", .farewell), ("Hva er navnet ditt?", .asksName),
        ("What is your name?", .asksName), ("Hvilket telefonnummer kan vi nå deg på?", .asksPhone),
        ("Har du en e-postadresse?", .asksEmail), ("Når passer det?", .asksWhen),
        ("Har jeg riktig forstått at det er mørkt?", .asksConfirmation), ("Hvilken vei er det?", .asksDetail),
        ("Du må søke.", .answer), ("", .answer),
        ("Hei. Du må søke om det, og skjemaet finner du på nettsiden vår.", .answer),
    ])
    func understandsTheAgent(_ text: String, _ kind: AgentWords) {
        #expect(AgentWords.kind(of: text) == kind)
    }

    /// Words that come while he types replace what he was about to say: he never talks past the agent.
    @Test func newWordsReplaceTheAnswerInHand() {
        var stage = queued(.made(.plain))
        stage.happens(says("Hva heter du?"))
        stage.waits(.seconds(1))
        stage.happens(says("Og hvor er det?"))
        stage.waits(.seconds(30))
        #expect(stage.lines.count == 2)
        #expect(stage.lines.last?.contains("Utenfor nummer 4") == true)
    }

    @Test func asksTwiceIntoSilenceAndGoes() {
        var stage = queued(.made(.plain))
        stage.happens(.state(.active))
        stage.waits(.minutes(40))
        #expect(stage.isGone)
        let asked = stage.lines.filter { $0.contains("?") && !$0.contains("spør") }
        #expect(asked.count == 2)
    }

    @Test func comesBackOnceWithOneMoreThing() {
        var stage = queued(.made(.reopens, followUp: "Og strøing?"))
        stage.happens(says("Montøren kommer torsdag."))
        stage.waits(.seconds(60))
        stage.happens(.state(.ended))
        stage.waits(.seconds(90))
        #expect(stage.lines.last?.contains("Og strøing?") == true)
        #expect(!stage.isGone)
        stage.happens(.state(.waiting))
        stage.happens(.state(.active))
        stage.happens(says("Ja, i morgen."))
        stage.waits(.seconds(30))
        stage.happens(.state(.ended))
        stage.waits(.minutes(2))
        #expect(stage.isGone)
        #expect(stage.lines.filter { $0.contains("Og strøing?") }.count == 1)
    }

    @Test func readsTheReceiptOfALeftQuestionAndGoes() {
        var stage = Stage(.made(.plain))
        stage.happens(.arrived)
        stage.happens(.state(.left))
        stage.happens(.receipt(reference: "2026-0001", expectedAt: nil))
        stage.waits(.seconds(20))
        #expect(stage.lines == ["0:00 spør «Tre gatelys er mørke»", "0:12 går"])
    }

    @Test func aLongQueueScaresTheImpatient() {
        var stage = queued(.made(.givesUp))
        stage.happens(.position(4, expectedWaitSeconds: nil))
        stage.waits(.seconds(30))
        #expect(stage.isGone)
        var patient = queued(.made(.plain))
        patient.happens(.position(9, expectedWaitSeconds: 3_000))
        patient.waits(.seconds(30))
        #expect(!patient.isGone)
    }

    /// Own lines, the desk's automatic ones, and what comes twice after a reconnection change nothing.
    @Test func repetitionsChangeNothing() {
        var behaviour = CitizenBehaviour(.made(.plain))
        _ = behaviour.react(to: .arrived)
        _ = behaviour.react(to: .state(.waiting))
        let events: [CitizenEvent] = [
            .arrived, .state(.waiting), .message(from: .citizen, text: "x"),
            .message(from: .system, text: "Hei?"),
            .receipt(reference: "r", expectedAt: nil), .position(1, expectedWaitSeconds: nil),
        ]
        for event in events { #expect(behaviour.react(to: event) == .none, "\(event)") }
    }

    /// Whatever comes in whatever order, a citizen goes in the end, and says little.
    @Test(arguments: 0..<60)
    func everybodyGoesInTheEnd(_ index: Int) {
        var random = SeededRandom(seed: 77, stream: UInt64(index))
        var stage = Stage(CitizenCast(seed: 5)[index])
        stage.happens(.arrived)
        let events: [CitizenEvent] = [
            .state(.waiting), .state(.active), .state(.ended), .state(.left), .agentTyping, .thought(.giveUp),
            .thought(.spoken), says("Hei"), says("Hvor?"), says("Det er i orden."), says("Noe mer?"),
            .position(5, expectedWaitSeconds: 9_999),
        ]
        for _ in 0..<40 where !stage.isGone {
            if let event = random.pick(events) { stage.happens(event) }
            stage.waits(.seconds(Int64(random.below(30))))
        }
        stage.happens(.state(.ended))
        stage.waits(.hours(1))
        stage.happens(.state(.ended))
        stage.waits(.hours(1))
        #expect(stage.isGone)
        #expect(stage.lines.count < 90)
    }
}
