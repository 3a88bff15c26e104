import Foundation
import Testing

@testable import SkrankeMail

/// The citizen's new words in a reply, in the dialects of the programs that he may use (R140).
@Suite struct ReplyCutTests {
    /// What each of talon's standard replies says, written by us.
    static let standard: [(file: String, reply: String)] = [
        ("android.eml", "Hello"), ("aol.eml", "Hello"), ("apple_mail.eml", "Hello"),
        ("apple_mail_2.eml", "Hello"), ("comcast.eml", "Hello"), ("gmail.eml", "Hello"),
        ("hotmail.eml", "Hello"), ("iphone.eml", "Hello\n\nSent from my iPhone"), ("outlook.eml", "Hello"),
        ("sparrow.eml", "Hello\n\n--\nxxx\nSent with Sparrow (http://www.sparrowmailapp.com/?sig)"),
        ("thunderbird.eml", "Hello"), ("yahoo.eml", "Hello"),
    ]

    @Test func talonsRepliesAreCut() throws {
        let files = Shared.files("talon/fixtures/standard_replies", ["eml"])
        if files.isEmpty { return }
        var wrong: [String] = []
        for (name, wanted) in Self.standard {
            let url = try #require(files.first { $0.lastPathComponent == name })
            let text = try #require(MailReader.read(Shared.bytes(url))).text
            let cut = ReplyCut.cut(text)
            if cut != wanted { wrong.append("\(name): \(cut.debugDescription) of \(text.debugDescription)") }
        }
        #expect(Double(wrong.count) <= 0.1 * Double(Self.standard.count), "\(wrong.joined(separator: "\n"))")
    }

    /// As Norwegian programs quote, and what must stay whole.
    @Test(arguments: [
        (
            "Takk!\n\ntir. 24. nov. 2026 kl. 10:12 skrev Servicetorget <post@kongsvinger.example>:\n\n> Hei\n",
            "Takk!"
        ),
        (
            "Tusen takk, det passer.\n\nFra: Servicetorget <post@kongsvinger.example>\nSendt: tirsdag 24. november 2026 10:12\nTil: Blid Tranebær\nEmne: Svar\n\nHei",
            "Tusen takk, det passer."
        ),
        ("Ja takk\n\n-----Opprinnelig melding-----\nFra: desk\nhei", "Ja takk"),
        ("Takk skal du ha.\nDen 24.11.2026 10:12, skreiv Servicetorget:\n> hei", "Takk skal du ha."),
        (
            "> Har du målt vannet?\nJa, i går.\n> Hva ble det?\n214 liter",
            "> Har du målt vannet?\nJa, i går.\n> Hva ble det?\n214 liter"
        ),
        (
            "Den 24. desember er det stengt, står det.\nStemmer det?",
            "Den 24. desember er det stengt, står det.\nStemmer det?"
        ),
        ("Fra: stasjonen til skolen, når går bussen?", "Fra: stasjonen til skolen, når går bussen?"),
        ("Hei\n\n________________________________\nFra: a\nSendt: b\nTil: c", "Hei"),
        ("", ""), ("> bare sitat", "> bare sitat"),
    ])
    func norwegianRepliesAreCut(text: String, reply: String) {
        #expect(ReplyCut.cut(text) == reply)
    }
}
