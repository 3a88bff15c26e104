import SkrankeDomain
import SkrankeJournal

extension StoreConformance {
    static let liveCases: [Case] = [
        desk("timers fire in order and one that was set anew stays") { desk in
            let id = try await desk.register()
            guard let next = try await desk.store.nextTimer() else { throw ConformanceFailure("no timer") }
            try expect(try await desk.store.dueTimers(at: next - .seconds(1), limit: 9), is: [], "too early")
            let due = try await desk.store.dueTimers(at: next, limit: 9)
            try expect(due.map(\.due), is: [next], "due")
            guard let timer = due.first else { throw ConformanceFailure("no timer") }
            let other = TimerRow(inquiry: id, kind: timer.kind, due: next - .minutes(1))
            try await desk.store.removeTimer(other)
            try expect(try await desk.store.nextTimer(), is: next, "another due time removes nothing")
            desk.clock.set(next)
            try await desk.do(.timerFired(id, timer.kind, due: timer.due), by: TestDesk.system)
            try await desk.store.removeTimer(timer)
            try expect(try await desk.store.nextTimer() != next, "removed")
        },
        desk("held text waits in the outbox, and a withdrawn one goes") { desk in
            let id = try await desk.register(.email, "Faktura", claim: true)
            let seen = try await desk.head(id).visibleVersion
            let sent = try await desk.do(
                .sendMessage(id, text: "Svar", seen: seen, final: true, immediately: false),
                by: TestPolicy.kari)
            guard let message = sent.message else { throw ConformanceFailure("no message") }
            try expect(try await desk.store.outbox(limit: 9).map(\.state), is: [.held], "held")
            try expect(try await desk.head(id).hasHeldText, is: true, "row")
            desk.clock.advance(.seconds(6))
            try await desk.do(.timerFired(id, .heldText(message), due: desk.now), by: TestDesk.system)
            try expect(try await desk.store.outbox(limit: 9).map(\.state), is: [.ready], "ready")
            try await desk.store.markOutbox(message, .sending)
            try expect(try await desk.store.outbox(limit: 9).map(\.state), is: [.sending], "sending")
            try await desk.store.markOutbox(message, .sent)
            try expect(try await desk.store.outbox(limit: 9), is: [], "sent")
            let other = try await desk.register(.email, "Faktura", claim: true)
            let version = try await desk.head(other).visibleVersion
            let held = try await desk.do(
                .sendMessage(other, text: "Nei", seen: version, final: true, immediately: false),
                by: TestPolicy.kari)
            guard let second = held.message else { throw ConformanceFailure("no message") }
            try await desk.do(.withdrawMessage(other, second), by: TestPolicy.kari)
            try expect(try await desk.store.outbox(limit: 9), is: [], "withdrawn")
        },
        desk("live claims live by heartbeats") { desk in
            try await desk.attend(TestPolicy.kari)
            let id = try await desk.chat()
            try await desk.do(.claim(id), by: TestPolicy.kari)
            let lease = Lease(inquiry: id, agent: TestPolicy.kari)
            try expect(try await desk.store.lapsedLeases(before: desk.now), is: [], "alive")
            desk.clock.advance(.seconds(20))
            try await desk.attend(TestPolicy.kari)
            desk.clock.advance(.seconds(20))
            let limit = desk.now - .seconds(Limits.leaseSeconds)
            try expect(try await desk.store.lapsedLeases(before: limit), is: [], "kept by the heartbeat")
            desk.clock.advance(.seconds(20))
            let later = desk.now - .seconds(Limits.leaseSeconds)
            try expect(try await desk.store.lapsedLeases(before: later), is: [lease], "lapsed")
            try await desk.do(.loseSession(id, TestPolicy.kari), by: TestDesk.system)
            try expect(try await desk.store.lapsedLeases(before: later), is: [], "dropped")
            try expect(try await desk.head(id).owner, is: nil, "nobody's")
        },
        desk("staffing decides whether a chat waits") { desk in
            let alone = try await desk.chat()
            try expect(try await desk.head(alone).contactState, is: .left, "nobody there")
            try await desk.attend(TestPolicy.kari)
            let waiting = try await desk.chat()
            try expect(try await desk.head(waiting).contactState, is: .waiting, "somebody there")
            desk.clock.advance(.seconds(60))
            let late = try await desk.chat()
            try expect(try await desk.head(late).contactState, is: .left, "her heartbeat has stopped")
        },
        desk("nobody holds more live chats than the limit") { desk in
            try await desk.attend(TestPolicy.kari)
            var last: InquiryID?
            for _ in 0..<Limits.parallelChats {
                let id = try await desk.chat()
                try await desk.do(.claim(id), by: TestPolicy.kari)
                last = id
            }
            let more = try await desk.chat()
            try expect(
                try await desk.refusal(.claim(more), by: TestPolicy.kari),
                is: .tooManyLive(limit: Limits.parallelChats),
                "refusal")
            guard let last else { return }
            try await desk.do(.release(last, reason: nil), by: TestPolicy.kari)
            try await desk.do(.claim(more), by: TestPolicy.kari)
        },
        desk("sessions are seen until they end") { desk in
            try await desk.attend(TestPolicy.kari)
            try await desk.attend(TestPolicy.ola, presence: .paused)
            var rows = try await desk.store.sessions()
            try expect(rows.map(\.agent), is: [TestPolicy.kari, TestPolicy.ola], "agents")
            try expect(rows.map(\.presence), is: [.available, .paused], "presence")
            try await desk.store.endSession("session-kari")
            rows = try await desk.store.sessions()
            try expect(rows.map(\.agent), is: [TestPolicy.ola], "who is left")
        },
        Case("drafts are kept apart, survive, and go with what was sent") { rig in
            var store = try await rig.open()
            var desk = TestDesk(store)
            let id = try await desk.register(.email, "Faktura", claim: true)
            func draft(_ inquiry: InquiryID?, _ kind: Draft.Kind, _ text: String) -> Draft {
                Draft(
                    agent: TestPolicy.kari, inquiry: inquiry, kind: kind, text: text,
                    savedAt: TestDesk.morning)
            }
            let drafts = [
                draft(id, .reply, "Hei Åse"), draft(id, .note, "Ring henne"), draft(nil, .registration, "Ny"),
            ]
            for draft in drafts { try await store.saveDraft(draft) }
            await store.close()
            store = try await rig.open()
            desk = TestDesk(store, seed: 2)
            let kept = try await store.drafts(of: TestPolicy.kari)
            try expect(kept.count == 3 && drafts.allSatisfy(kept.contains), "after reopening: \(kept)")
            try expect(try await store.drafts(of: TestPolicy.ola), is: [], "somebody else's")
            let seen = try await desk.head(id).visibleVersion
            let send = Intent.sendMessage(id, text: "Hei Åse", seen: seen, final: true, immediately: true)
            try await desk.do(send, by: TestPolicy.kari)
            let left = try await store.drafts(of: TestPolicy.kari).map(\.kind)
            try expect(Set(left), is: [.note, .registration], "after sending")
            try await store.saveDraft(draft(nil, .registration, ""))
            try expect(
                try await store.drafts(of: TestPolicy.kari).map(\.kind), is: [.note], "an empty one goes")
            await store.close()
        },
    ]
}
