/// What a typed reference may mean: people read references out over the telephone, and scripts are written by
/// people (model §5.9).
public enum TypedReference: Equatable, Sendable {
    /// A full reference: exactly this one.
    case full(PublicReference)
    /// A short one, e.g. `4217-X`: one for each year in which its check character fits, newest first.
    case short([PublicReference])
    /// The shape is right and the check character is not: what was probably meant, likeliest first. Only those
    /// that exist are worth naming.
    case mistyped([PublicReference])
    case malformed
}

extension PublicReference {
    /// Reads `text` in the full or the short form, in any case, with or without dashes, dots and blanks.
    ///
    /// - Parameter year: the newest year whose references may be meant.
    public static func read(_ text: String, year: Int) -> TypedReference {
        do throws(ReferenceFault) {
            return .full(try parse(text))
        } catch .wrongCheckCharacter {
            return mistyped(text)
        } catch {
            return readShort(text, year: year)
        }
    }

    private static func readShort(_ text: String, year: Int) -> TypedReference {
        var fits: [PublicReference] = []
        var isShaped = false
        for year in stride(from: min(year, 2_099), through: 2_000, by: -1) {
            do throws(ReferenceFault) {
                fits.append(try parse(short: text, year: year))
            } catch .wrongCheckCharacter {
                isShaped = true
            } catch { return .malformed }
        }
        if !fits.isEmpty { return .short(fits) }
        guard isShaped, let (digits, _) = split(text), let typed = number(digits) else { return .malformed }
        return .mistyped([PublicReference(year: min(year, 2_099), number: typed)].compactMap { $0 })
    }

    /// The same digits with another character, one other digit, two neighbours swapped: the errors of reading
    /// out and typing off.
    private static func mistyped(_ text: String) -> TypedReference {
        guard let (digits, check) = split(text), digits.count == 8 else { return .malformed }
        var found: [PublicReference] = []
        func add(_ digits: [UInt8], mustFit: Bool) {
            guard let value = number(digits),
                let reference = PublicReference(year: 2_000 + value / 1_000_000, number: value % 1_000_000),
                !mustFit || reference.checkCharacter == check, !found.contains(reference)
            else { return }
            found.append(reference)
        }
        add(digits, mustFit: false)
        for place in digits.indices.dropLast() {
            var other = digits
            other.swapAt(place, place + 1)
            add(other, mustFit: true)
        }
        for place in digits.indices {
            for digit in UInt8(0x30)...0x39 {
                var other = digits
                other[place] = digit
                add(other, mustFit: true)
            }
        }
        return .mistyped(found)
    }

    /// Digits and check character of a text that has both.
    private static func split(_ text: String) -> (digits: [UInt8], check: Character)? {
        guard var symbols = try? symbols(of: text) else { return nil }
        if symbols.first == UInt8(ascii: "H") { symbols.removeFirst() }
        guard let check = symbols.popLast() else { return nil }
        return (symbols, Character(UnicodeScalar(check)))
    }
}
