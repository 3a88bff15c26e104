import SkrankeDomain
import SkrankeReference
import SkrankeScreen

/// Reads a municipality's files: the folder that the locator finds, else what is compiled in.
///
/// Reads anew on each call; safe from any thread.
public struct DataLoader: Sendable {
    public struct Loaded: Sendable {
        public var data: ReferenceData
        /// Where it comes from, for `doctor` and the health strip.
        public var folder: DataFolder
    }

    public let locator: Locator
    private let zone: @Sendable (String) -> TimeZoneRules?

    /// - Parameter zone: The rules of a time zone, by default the system's tz database.
    public init(
        _ locator: Locator, zone: @escaping @Sendable (String) -> TimeZoneRules? = DataLoader.systemZone
    ) {
        self.locator = locator
        self.zone = zone
    }

    /// The system's tz database.
    public static let systemZone: @Sendable (String) -> TimeZoneRules? = { try? ZoneFile.rules($0) }

    /// The municipality's data, checked.
    /// - Throws: Every error of every file. Nothing is made up in its place: a desk with another's hours
    ///   would promise wrong dates.
    public func load() throws(DataFileErrors) -> Loaded {
        guard let folder = locator.dataFolder() else {
            return Loaded(
                data: try ReferenceData.decode(Embedded.data, zone: zone), folder: DataFolder(.embedded, ""))
        }
        var sources: [DataFile: Result<DataText, DataFileError>] = [:]
        for file in DataFile.allCases {
            let path = "\(folder.path)/\(file.fileName)"
            sources[file] = Result { () throws(DataFileError) in try FileSystem.text(path) }
        }
        return Loaded(data: try ReferenceData.decode(sources, zone: zone), folder: folder)
    }

    /// The theme called `name`; the compiled-in `skranke` where no folder has one of that name.
    /// - Throws: What is wrong with it; the caller shows the sentence and takes `Palette.skranke`.
    public func theme(_ name: String) throws(DataFileErrors) -> Palette {
        guard DataLoader.isThemeName(name) else {
            throw DataFileErrors(DataFileError(file: "Themes", expected: .format(.code), found: name))
        }
        switch themeText(name) {
        case .success(let source?):
            return try ThemeFile.decode(source) { parent in
                DataLoader.isThemeName(parent) ? (try? themeText(parent).get()) ?? nil : nil
            }
        case .success(nil):
            throw DataFileErrors(DataFileError(file: "Themes/\(name).toml", expected: .readableFile))
        case .failure(let error):
            throw DataFileErrors(error)
        }
    }

    /// The first file of that theme, else the compiled-in one; nil when there is none.
    private func themeText(_ name: String) -> Result<DataText?, DataFileError> {
        for path in locator.themeFiles(name) where FileSystem.exists(path) {
            return Result { () throws(DataFileError) in try FileSystem.text(path, limit: 200_000) }
        }
        return .success(name == "skranke" ? Embedded.theme : nil)
    }

    /// Small letters, digits and hyphens: a name never leads out of its folder.
    private static func isThemeName(_ name: String) -> Bool {
        let isPlain = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        return isPlain && (1...60).contains(name.utf8.count)
    }
}
