import ArgumentParser
import SkrankeDomain

/// What a promise made at a moment would be, and why: the domain's own rules on the desk's own calendar.
struct DeadlineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline", abstract: "When something received at a moment is due, and why.",
        discussion: "Times are in RFC 3339, e.g. 2026-11-27T14:00:00+01:00. Reads the data files, no store.",
        subcommands: [
            EmailAnswer.self, Complaint.self, AppointmentDate.self, LegalMonth.self, ExpectedFinal.self,
            OpeningMinutes.self,
        ])

    struct Inputs: ParsableArguments {
        @Option(help: "The folder of the municipality's data files.")
        var data: String?
        @Option(help: "Language of the reason: nb, nn or en.")
        var language: String?
        @OptionGroup var output: OutputOptions

        func policy() throws -> (DeskPolicy, Language) {
            var options = DeskOptions()
            options.data = data
            options.language = language
            let policy = try options.loadData().data.policy
            return (policy, try Language.chosen(language, Shell.environment) ?? policy.language)
        }

        func moment(_ text: String) throws -> Moment {
            guard let moment = Moment(rfc3339: text) else {
                throw ValidationError("'\(Plain.field(text))' is no time in RFC 3339, e.g. 2026-11-27T14:00:00+01:00")
            }
            return moment
        }

        func tell(
            _ text: String, _ compute: (PromiseDates, Moment) throws -> DeadlineComputation
        ) throws {
            let received = try moment(text)
            let (policy, language) = try policy()
            let computed = try compute(PromiseDates(policy: policy), received)
            let zone = policy.calendar.zone
            let answer = Answer(
                kind: computed.kind.rawValue, received: computed.received.rfc3339(zone: zone),
                starts: computed.start.rfc3339(zone: zone), due: computed.due.rfc3339(zone: zone),
                why: computed.why.text(language: language))
            if output.json {
                Shell.say(try JSONText.line(answer))
            } else {
                let phrases = Phrases(language)
                Shell.say(phrases.dateAndTime(zone.wallTime(at: computed.due)))
                Shell.say(answer.why)
            }
        }
    }

    struct Answer: Encodable {
        var kind: String
        var received: String
        var starts: String
        var due: String
        var why: String
    }

    struct EmailAnswer: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "email-answer", abstract: "A simple e-mail or left question: 48 hours, as two working days.")
        @OptionGroup var inputs: Inputs
        @Argument var receivedAt: String
        func run() throws { try inputs.tell(receivedAt) { $0.emailAnswer(received: $1) } }
    }

    struct Complaint: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "complaint", abstract: "A service complaint: the responsible leader within eight days.")
        @OptionGroup var inputs: Inputs
        @Argument var receivedAt: String
        func run() throws { try inputs.tell(receivedAt) { $0.complaint(received: $1) } }
    }

    struct AppointmentDate: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "appointment", abstract: "A meeting: held within eight days of the request.")
        @OptionGroup var inputs: Inputs
        @Argument var receivedAt: String
        func run() throws { try inputs.tell(receivedAt) { $0.appointment(requested: $1) } }
    }

    struct LegalMonth: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "legal-month", abstract: "The preliminary reply that the law wants within a month.")
        @OptionGroup var inputs: Inputs
        @Argument var receivedAt: String
        func run() throws {
            try inputs.tell(receivedAt) { dates, received in
                try DeadlineRule.legalMonth.computation(received: received, calendar: dates.policy.calendar)
            }
        }
    }

    struct ExpectedFinal: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "expected-final", abstract: "The final answer of a service's case work.")
        @OptionGroup var inputs: Inputs
        @Option(help: "The service's topic, as in services.toml.")
        var service: String
        @Argument var receivedAt: String
        func run() throws {
            let topic = TopicCode(service)
            try inputs.tell(receivedAt) { dates, received in
                guard dates.policy.services[topic]?.target != nil else {
                    throw Failure("services.toml: \(service)?")
                }
                return dates.expectedFinal(topic: topic, received: received)
            }
        }
    }

    struct OpeningMinutes: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "opening-minutes", abstract: "Minutes of opening time between two moments.")
        @OptionGroup var inputs: Inputs
        @Argument var from: String
        @Argument var to: String

        struct Minutes: Encodable {
            var minutes: Int
            var why: String
        }

        func run() throws {
            let (start, end) = (try inputs.moment(from), try inputs.moment(to))
            let (policy, language) = try inputs.policy()
            let calendar = policy.calendar
            let minutes = calendar.openingMinutes(from: start, to: end)
            let days = calendar.zone.date(at: start)...max(calendar.zone.date(at: start), calendar.zone.date(at: end))
            let count = calendar.workingDays(in: days)
            let why =
                switch language {
                case .nb: "\(minutes) minutter åpent, \(count) arbeidsdager berørt"
                case .nn: "\(minutes) minutt ope, \(count) arbeidsdagar rørte"
                case .en: "\(minutes) minutes open, \(count) working days touched"
                }
            Shell.say(
                inputs.output.json ? try JSONText.line(Minutes(minutes: minutes, why: why)) : "\(minutes)")
        }
    }
}
