import SkrankeDomain
import Testing

@testable import SkrankeConsole

@Suite("The board: every open row, in order, whatever comes")
struct BoardTests {
    /// Numbers that look random and are the same each time.
    private struct Steps {
        var state: UInt64 = 7
        mutating func next(_ limit: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % limit
        }
    }

    private func head(_ number: UInt64, _ random: inout Steps, version: Int) throws -> InquiryHead {
        let reference = try #require(PublicReference(year: 2026, number: Int(number)))
        let channel = Channel.allCases[Int(random.next(UInt64(Channel.allCases.count)))]
        var head = InquiryHead(
            Inquiry(
                id: InquiryID(Identifier(high: 1, low: number)), reference: reference,
                receivedAt: Moment(milliseconds: Int64(number)), channel: channel, language: .nb,
                contact: nil, contactType: .citizen, topic: nil, subject: nil),
            name: nil, subject: nil)
        head.due = random.next(4) == 0 ? nil : Moment(milliseconds: Int64(random.next(1_000)))
        head.owner = [nil, Demo.kari, Demo.liv][Int(random.next(3))]
        head.isOverdue = random.next(6) == 0
        head.version = version
        if random.next(5) == 0 { head.state = .closed }
        return head
    }

    @Test func panesAndSectionsStayInOrder() throws {
        var board = QueueBoard(me: Demo.kari)
        var model: [UInt64: InquiryHead] = [:]
        var random = Steps()
        for version in 1...3_000 {
            let number = random.next(300) + 1
            let row = try head(number, &random, version: version)
            _ = board.update(row)
            model[number] = row.state.isOpen ? row : nil
        }
        for pane in QueuePane.allCases {
            for section in QueueSection.allCases {
                let wanted = model.values.filter {
                    $0.channel.pane == pane && QueueSection($0, me: Demo.kari) == section
                }
                #expect(board.keys(pane, section) == wanted.map { QueueKey($0) }.sorted())
            }
        }
        #expect(board.openCount == model.count)
        let free = model.values.filter(\.isTakeable).map { QueueKey($0) }.min()
        #expect(board.mostUrgent(chats: true).map { QueueKey($0) } == free)
    }

    @Test func anOlderRowIsLate() throws {
        var board = QueueBoard(me: Demo.kari)
        var random = Steps()
        var row = try head(1, &random, version: 2)
        row.state = .received
        _ = board.update(row)
        row.version = 1
        row.owner = Demo.liv
        _ = board.update(row)
        #expect(board.heads[row.id]?.version == 2)
    }
}
