import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// The end of a shift: who leaves sees what he holds and says who goes on with it (facts §4.10).
extension AppState {
    /// This agent's open inquiries, the most urgent first.
    var heldHeads: [InquiryHead] {
        QueuePane.allCases.flatMap { board.keys($0, .mine) }.sorted().compactMap { board.heads[$0.inquiry] }
    }

    mutating func askHandOver() -> [Effect] {
        let heads = heldHeads
        guard !heads.isEmpty else { return [] }
        var options = [Picker.Option(.all, texts.letterAll, texts.handOverAll(heads.count))]
        for (index, head) in heads.prefix(60).enumerated() {
            let digit = index < 9 ? Unicode.Scalar(UInt8(49 + index)) : nil
            let due = InquiryView.due(head, self).map { ", \($0)" } ?? ""
            let what = head.topic.map { naming.topic($0) } ?? head.subject ?? ""
            options.append(
                Picker.Option(
                    .inquiry(head.id), digit, "\(head.reference.short)  \(texts.channel(head.channel))",
                    detail: what + due))
        }
        overlay = .picker(
            Picker(
                .handOver, title: texts.handOverTitle(heads.count), intro: [texts.handOverIntro],
                options: options))
        return []
    }

    mutating func askHandOverTo(_ ids: [InquiryID]) -> [Effect] {
        let queue = Picker.Option(.queue, texts.letterQueue, texts.toQueue)
        var people = options(colleagues(besides: agent))
        for index in people.indices where people[index].letter == texts.letterQueue {
            people[index].letter = nil
        }
        overlay = .picker(
            Picker(
                .handOverTo(ids), title: texts.handOverToTitle(ids.count), options: [queue] + people))
        return []
    }

    mutating func askHandOverNote(_ ids: [InquiryID], _ to: AgentID?) -> [Effect] {
        let who = to.map(naming.short)
        overlay = .form(
            Form(
                .handOver(ids, to: to), title: texts.handOverNoteTitle(ids.count, who),
                intro: [texts.handOverNoteIntro], fields: [Form.text(texts.fieldNote, height: 3)]))
        return []
    }

    mutating func handOver(_ form: Form, _ ids: [InquiryID], _ to: AgentID?) -> [Effect] {
        overlay = nil
        let note = form.text(of: .text)
        // Each by itself: one that cannot go keeps none of the others back.
        var effects: [Effect] = []
        for id in ids.dropLast() {
            effects += submit(
                [.handOver(id, to: to, note: note.isBlank ? nil : note)], inquiry: id, done: .final)
        }
        guard let last = ids.last else { return [] }
        effects += submit(
            [.handOver(last, to: to, note: note.isBlank ? nil : note)], inquiry: last,
            done: .handedOver(ids.count, to))
        return effects
    }

    /// Choosing among what this file and its neighbours ask.
    mutating func chooseOfDesk(_ value: Picker.Value, in picker: Picker) -> [Effect] {
        switch (picker.purpose, value) {
        case (.handOver, .all): return askHandOverTo(heldHeads.map(\.id))
        case (.handOver, .inquiry(let id)): return askHandOverTo([id])
        case (.handOverTo(let ids), .queue): return askHandOverNote(ids, nil)
        case (.handOverTo(let ids), .agent(let who)): return askHandOverNote(ids, who)
        case (.quit, .handOver): return askHandOver()
        case (.assign(let id), .agent(let who)):
            return submit([.assign(id, to: who)], inquiry: id, done: .assigned(who))
        case (.moveAgent, .agent(let who)): return askMoveAgentTo(who)
        case (.moveAgentTo(let who), .pane(let pane)): return assign(who, [pane])
        case (.moveAgentTo(let who), .all): return assign(who, [])
        default: return []
        }
    }

    private mutating func assign(_ who: AgentID, _ panes: [QueuePane]) -> [Effect] {
        let before = agents[who]?.panes ?? []
        return submit(
            [.assignChannels(who, panes)], inquiry: nil, done: .movedAgent(who, panes),
            undo: step(.movedAgent(who, before), nil, [.assignChannels(who, before)]))
    }

    /// What somebody put into this agent's hands, he is told, with the note (facts §4.10).
    mutating func tellGain(_ file: InquiryFile) {
        guard let seen = gained.removeValue(forKey: file.inquiry.id) else { return }
        let number = file.head.reference.short
        let news = file.events.filter { $0.version > seen }
        // A visitor who was handed over was announced by his ticket.
        if news.contains(where: { if case .visitHandedOver = $0.event { true } else { false } }) { return }
        for envelope in news {
            switch envelope.event {
            case .inquiryHandedOver(let by, agent, _, let note):
                let words = note.flatMap { file.texts[$0] } ?? ""
                say(.info, texts.handedToYou(number, naming.short(by), words))
            case .inquiryAssigned(agent, let by) where by != agent:
                say(.info, texts.handedToYou(number, naming.short(by), ""))
            default: continue
            }
        }
    }

    /// Before leaving: who goes on with what is still in his hands.
    var handOverFirst: [Picker.Option] {
        board.open(of: agent) == 0
            ? [] : [Picker.Option(.handOver, texts.letterHandOver, texts.handOverFirst)]
    }
}
