import SkrankeReference

/// The repository's `Data/` and theme, compiled in, so that a bare executable starts (craft §3.7).
///
/// `PackageResources` is made by the build from the files that Package.swift names with `.embedInCode`:
/// there is no second copy to forget.
enum Embedded {
    static var data: [DataFile: Result<DataText, DataFileError>] {
        var sources: [DataFile: Result<DataText, DataFileError>] = [:]
        for file in DataFile.allCases {
            sources[file] = .success(text("Data/\(file.fileName)", bytes(file)))
        }
        return sources
    }

    static var theme: DataText { text("Themes/skranke.toml", PackageResources.skranke_toml) }

    private static func bytes(_ file: DataFile) -> [UInt8] {
        switch file {
        case .desk: PackageResources.desk_toml
        case .holidays: PackageResources.holidays_toml
        case .units: PackageResources.units_toml
        case .services: PackageResources.services_toml
        case .topics: PackageResources.topics_toml
        case .directory: PackageResources.directory_toml
        case .texts: PackageResources.texts_toml
        case .absence: PackageResources.absence_toml
        case .visits: PackageResources.visits_toml
        }
    }

    private static func text(_ path: String, _ bytes: [UInt8]) -> DataText {
        DataText(shownPath: path, text: String(decoding: bytes, as: UTF8.self))
    }
}
