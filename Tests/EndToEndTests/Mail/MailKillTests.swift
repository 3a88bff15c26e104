import Foundation
import Glibc
import Testing

extension EndToEnd {
    /// kill -9 at random points while letters come and receipts go: none lost, none doubled, and what may have
    /// been sent twice says that nobody knows.
    @Test func killedGatewaysLoseAndDoubleNoLetter() throws {
        let mail = try MailDesk(world: "accept")
        var random = SeededNumbers(20_261_125)
        let count = 40
        try mail.serve()
        for number in 0..<count {
            try mail.write("Brev \(number)", subject: "Sak nr \(number)!")
            if number % 4 == 3 {
                Waiting.pause(milliseconds: Int(random.next() % 400))
                mail.killGateway()
                try mail.startGateway()
            }
        }
        _ = try mail.desk.gatewayAnswers(within: 60)
        try eventually("every letter is an inquiry", within: 60) { try mail.list().count >= count }
        var references: [String] = []
        try eventually("every receipt has an end", within: 120) {
            references = try mail.list().compactMap { $0["reference"] as? String }
            return try references.allSatisfy { try mail.states($0).allSatisfy { !$0.hasSuffix("way") } }
        }
        #expect(references.count == count)
        try Self.compare(mail, references, count)
        #expect(try mail.desk.problems() == [])
    }

    private static func compare(_ mail: MailDesk, _ references: [String], _ count: Int) throws {
        var subjects: Set<String> = []
        var taken: [String: Int] = [:]
        for message in try mail.house.accepted() {
            let text = String(decoding: message, as: UTF8.self)
            let name = MailDesk.header("Message-ID", text) ?? ""
            taken[name, default: 0] += 1
        }
        #expect(taken.values.allSatisfy { $0 == 1 }, "a letter was sent twice")
        var unknown = 0
        for reference in references {
            let letters = try mail.letters(reference)
            subjects.insert(letters.first?["subject"] as? String ?? "")
            let sent = taken.keys.filter { $0.hasPrefix("<" + reference.lowercased()) }.count
            switch try mail.states(reference) {
            case ["receipt accepted"]: #expect(sent == 1, "\(reference) is said to be sent")
            case ["receipt unknown"]:
                unknown += 1
                #expect(sent <= 1)
            case let other: Issue.record("\(reference): \(other)")
            }
        }
        #expect(subjects.count == count, "a letter is missing")
        print("letters: \(count), unknown after a kill: \(unknown)")
    }
}
