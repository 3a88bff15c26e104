import Foundation
import Testing

@testable import SkrankeMail

/// Real-world bad input (../shared/corpora): nothing is refused, and what is decoded is right.
@Suite struct CorpusTests {
    static let messages = Shared.files("", ["msg", "eml", "raw"])

    @Test(arguments: messages)
    func everyMessageIsRead(_ url: URL) throws {
        let mail = try #require(MailReader.read(Shared.bytes(url)))
        #expect(mail.text.unicodeScalars.count <= MailLimits.textScalars)
    }

    /// The bodies that mime4j decoded, with character set and line ends normalised.
    @Test(arguments: Shared.files("mime4j/testmsgs", ["msg"]))
    func bodiesAreDecodedAsMime4jDoes(_ url: URL) throws {
        let stem = url.deletingPathExtension().lastPathComponent + "_decoded_"
        let folder = url.deletingLastPathComponent()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasPrefix(stem) }
        let leaves = MailReader.leaves(Shared.bytes(url))
        var have = leaves.map { Self.normal($0.bytes) }
        for name in names.sorted() {
            let wanted = Self.normal(Shared.bytes(folder.appendingPathComponent(name)))
            // An empty part that is not there is no loss.
            if wanted.isEmpty { continue }
            // Where header and body can't be told apart we keep more than mime4j does, never less.
            if let place = have.firstIndex(of: wanted) ?? have.firstIndex(where: { $0.contains(wanted) }) {
                have.remove(at: place)
            } else {
                Issue.record(
                    "\(name): no part is \(wanted.prefix(120).debugDescription) among \(have.map { $0.prefix(120) })"
                )
            }
        }
    }

    private static func normal(_ bytes: [UInt8]) -> String {
        LineEnds.normalised(Charset.decode(bytes, named: nil)).split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
    }

    /// At least 95 in a hundred of the bounces are seen as what they are, with address and status.
    @Test func bouncesAreClassified() throws {
        let files = Shared.files("bounces", ["eml"])
        if files.isEmpty { return }
        var missed: [String] = []
        for url in files {
            let mail = MailReader.read(Shared.bytes(url))
            // Some of the set are answering machines and spam complaints, which are neither lost nor answered.
            if url.lastPathComponent.hasPrefix("rfc3834"), mail?.automatic != nil { continue }
            let report = mail?.report
            let isWhole =
                report.map { $0.outcome == .complaint || ($0.status != nil && !$0.addresses.isEmpty) }
                ?? false
            if !isWhole { missed.append("\(url.lastPathComponent) \(report.map { "\($0)" } ?? "no report")") }
        }
        let share = Double(files.count - missed.count) / Double(files.count)
        print("bounces: \(files.count - missed.count) of \(files.count)")
        #expect(share >= 0.95, "\(missed.joined(separator: "\n"))")
    }
}
