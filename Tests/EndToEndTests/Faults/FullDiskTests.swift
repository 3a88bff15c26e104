import Foundation
import Glibc
import Testing

extension EndToEnd {
    /// A file system of a few megabytes that only this test sees; where the kernel allows none, a limit on
    /// the size of files, which SQLite meets as an error of the disk.
    private static func onSmallDisk(_ desk: DeskFolder, _ script: String) throws -> Child.Outcome {
        let head = """
            set -u; mount -t tmpfs -o size=2m,mode=0700 none "$1/store" || exit 99
            program="$2"; folder="$1"; language="$3"

            """
        try FileManager.default.createDirectory(
            atPath: desk.folder + "/store", withIntermediateDirectories: true)
        let words = [
            "/bin/sh", "-c", head + script, "sh", desk.folder, Repository.program, "",
        ]
        let flags = geteuid() == 0 ? ["unshare", "-m"] : ["unshare", "-rm"]
        return try Child(flags + words, environment: desk.environment).outcome(within: 120)
    }

    @Test(arguments: [
        Sentence("nb", "Disken er full", "Frigjør plass"), Sentence("nn", "Disken er full", "Frigjer plass"),
        Sentence("en", "The disk is full", "Free some space"),
    ])
    func aFullDisk(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let script = """
            export XDG_STATE_HOME="$folder/store"; L="--language \(sentence.language)"
            "$program" inquiry register --channel email --text Trygt >/dev/null || exit 98
            dd if=/dev/zero of="$folder/store/ballast" bs=4096 2>/dev/null
            text=$(head -c 20000 /dev/zero | tr '\\0' x)
            "$program" inquiry register --channel email --text "$text" $L
            echo "status $?"
            echo "read: $("$program" inquiry list --json $L)"
            "$program" journal verify --json $L | sed 's/^/full: /'
            "$program" doctor $L >/dev/null 2>&1
            rm "$folder/store/ballast"
            "$program" inquiry register --channel email --text Etterpå >/dev/null || exit 97
            "$program" inquiry list --json
            "$program" journal verify --json
            """
        let outcome = try Self.onSmallDisk(desk, script)
        #expect(outcome.status == 0, "\(outcome.status) \(outcome.out) \(outcome.err)")
        for word in sentence.words { #expect(outcome.err.contains(word), "\(outcome.err)") }
        #expect(outcome.out.contains("status 1\n"), "\(outcome.out)")
        // What is there can be read while nothing can be written.
        #expect(outcome.out.contains("read: {\"channel\""), "\(outcome.out) \(outcome.err)")
        #expect(outcome.out.contains("full: {\"events\""), "\(outcome.out) \(outcome.err)")
        #expect(outcome.out.components(separatedBy: "\n{\"channel\"").count - 1 == 2, "\(outcome.out)")
        #expect(outcome.out.contains("\"problems\":[]"))
    }
}
