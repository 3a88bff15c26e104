/// Text in `format=flowed` with its paragraphs on one line each (RFC 3676 §4.2).
enum FlowedText {
    static func unfolded(_ text: String, deletesSpace: Bool) -> String {
        var lines: [(depth: Int, text: String)] = []
        var isOpen = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let depth = line.prefix { $0 == ">" }.count
            var content = line.dropFirst(depth)
            if content.first == " " { content = content.dropFirst() }
            let isSignature = content == "-- "
            let flows = content.last == " " && !isSignature
            if flows, deletesSpace { content = content.dropLast() }
            if isOpen, !isSignature, let last = lines.last, last.depth == depth {
                lines[lines.count - 1].text += content
            } else {
                lines.append((depth, String(content)))
            }
            isOpen = flows
        }
        return lines.map { line in
            line.depth == 0 ? line.text : String(repeating: ">", count: line.depth) + " " + line.text
        }.joined(separator: "\n")
    }
}
