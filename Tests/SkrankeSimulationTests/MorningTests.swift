import SkrankeDomain
import SkrankeReference
import SkrankeRuntime
import SkrankeSimulation
import Testing

/// The morning against the real rules and the repository's own `Data/`.
@Suite struct MorningTests {
    let data: ReferenceData
    let origin: Moment

    init() throws {
        data = try Repository.data()
        origin = DemoPlan.origin(in: data.policy.calendar.zone)
    }

    private func morning(_ seed: UInt64) -> HandRegisteredMorning {
        HandRegisteredMorning(seed: seed, origin: origin, zone: data.policy.calendar.zone)
    }

    private func played(_ steps: ArraySlice<MorningStep>) async throws -> MemoryDesk {
        var desk = MemoryDesk(policy: data.policy, now: origin)
        try await HandRegisteredMorning.run(steps, reach: { desk.now = $0 }, submit: { desk.submit($0, $1) })
        return desk
    }

    @Test func isTheSameBySeed() {
        #expect(morning(3) == morning(3))
        #expect(morning(3).steps != morning(4).steps)
        #expect(morning(3).before.map(\.at) == morning(3).before.map(\.at).sorted())
    }

    @Test(arguments: [0, 1, 2, 3, 42, 2026] as [UInt64])
    func everyStepIsAccepted(_ seed: UInt64) async throws {
        let desk = try await played(morning(seed).steps[...])
        #expect(desk.refusals.isEmpty, "\(desk.refusals.map { "\($0.0): \($0.1)" })")
        #expect(desk.inquiries.count > 20)
    }

    @Test func allPanesHaveSomething() async throws {
        let desk = try await played(morning(1).before)
        let open = desk.inquiries.values.filter { $0.state.isOpen && $0.state != .withUnit }
        func count(_ channel: Channel) -> Int { open.count { $0.channel == channel } }
        #expect(count(.callback) == 5)
        #expect(count(.visit) == 3)
        #expect(count(.appointment) == 3)
        #expect(count(.email) == 8)
        let ended = desk.inquiries.values.filter { $0.state == .closed }
        #expect(Set(ended.map(\.channel)) == [.email, .callback, .visit])
        #expect(ended.count >= 5)
        #expect(desk.inquiries.values.count { $0.state == .withUnit } == 2)
        #expect(open.contains { $0.owner != nil }, "a colleague has something, too")
    }

    /// Everybody who is away exists, and has a code that the municipality knows.
    @Test func staffAreAway() {
        var desk = MemoryDesk(policy: data.policy, now: origin)
        let day = StaffDay(origin: origin, zone: data.policy.calendar.zone)
        let supervisor = Caller(.agent(AgentID("bjorg")), roles: [.supervisor], terminal: "demo")
        for intent in day.intents { _ = desk.submit(intent, supervisor) }
        #expect(desk.refusals.isEmpty, "\(desk.refusals)")
        #expect(day.intents.count >= 12)
        for case .setAbsence(let person, _) in day.intents {
            #expect(data.directory[person] != nil, "\(person)")
        }
    }

    /// The exchange's calls beside the rest: answered by colleagues, some left, a figure to show.
    @Test(arguments: [1, 24, 99] as [UInt64])
    func theTelephoneHasRung(_ seed: UInt64) async throws {
        let zone = data.policy.calendar.zone
        let plan = DayPlan(seed: seed, day: zone.date(at: origin), zone: zone)
        var ids: [String: InquiryID] = [:]
        for (index, step) in plan.steps.enumerated() {
            guard case .call(let call) = step.arrival else { continue }
            ids[call.callID] = InquiryID(Identifier(high: 77, low: UInt64(index)))
        }
        let phone = PhoneMorning(plan: plan, origin: origin) { ids[$0] ?? InquiryID(Identifier(high: 0, low: 0)) }
        let desk = try await played(phone.steps[...])
        #expect(desk.refusals.isEmpty, "\(desk.refusals.map { "\($0.0): \($0.1)" })")
        let calls = desk.inquiries.values.flatMap(\.interactions).compactMap(\.call)
        #expect(calls.count >= 45)
        var figures = CallFigures()
        for call in calls { figures.count(call, at: origin) }
        #expect(figures.answered >= 40 && figures.offered >= figures.answered)
        #expect(desk.inquiries.values.count { $0.state == .closed } >= 35)
    }

    @Test func someThingsPress() async throws {
        let desk = try await played(morning(1).before)
        func due(_ kind: DeadlineKind) -> [Moment] {
            desk.inquiries.values.flatMap(\.deadlines).filter { $0.kind == kind && $0.state == .running }.map(
                \.due)
        }
        #expect(due(.callback).contains { $0 < origin }, "a callback is late")
        #expect(due(.callback).contains { $0 > origin && $0 <= origin + .minutes(15) }, "one is due soon")
        #expect(
            due(.emailAnswer).contains { $0 > origin && $0 <= origin + .hours(1) }, "an e-mail is due soon")
        #expect(!due(.emailAnswer).contains { $0 < origin }, "no e-mail is late")
        #expect(due(.walkInWait).contains { $0 < origin }, "a visitor has waited too long")
        let appointments = desk.inquiries.values.compactMap { $0.interaction?.appointment }
        #expect(appointments.allSatisfy { $0.from > origin && $0.until <= origin + .days(8) })
    }

    @Test func everybodyExists() async throws {
        for step in morning(1).steps {
            let roles = data.policy.staff[step.agent]?.roles ?? []
            #expect(roles.contains(.agent), "\(step.agent) is no agent")
            guard case .register(let registration) = step.act else { continue }
            let topic = try #require(registration.topic)
            #expect(data.topics[topic] != nil, "\(topic.rawValue)")
            if case .slot(let host, _, _) = registration.target {
                #expect(data.directory[AgentID(host)] != nil, "\(host)")
            }
        }
    }

    @Test func namesExerciseAll() async throws {
        let names = try await played(morning(1).before).names.values
        #expect(Set(names).count == names.count, "everybody is somebody else")
        for kind in CitizenName.Kind.allCases where kind != .anonymous {
            #expect(names.contains { CastTests.scalars(kind)($0) }, "\(kind)")
        }
    }

    /// A step that the rules refuse, because somebody was faster, ends its own story only.
    @Test func aRefusalEndsOneStory() async throws {
        let steps = morning(1).before
        let taken = try #require(steps.first { if case .claim = $0.act { true } else { false } })
        var submitted: [InquiryID: Int] = [:]
        let refused = try await HandRegisteredMorning.run(steps, reach: { _ in }) { intent, _ in
            let id = try #require(intent.inquiry)
            submitted[id, default: 0] += 1
            if case .claim(taken.inquiry) = intent { return nil }
            return CommandAnswer()
        }
        let own = steps.filter { $0.inquiry == taken.inquiry }
        let place = try #require(own.firstIndex(of: taken))
        #expect(refused == own.endIndex - place)
        #expect(submitted[taken.inquiry] == place - own.startIndex + 1)
        #expect(submitted.count == Set(steps.map(\.inquiry)).count)
    }
}
