import SkrankeDomain

/// All that a municipality says in its data files (law 8), decoded and checked against each other.
public struct ReferenceData: Sendable {
    public var policy: DeskPolicy
    public var municipality: MunicipalityProfile
    public var directory: Directory
    public var topics: TopicList
    public var units: [MunicipalUnit]
    public var services: [ServiceDeclaration]
    public var absenceCodes: [AbsenceCode]
    public var settings: DeskSettings

    /// Decodes the files of `Data/`. A file that could not be read is passed on as its error.
    /// - Parameter zone: The rules of a time zone by its name, nil where the system knows none.
    /// - Throws: Every error of every file; with one error, all files are refused.
    public static func decode(
        _ sources: [DataFile: Result<DataText, DataFileError>], zone: (String) -> TimeZoneRules?
    ) throws(DataFileErrors) -> ReferenceData {
        var decoding = Decoding(sources)
        let data = decoding.assemble(zone)
        if let errors = DataFileErrors(decoding.allErrors()) { throw errors }
        return data
    }
}

/// One run of the decoders over all files.
private struct Decoding {
    private var logs: [DataFile: FileLog] = [:]
    private var unreadable: [DataFile: DataFileError] = [:]

    init(_ sources: [DataFile: Result<DataText, DataFileError>]) {
        for file in DataFile.allCases {
            switch sources[file] {
            case .success(let source)?: logs[file] = FileLog(file: source.shownPath, text: source.text)
            case .failure(let error)?: unreadable[file] = error
            case nil: unreadable[file] = DataFileError(file: file.fileName, expected: .readableFile)
            }
        }
    }

    /// The log of `file`; an unreadable file is an empty one, of which nothing but that is told.
    private func log(_ file: DataFile) -> FileLog { logs[file] ?? FileLog(file: file.fileName, text: "") }

    mutating func assemble(_ zone: (String) -> TimeZoneRules?) -> ReferenceData {
        let desk = DeskFile.read(log(.desk))
        let days = HolidaysFile.read(log(.holidays))
        let units = UnitsFile.read(log(.units))
        let services = ServicesFile.read(log(.services))
        let topics = TopicsFile.read(log(.topics))
        let directory = DirectoryFile.read(log(.directory))
        let visits = VisitsFile.read(log(.visits))
        let rules = zone(desk.municipality.timeZone)
        if rules == nil, !desk.municipality.timeZone.isEmpty {
            log(.desk).report(
                "municipality.time_zone", .format(.timeZone), found: desk.municipality.timeZone)
        }
        resolve(services, topics)
        let codes = AbsenceFile.read(log(.absence))
        var policy = DeskPolicy(
            calendar: OpeningCalendar(
                zone: rules ?? .utc, weekly: desk.weekly, holidays: days.holidays, exceptions: days.exceptions
            ),
            language: desk.municipality.language, promises: desk.promises, channels: desk.channels,
            services: Policies.services(services, topics), units: Policies.units(units, directory),
            staff: Policies.staff(directory),
            texts: TextsFile.read(log(.texts)).filled(for: desk.municipality),
            topics: Set(topics.topics.map(\.code)), mail: desk.settings.mail?.policy,
            visits: visits)
        policy.absences = codes.map { AbsencePolicy(code: $0.code, name: $0.name) }
        policy.phone = desk.phone
        policy.directory = Policies.directory(directory, codes)
        return ReferenceData(
            policy: policy, municipality: desk.municipality, directory: directory, topics: topics,
            units: units,
            services: services, absenceCodes: codes, settings: desk.settings)
    }

    /// Looks up each code that a file names, unless the file that defines such codes is itself broken.
    private func resolve(_ services: [ServiceDeclaration], _ topics: TopicList) {
        let homes: [(DataExpectation.Referent, DataFile)] = [
            (.unit, .units), (.topic, .topics), (.theme, .topics), (.person, .directory),
        ]
        for (kind, home) in homes {
            guard let definitions = logs[home]?.definitions[kind] else { continue }
            for file in DataFile.allCases {
                guard let log = logs[file] else { continue }
                for reference in log.references where reference.kind == kind {
                    if definitions[reference.code] != nil { continue }
                    let nearest = Nearness.nearest(to: reference.code, among: definitions.keys)
                    log.report(reference.path, .reference(kind, nearest: nearest), found: reference.code)
                }
            }
        }
        Policies.check(services, topics, log(.services), log(.topics), hasServices: logs[.services] != nil)
    }

    func allErrors() -> [DataFileError] {
        DataFile.allCases.flatMap { file -> [DataFileError] in
            if let error = unreadable[file] { return [error] }
            return logs[file]?.sortedErrors ?? []
        }
    }
}
