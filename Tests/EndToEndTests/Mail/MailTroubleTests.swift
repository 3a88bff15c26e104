import Foundation
import Testing

extension EndToEnd {
    /// A server that is away, and one that numbers anew: a sentence, the rest works, nothing is doubled.
    @Test func aMailServerMayBeAwayAndRenumber() throws {
        let mail = try MailDesk()
        try mail.write("Brev nummer en")
        mail.house.stopDovecot()
        try mail.serve()
        try eventually("the trouble has a name") { mail.trouble == "mail-in-unreachable" }
        let doctor = try mail.desk.run("doctor", "--json")
        #expect(doctor.out.contains("E-post hentes ikke"))
        #expect(try mail.list().isEmpty)
        try mail.house.startDovecot()
        try eventually("the backlog is caught up") { try mail.list().count == 1 }
        try eventually("all is well") { mail.trouble == nil }

        mail.house.stopDovecot()
        mail.house.renumber()
        try mail.house.startDovecot()
        try mail.write("Brev nummer to")
        try eventually("the renumbering is told") { mail.trouble == "mail-in-renumbered" }
        try eventually("the second letter") { try mail.list().count == 2 }
        try mail.write("Brev nummer tre")
        try eventually("the third letter") { try mail.list().count == 3 }
        #expect(try mail.desk.problems() == [])
    }

    /// Nobody takes our letters: they wait, and leave when somebody does.
    @Test func lettersWaitForWhoeverTakesThem() throws {
        let mail = try MailDesk(world: "later")
        try mail.serve()
        try mail.write("Brev")
        let reference = try eventually("the inquiry") { try mail.list().first?["reference"] as? String }
        try eventually("the trouble has a name") { mail.trouble == "mail-out-refusing" }
        #expect(try mail.states(reference) == ["receipt on-its-way"])
        #expect((try mail.show(reference)["receipts"] as? [Any])?.isEmpty == true, "said before it was given")
        let refused = try MailDesk(world: "refuse")
        try refused.serve()
        try refused.write("Brev")
        let other = try eventually("the inquiry") { try refused.list().first?["reference"] as? String }
        try eventually("refused for good") { try refused.states(other) == ["receipt refused"] }
    }

    @Test func withoutSettingsThereIsNoMailAndDoctorSaysSo() throws {
        let desk = try DeskFolder()
        _ = try desk.register("Hei")
        #expect(try desk.run("doctor", "--json").out.contains("[mail] mangler"))
    }
}
