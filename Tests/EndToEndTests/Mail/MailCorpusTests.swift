import Foundation
import Testing

extension EndToEnd {
    /// Real-world bad input, by IMAP: nothing is rejected, and the process that reads it stays small.
    @Test func everyMessageOfTheCorporaBecomesVisible() throws {
        let files = Self.corpus()
        if files.isEmpty { return print("not here: ../shared/corpora; its messages are not tried") }
        let mail = try MailDesk(world: "accept")
        try mail.write("Den første")
        var distinct: Set<Data> = []
        for (index, url) in files.enumerated() {
            let bytes = try Data(contentsOf: url)
            if bytes.isEmpty || !distinct.insert(bytes).inserted { continue }
            try mail.house.place([UInt8](bytes), named: "\(1_700_000_000 + index).c\(index).host")
        }
        try mail.serve()
        let all = distinct.count + 1
        var largest = 0
        try eventually("all of them", within: 240) {
            largest = max(largest, Self.readerMemory(mail.gatewayProcess))
            return try Self.arrived(mail) >= all
        }
        #expect(try Self.arrived(mail) == all)
        #expect(mail.trouble == nil)
        print("messages: \(all), the reading process had \(largest / 1_024) MB at most")
        #expect(largest > 0 && largest < 256 * 1_024)
        #expect(try mail.desk.problems() == [])
    }

    private static func corpus() -> [URL] {
        let place = URL(fileURLWithPath: Repository.root + "/../shared/corpora").standardized
        let found = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)
        let files = (found?.allObjects ?? []).compactMap { $0 as? URL }
        return files.filter { ["msg", "raw", "eml"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
    }

    /// Letters that stand in an inquiry, whether new or on another's.
    private static func arrived(_ mail: MailDesk) throws -> Int {
        let outcome = try mail.desk.run("journal", "export")
        return outcome.out.split(separator: "\n").count { $0.contains("\"MailArrived\"") }
    }

    /// Kilobytes that the gateway's reading process ever had, 0 where it is not there.
    private static func readerMemory(_ gateway: pid_t?) -> Int {
        guard let gateway else { return 0 }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for pid in names.compactMap({ pid_t($0) }) {
            let words = (try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8)) ?? ""
            let status = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
            guard words.contains("read-mail"), status.contains("PPid:\t\(gateway)\n") else { continue }
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
        }
        return 0
    }
}
