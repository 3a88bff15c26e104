import Foundation
import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeRuntime

/// Every error says what is wrong and what to do, in the user's language (issue 9).
struct SentencesTests {
    private static let faults: [StoreFault] = [
        .full, .locked(holder: 7), .locked(holder: nil), .unreadable("EACCES"),
        .newer(found: 3, known: 2), .upgradeBlocked(found: 1, known: 2), .notOwned("ola"),
        .corrupt("page 3"), .closed, .failed("x"),
    ]
    private static let paths: [PathFault] = [
        .noHome, .unsupportedStore(scheme: "postgres"), .unsupportedStore(scheme: "http"), .invalidPath("x"),
        .notAFolder("/x"), .notOwned("/x"), .openToOthers("/x"), .failed("open", path: "/x", errno: ENOSPC),
        .failed("open", path: "/x", errno: EACCES),
    ]
    private static let troubles: [GatewayTrouble] = [
        .portTaken("a:1"), .addressUnavailable("a:1"), .portForbidden("a:1"), .store("full"),
        .store("locked"),
        .store("corrupt"), .startFailed("exit 1"), .failed("x"),
    ]

    /// Each says something of its own in each language: a problem and what to do, in two sentences at least.
    @Test func everyFaultHasASentenceInEveryLanguage() {
        var all: [[String]] = Self.faults.map { fault in
            Language.allCases.map { Sentences.text(fault, path: "/s.db", $0) }
        }
        all += Self.paths.map { fault in Language.allCases.map { Sentences.text(fault, $0) } }
        all += Self.troubles.map { trouble in Language.allCases.map { Sentences.text(trouble, $0) } }
        for texts in all {
            #expect(Set(texts).count == 3)
            for text in texts { #expect(text.split(separator: ".").count >= 2 && text.hasSuffix(".")) }
        }
        #expect(Set(all.map { $0[0] }).count == all.count)
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7]) func troublesSurviveTheNote(_ index: Int) {
        let trouble = Self.troubles[index]
        #expect(GatewayTrouble(code: trouble.code, detail: trouble.detail) == trouble)
    }
}
