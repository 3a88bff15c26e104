import Glibc
import SkrankeDomain

/// Text from a shell: bytes that somebody else made. What is not UTF-8 is refused at its byte, never repaired,
/// for a repaired name is another name.
enum OutsideText {
    /// Where the bytes stop being UTF-8; nil where they never do.
    static func firstFault(_ bytes: some Sequence<UInt8>) -> Int? {
        var codec = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch codec.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    /// Refuses arguments that the standard library would have repaired in silence.
    static func checkArguments() throws {
        for number in 1..<max(1, Int(CommandLine.argc)) {
            guard let text = CommandLine.unsafeArgv[number] else { return }
            let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
            guard let fault = firstFault(bytes) else { continue }
            let language = (try? Language.chosen(flaggedLanguage, Shell.environment)) ?? .nb
            throw Usage.failure(
                language.choose(
                    nb:
                        "Argument \(number) er ikke gyldig UTF-8: byte \(fault + 1) passer ikke. Bruk UTF-8 i "
                        + "terminalen og i skriptet (LC_ALL=C.UTF-8, iconv).",
                    nn:
                        "Argument \(number) er ikkje gyldig UTF-8: byte \(fault + 1) passar ikkje. Bruk UTF-8 i "
                        + "terminalen og i skriptet (LC_ALL=C.UTF-8, iconv).",
                    en:
                        "Argument \(number) is not valid UTF-8: byte \(fault + 1) does not fit. Use UTF-8 in the "
                        + "terminal and in the script (LC_ALL=C.UTF-8, iconv)."))
        }
    }

    private static var flaggedLanguage: String? {
        let words = CommandLine.arguments
        guard let flag = words.firstIndex(of: "--language"), flag + 1 < words.count else { return nil }
        return words[flag + 1]
    }

    /// The value of `--text`: the words themselves, or standard input where they are `-`.
    static func text(_ argument: String, _ language: Language) throws -> String {
        guard argument == "-" else { return Normal.form(argument) }
        // One byte more than the longest text can have: that it is too long is seen, and no more is read.
        let most = Limits.messageLength * 4 + 1
        let bytes = standardInput(most)
        if let fault = firstFault(bytes), fault < most - 4 {
            throw Failure(
                language.choose(
                    nb: "Teksten fra standard inn er ikke gyldig UTF-8: byte \(fault + 1) passer ikke.",
                    nn: "Teksten frå standard inn er ikkje gyldig UTF-8: byte \(fault + 1) passar ikkje.",
                    en: "The text from standard input is not valid UTF-8: byte \(fault + 1) does not fit."),
                code: 64, word: "usage")
        }
        var text = String(decoding: bytes, as: UTF8.self)
        // The line end that every shell adds is not the citizen's.
        if text.unicodeScalars.last == "\n" { text.unicodeScalars.removeLast() }
        return Normal.form(text)
    }

    private static func standardInput(_ most: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while bytes.count < most {
            let count = read(STDIN_FILENO, &buffer, min(buffer.count, most - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
        }
        return bytes
    }
}
