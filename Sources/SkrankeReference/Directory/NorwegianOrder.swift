import Foundation

/// The order of the Norwegian alphabet as a key that sorts by its bytes: æ, ø, å last and in this order, `aa` as
/// å (Norsk Standard 4103), ä and ö as æ and ø, other marks left out, small as capital letters.
///
/// Written here, and not asked of the system's `nb_NO`, which few servers have installed.
public enum NorwegianOrder {
    public static func key(_ name: String) -> String {
        var key = ""
        let letters = Array(name.precomposedStringWithCanonicalMapping.lowercased())
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            index += 1
            if letter == "a", index < letters.count, letters[index] == "a" {
                key += "{3"
                index += 1
                continue
            }
            switch letter {
            case "æ", "ä": key += "{1"
            case "ø", "ö": key += "{2"
            case "å": key += "{3"
            default: key += plain(letter)
            }
        }
        return key
    }

    /// Without its marks; what is no letter or digit parts words.
    private static func plain(_ letter: Character) -> String {
        guard letter.isLetter || letter.isNumber else { return " " }
        return String(
            String.UnicodeScalarView(
                String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
                    !$0.properties.isDiacritic
                }))
    }
}
