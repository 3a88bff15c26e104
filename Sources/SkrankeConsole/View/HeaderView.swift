import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// The two rows on top: where we are and who and when; how the desk keeps its promises.
enum HeaderView {
    static func draw(_ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas) {
        let row = layout.header
        let style = Style(state.fault == nil ? .title : .statusBroken, bold: state.fault != nil)
        canvas.fill(row, style)
        let right = person(state, width: row.width)
        let rightWidth = TextWidth.of(right)
        let room = row.width - rightWidth - 4
        let path = crumbs(state, style, width: room)
        canvas.runs(path, at: Point(x: 1, y: row.y), width: max(0, room))
        let used = path.reduce(0) { $0 + TextWidth.of($1.text) }
        AlertsView.draw(
            state, Rect(x: used + 3, y: row.y, width: max(0, room - used - 2), height: 1), &canvas)
        canvas.text(right, at: Point(x: row.maxX - rightWidth - 1, y: row.y), style)
        if let health = layout.health { drawHealth(state, health, &canvas) }
        if let tabs = layout.tabs { drawTabs(state, tabs, &canvas) }
    }

    private static func crumbs(_ state: AppState, _ style: Style, width: Int) -> [TextRun] {
        let texts = state.texts
        var runs = [TextRun("Skranke", Style(state.fault == nil ? .titleAccent : .statusBroken, bold: true))]
        if state.names.isDemo { runs.append(TextRun(" \(texts.demo) ", Style(.demo, bold: true))) }
        if state.fault != nil {
            let waiting = state.pendingCount + state.drafts.drafts.values.filter(\.isDirty).count
            runs.append(TextRun(" > " + (waiting > 0 ? texts.unsaved(waiting) : texts.noConnection), style))
            return runs
        }
        var parts: [String] = width > 60 ? [state.names.desk] : []
        if state.screen == .pile {
            parts.append(texts.pileCrumb)
        } else if state.screen == .overview {
            parts += [texts.overviewCrumb, texts.period(state.overview.period)]
        } else {
            switch state.focus {
            case .queue(let pane): parts.append(texts.paneTitle(pane))
            case .inquiry, .editor:
                if let id = state.current, let head = state.head(id) {
                    parts += [texts.paneTitle(head.channel.pane), head.reference.short]
                }
            }
        }
        for part in parts { runs.append(TextRun(" > " + part, style)) }
        return runs
    }

    private static func person(_ state: AppState, width: Int) -> String {
        let texts = state.texts
        let wall = state.zone.wallTime(at: state.now)
        let clock = Phrases.clock(wall)
        var parts = [state.naming.short(state.agent)]
        if state.screen == .overview, state.caller.roles.contains(.supervisor) {
            parts[0] = "\(texts.supervisor): \(parts[0])"
        }
        if width < 70 { return (parts + [String(clock.prefix(5))]).joined(separator: " | ") }
        let left = state.wrapUpLeft.map { " \($0) s" } ?? ""
        parts.append(
            state.call == nil
                ? texts.standing(state.shown(state.agent), state, isShort: width < 100)
                : texts.presence(state.shownPresence) + left)
        if width < 100 { return (parts + [clock]).joined(separator: " | ") }
        parts.append(texts.openOnes(state.board.open(of: state.agent)))
        parts.append(Phrases(state.language).shortDate(wall.date) + " " + clock)
        return parts.joined(separator: " | ")
    }

    // MARK: Health

    private static func drawHealth(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) {
        canvas.fill(rect, Style(.text))
        if state.screen == .overview {
            let texts = state.texts
            let read = state.overview.readAt.map { texts.clock($0, state) }
            canvas.field(
                texts.overviewLine(texts.period(state.overview.period), read), at: Point(x: 1, y: rect.y),
                width: rect.width - 2, Style(.secondary))
            return
        }
        let isWide = rect.width >= 100
        var gateway = state.texts.gateway(state.gateway)
        let gatewayStyle = Style(gatewayRole(state.gateway))
        var wanted = gateway.isEmpty ? 0 : TextWidth.of(gateway) + 2
        var runs = health(state, isWide: isWide)
        if width(runs) > rect.width - 2 - wanted { runs = health(state, isWide: false) }
        if width(runs) > rect.width - 2 - wanted {
            gateway = state.texts.gatewayShort(state.gateway)
            wanted = gateway.isEmpty ? 0 : TextWidth.of(gateway) + 2
        }
        // A sentence about what is wrong takes what the figures leave, at least half of the line.
        let gatewayWidth = min(wanted, max(rect.width / 2, rect.width - 3 - width(runs)))
        canvas.runs(runs, at: Point(x: 1, y: rect.y), width: max(0, rect.width - 2 - gatewayWidth))
        guard !gateway.isEmpty else { return }
        let place = Point(x: rect.maxX - gatewayWidth + 1, y: rect.y)
        canvas.field(gateway, at: place, width: gatewayWidth - 2, gatewayStyle)
    }

    private static func width(_ runs: [TextRun]) -> Int { runs.reduce(0) { $0 + TextWidth.of($1.text) } }

    private static func gatewayRole(_ status: GatewayStatus) -> Role {
        switch status {
        case .limping: .statusSoon
        case .stopped: .statusBroken
        default: .secondary
        }
    }

    /// Status is a word and a sign beside its colour (law 9).
    private static func health(_ state: AppState, isWide: Bool) -> [TextRun] {
        let texts = state.texts
        let figures = state.overview.today
        let phone = figures.flatMap { Goal.phone.share($0) }.flatMap(enough)
        let late = state.board.broken(.email, at: state.now)
        let missing = state.board.missingReceipts
        let solved = figures.flatMap { enough($0.solvedAtDesk) }
        let parts: [(String, String, String, Role)] = [
            (
                texts.healthPhone(phone), texts.healthShort(0) + (phone.map { " \($0) %" } ?? " –"),
                mark(phone, 80), role(phone, 80)
            ),
            (
                texts.healthEmail(late), texts.healthEmail(late), late == 0 ? texts.ok : "!!",
                late == 0 ? .statusOK : .statusBroken
            ),
            (
                texts.healthReceipts(missing), texts.healthReceipts(missing),
                missing == 0 ? texts.ok : "!", missing == 0 ? .statusOK : .statusSoon
            ),
            (
                texts.healthSolved(solved), texts.healthShort(1) + (solved.map { " \($0) %" } ?? " –"),
                mark(solved, 90), role(solved, 90)
            ),
        ]
        var runs: [TextRun] = []
        for (index, part) in parts.enumerated() {
            if index > 0 { runs.append(TextRun(" | ", Style(.secondary))) }
            runs.append(TextRun(isWide ? part.0 : part.1, Style(.text)))
            if !part.2.isEmpty { runs.append(TextRun(" " + part.2, Style(part.3))) }
            if isWide, index == 3, solved != nil {
                runs.append(TextRun(" " + texts.goalMark(90), Style(.secondary)))
            }
        }
        return runs
    }

    private static func enough(_ share: DeskFigures.Share) -> Int? {
        share.of < Goal.leastObservations ? nil : share.percent
    }

    private static func mark(_ percent: Int?, _ target: Int) -> String {
        guard let percent else { return "" }
        return percent >= target ? "ok" : percent >= target - 10 ? "!" : "!!"
    }

    private static func role(_ percent: Int?, _ target: Int) -> Role {
        guard let percent else { return .secondary }
        return percent >= target ? .statusOK : percent >= target - 10 ? .statusSoon : .statusBroken
    }

    // MARK: Tabs of the narrow screen

    private static func drawTabs(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) {
        canvas.fill(rect, Style(.text))
        var x = 1
        for pane in QueuePane.allCases {
            let list = state.list(pane)
            let broken = state.board.broken(pane, at: state.now)
            let text =
                "\(pane.rawValue) \(state.texts.paneTab(pane)) \(list.waiting + list.appointments)"
                + (broken > 0 ? " !!" : "")
            let isHere = state.focus == .queue(pane) && state.screen == .desk
            x += canvas.text(
                text, at: Point(x: x, y: rect.y),
                Style(isHere ? .paneTitleFocus : .paneTitle, underline: isHere))
            x += canvas.text("  ", at: Point(x: x, y: rect.y), Style(.secondary))
        }
        let isHere = !state.focus.isQueue
        let number = state.current.flatMap { state.head($0)?.reference.short } ?? "–"
        canvas.text(
            "5 \(number)", at: Point(x: x, y: rect.y),
            Style(isHere ? .paneTitleFocus : .paneTitle, underline: isHere))
    }
}

extension Phrases {
    /// `10:42:17`.
    static func clock(_ wall: WallTime) -> String {
        let seconds = wall.milliseconds / 1_000
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
}
