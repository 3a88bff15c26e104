import SkrankeDomain

/// What the templates read, by the names of the properties. Texts are raw; the template escapes them.
struct FrameModel {
    struct Link {
        var code: String
        var name: String
        var href: String
        var current: Bool
    }
    var lang: String
    var title: String
    var municipality: String
    var words: PageWords.Frame
    var languages: [Link]
    var embedded: Bool
    var stamp: String
    var profile: CitizenProfile
    var hasContact: Bool
    var opening: OpeningInfo
    var home: String
    var script: Bool
}

struct AskModel {
    var frame: FrameModel
    var words: PageWords.Ask
    var talk: PageWords.Talk
    /// The same as JSON, for the script.
    var labels: String
    var lead: String
    var greeting: String?
    var action: String
    var key: String
    var question: String
    var name: String
    var email: String
    var phone: String
    var isContactOpen: Bool
    var answerLanguages: [FrameModel.Link]
    var limit: Int
    var problem: String?
}

struct StatusModel {
    struct Fact {
        var name: String
        var value: String
        /// RFC 3339 where the value is a time.
        var time: String?
    }
    struct Line {
        /// citizen, agent, system, receipt
        var kind: String
        var who: String
        var time: String
        var when: String
        var text: String
        var lang: String
    }
    var frame: FrameModel
    var words: PageWords.Status
    var state: String
    var stateCode: String
    var facts: [Fact]
    var lines: [Line]
    var isEmpty: Bool
    var refresh: String
}

struct ProblemModel {
    var frame: FrameModel
    var detail: String
}
