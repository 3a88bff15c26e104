import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// The inquiries behind a figure, with its formula: nothing on the overview is a bare number (facts §4.9).
public struct BehindCard: Sendable {
    public var title: String
    /// How it is reckoned, and its counts.
    public var lines: [String]
    /// Nil until the store has answered.
    public var rows: [FigureRow]?
    /// What was asked; nil where the console itself knows.
    var figure: Figure?
    public var view = ListView<InquiryID>(height: 10)
    var items: ListItems<InquiryID> { ListItems((rows ?? []).map(\.head.id)) }
    /// So many are read.
    public static let rows = 500
}

extension AppState {
    mutating func show(_ figure: Figure, _ title: String, _ lines: [String]) -> [Effect] {
        var card = BehindCard(title: title, lines: lines)
        card.figure = figure
        overlay = .behind(card)
        let range = overview.range(at: now, zone: zone)
        return [.loadBehind(figure, from: range.from, to: range.to)]
    }

    mutating func show(_ heads: [InquiryHead], _ title: String, _ lines: [String]) -> [Effect] {
        var card = BehindCard(title: title, lines: lines)
        card.rows = heads.prefix(BehindCard.rows).map { FigureRow(head: $0, isKept: nil) }
        card.view.update(card.items)
        overlay = .behind(card)
        return []
    }

    mutating func takeBehind(_ figure: Figure, _ rows: [FigureRow]) {
        guard case .behind(var card) = overlay, card.figure == figure else { return }
        card.rows = rows.map { row in
            FigureRow(head: mayRead ? row.head : row.head.withoutContent, isKept: row.isKept)
        }
        card.view.update(card.items)
        overlay = .behind(card)
    }

    mutating func press(_ key: Key, in card: BehindCard) -> [Effect] {
        var card = card
        if let movement = Movement(key) {
            card.view.move(movement, in: card.items)
            overlay = .behind(card)
        } else if key == Key(.enter) {
            guard let id = card.view.selected else {
                overlay = nil
                return []
            }
            guard mayRead else {
                refuse(.mayNotRead)
                return []
            }
            overlay = nil
            return open(id)
        }
        return []
    }
}
