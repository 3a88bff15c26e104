import Foundation

extension Shell {
    /// What the program looks at: the names of the system that mean something to it, and all of its own. A list
    /// of its own names would be forgotten where the next is added.
    static var environment: [String: String] {
        let names: Set<String> = [
            "HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "NO_COLOR", "TERM", "LANG",
            "LC_ALL", "LC_MESSAGES", "LANGUAGE", "TMPDIR",
        ]
        return ProcessInfo.processInfo.environment.filter { name, _ in
            names.contains(name) || name.hasPrefix("SKRANKE_")
        }
    }
}
