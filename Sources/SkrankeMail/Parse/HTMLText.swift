import CXml
import Glibc

/// HTML mail as clean text: paragraphs, lists, quotes and links; no style, no script, no picture, and
/// nothing fetched.
enum HTMLText {
    static func plain(_ bytes: [UInt8], charset: String?) -> String {
        let cut = bytes.count > MailLimits.htmlBytes ? Array(bytes[..<MailLimits.htmlBytes]) : bytes
        // The message's own header knows better than a <meta> that a gateway left behind.
        let source = Charset.decode(cut, named: charset ?? metaCharset(cut))
        var walker = HTMLWalker()
        let wasRead = Array(source.utf8).withUnsafeBufferPointer { buffer -> Bool in
            buffer.withMemoryRebound(to: CChar.self) { chars in
                guard let base = chars.baseAddress,
                    let document = sk_html(base, Int32(clamping: chars.count))
                else { return false }
                defer { sk_free_doc(document) }
                guard let root = xmlDocGetRootElement(document) else { return false }
                walker.walk(root)
                return true
            }
        }
        // libxml2 stops at its depth limit and drops what follows: then the tags are stripped flat.
        let text = wasRead && !walker.isCut ? walker.text : stripped(source)
        return LineEnds.trimmed(LineEnds.normalised(text))
    }

    private static func metaCharset(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
        guard let place = head.firstRange(of: "charset=") else { return nil }
        let name = head[place.upperBound...].drop { $0 == "\"" || $0 == "'" }
            .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return name.isEmpty ? nil : String(name)
    }

    private static func stripped(_ source: String) -> String {
        var text = ""
        var isTag = false
        for character in source {
            switch character {
            case "<": isTag = true
            case ">":
                if isTag { text.append(" ") } else { text.append(character) }
                isTag = false
            default: if !isTag { text.append(character) }
            }
        }
        return text
    }
}

/// Goes through the tree without recursion, so that depth costs no stack.
struct HTMLWalker {
    private(set) var text = ""
    private(set) var isCut = false
    private var pendingSpace = false
    private var quote = 0
    private var preformatted = 0
    private var links: [(address: String, start: Int)] = []

    private static let hidden: Set<String> = [
        "script", "style", "head", "title", "template", "noscript", "object",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "table", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
        "section", "article", "header", "footer", "center", "form", "dl", "dt", "dd", "address", "hr",
    ]
    private static let spaced: Set<String> = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"]

    mutating func walk(_ root: xmlNodePtr) {
        var node: xmlNodePtr? = root
        var steps = 0
        while let current = node {
            steps += 1
            if steps > 400_000 || text.utf8.count > 4 * MailLimits.textScalars {
                isCut = true
                return
            }
            let goesDown = open(current)
            if goesDown, let child = current.pointee.children {
                node = child
                continue
            }
            close(current)
            node = next(after: current, within: root)
        }
    }

    private mutating func next(after node: xmlNodePtr, within root: xmlNodePtr) -> xmlNodePtr? {
        var current = node
        while current != root {
            if let sibling = current.pointee.next { return sibling }
            guard let parent = current.pointee.parent else { return nil }
            close(parent)
            current = parent
        }
        return nil
    }

    private func name(_ node: xmlNodePtr) -> String {
        guard node.pointee.type == XML_ELEMENT_NODE, let name = node.pointee.name else { return "" }
        return String(cString: name).lowercased()
    }

    /// Whether its children are to be read.
    private mutating func open(_ node: xmlNodePtr) -> Bool {
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            if let content = node.pointee.content { add(String(cString: content)) }
            return false
        case XML_ELEMENT_NODE: break
        default: return false
        }
        let tag = name(node)
        if Self.hidden.contains(tag) || isInvisible(node) { return false }
        if Self.blocks.contains(tag) { breakLine(Self.spaced.contains(tag) ? 2 : 1) }
        switch tag {
        case "br": text += "\n" + prefix
        case "hr": text += "---"
        case "li":
            breakLine(1)
            text += "- "
        case "td", "th": if !text.hasSuffix("\n"), !text.isEmpty { pendingSpace = true }
        case "blockquote": quote += 1
        case "pre": preformatted += 1
        case "a": links.append((attribute(node, "href") ?? "", text.utf8.count))
        case "img":
            if let words = attribute(node, "alt"), !words.isEmpty { add("[" + words + "]") }
        default: break
        }
        return true
    }

    private mutating func close(_ node: xmlNodePtr) {
        let tag = name(node)
        guard !tag.isEmpty, !Self.hidden.contains(tag), !isInvisible(node) else { return }
        switch tag {
        case "blockquote": quote = max(0, quote - 1)
        case "pre": preformatted = max(0, preformatted - 1)
        case "a": closeLink()
        default: break
        }
        if Self.blocks.contains(tag) { breakLine(Self.spaced.contains(tag) ? 2 : 1) }
    }

    /// The address stands behind the words, where they do not say it themselves: what is clicked is seen.
    private mutating func closeLink() {
        guard let link = links.popLast() else { return }
        let shown = String(decoding: text.utf8.dropFirst(link.start), as: UTF8.self)
        let address = link.address.hasPrefix("mailto:") ? String(link.address.dropFirst(7)) : link.address
        guard address.hasPrefix("http") || link.address.hasPrefix("mailto:"), !address.isEmpty,
            !shown.contains(address), address.utf8.count < 500
        else { return }
        if !shown.allSatisfy(\.isWhitespace) { text += " <" + address + ">" }
    }

    private func isInvisible(_ node: xmlNodePtr) -> Bool {
        guard let style = attribute(node, "style")?.lowercased().filter({ !$0.isWhitespace }) else {
            return false
        }
        return style.contains("display:none") || style.contains("visibility:hidden")
    }

    private func attribute(_ node: xmlNodePtr, _ name: String) -> String? {
        guard let value = xmlGetProp(node, name) else { return nil }
        defer { sk_free_text(value) }
        return String(cString: value)
    }

    private var prefix: String { quote == 0 ? "" : String(repeating: ">", count: min(quote, 8)) + " " }

    private mutating func breakLine(_ count: Int) {
        pendingSpace = false
        guard !text.isEmpty else {
            text += prefix
            return
        }
        var have = 0
        var rest = text.unicodeScalars[...]
        while let last = rest.last, last == "\n" || last == " " || last == ">" {
            if last == "\n" { have += 1 }
            rest = rest.dropLast()
        }
        let isAtStart = text.hasSuffix("\n") || text.hasSuffix("\n" + prefix)
        if have >= count, isAtStart { return }
        text += String(repeating: "\n", count: max(isAtStart ? 0 : 1, count - have)) + prefix
    }

    private mutating func add(_ words: String) {
        if preformatted > 0 {
            text += words
            return
        }
        for scalar in words.unicodeScalars {
            // A no-break space is meant to be seen; all else is space between words.
            if scalar.properties.isWhitespace, scalar != "\u{A0}" {
                pendingSpace = true
            } else {
                if pendingSpace, let last = text.unicodeScalars.last, last != "\n", last != " " {
                    text.append(" ")
                }
                pendingSpace = false
                text.unicodeScalars.append(scalar == "\u{A0}" ? " " : scalar)
            }
        }
    }
}
