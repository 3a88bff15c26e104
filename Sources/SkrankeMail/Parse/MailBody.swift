/// What of a message is read as its text, and what is enclosed.
///
/// Of alternatives the plain one is taken, unless it is empty; text parts beside each other follow one
/// another; what has a file's name or is marked as enclosed is listed, not shown.
struct MailBody {
    private(set) var text = ""
    private(set) var parts: [MailPart] = []
    private(set) var isCut = false

    init(_ leaves: [MimeLeaf]) {
        let outer = leaves.filter { !$0.isEnclosed }
        let texts = outer.filter { Self.isText($0) }
        var taken: Set<Int> = []
        var dropped: Set<Int> = []
        for leaf in texts {
            guard let group = Self.alternative(leaf) else {
                taken.insert(leaf.index)
                continue
            }
            let members = texts.filter { Self.alternative($0) == group }
            guard let chosen = Self.chosen(members) else { continue }
            taken.insert(chosen.index)
            dropped.formUnion(members.map(\.index).filter { $0 != chosen.index })
        }
        var pieces: [String] = []
        for leaf in outer {
            if taken.contains(leaf.index) {
                let piece = Self.plain(leaf)
                if !piece.isEmpty { pieces.append(piece) }
            } else if !dropped.contains(leaf.index), !Self.isReportPart(leaf) {
                parts.append(Self.listed(leaf))
            }
        }
        let whole = pieces.joined(separator: "\n\n")
        let scalars = whole.unicodeScalars
        isCut = scalars.count > MailLimits.textScalars
        text = isCut ? String(String.UnicodeScalarView(scalars.prefix(MailLimits.textScalars))) : whole
    }

    private static func isText(_ leaf: MimeLeaf) -> Bool {
        guard !leaf.isAttachment, leaf.type == "text/plain" || leaf.type == "text/html" else { return false }
        return leaf.name == nil || leaf.isInline
    }

    /// The innermost multipart/alternative that it stands in.
    private static func alternative(_ leaf: MimeLeaf) -> MimeLeaf.Frame? {
        leaf.around.last { $0.type == "multipart/alternative" }
    }

    private static func chosen(_ members: [MimeLeaf]) -> MimeLeaf? {
        let plain = members.first { $0.type == "text/plain" && !Self.plain($0).isEmpty }
        return plain ?? members.first { $0.type == "text/html" } ?? members.first
    }

    static func plain(_ leaf: MimeLeaf) -> String {
        var text: String
        if leaf.type == "text/html" {
            text = HTMLText.plain(leaf.bytes, charset: leaf.charset)
        } else {
            text = LineEnds.normalised(Charset.decode(leaf.bytes, named: leaf.charset))
            if leaf.isFlowed { text = FlowedText.unfolded(text, deletesSpace: leaf.deletesSpace) }
        }
        return LineEnds.trimmed(text)
    }

    private static func isReportPart(_ leaf: MimeLeaf) -> Bool {
        leaf.around.last?.type == "multipart/report" && leaf.type == "message/delivery-status"
    }

    private static func listed(_ leaf: MimeLeaf) -> MailPart {
        let name = OneLine.clean(leaf.name ?? "").split(whereSeparator: { $0 == "/" || $0 == "\\" }).last
        return MailPart(
            index: leaf.index, name: name.map(String.init) ?? "", type: leaf.type, size: leaf.bytes.count,
            isInline: leaf.isInline && leaf.contentID != nil)
    }
}

/// Lines end with one sign.
enum LineEnds {
    static func normalised(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": scalars.append("\n")
            case "\n" where wasReturn: break
            case "\0": scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
            wasReturn = scalar == "\r"
        }
        return String(scalars)
    }

    /// Without blank space at the ends of lines and of the whole, and without long runs of empty lines.
    static func trimmed(_ text: String) -> String {
        var lines: [String] = []
        var empty = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var kept = line
            while let last = kept.unicodeScalars.last, last.properties.isWhitespace || last == "\u{200B}" {
                kept = Substring(kept.unicodeScalars.dropLast())
            }
            empty = kept.isEmpty ? empty + 1 : 0
            if empty <= 2, !(kept.isEmpty && lines.isEmpty) { lines.append(String(kept)) }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
