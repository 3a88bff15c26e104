extension Canvas {
    /// Gives a role to every place in a rectangle where a text stands, upper and lower case alike: the hits
    /// of `/`. It looks at what is drawn, so a hit across two lines is not found.
    /// - Returns: how many places were found.
    @discardableResult
    public mutating func highlight(_ needle: String, in rect: Rect, role: Role = .searchHit) -> Int {
        let wanted = Self.folded(needle)
        guard !wanted.isEmpty else { return 0 }
        let area = rect.intersection(clip)
        var hits = 0
        for y in area.y..<area.maxY {
            let places = (area.x..<area.maxX).filter { !grid[$0, y].isContinuation }
            let shown = places.map { Self.folded(grid[$0, y]) }
            var start = 0
            while start + wanted.count <= shown.count {
                guard shown[start..<(start + wanted.count)].elementsEqual(wanted) else {
                    start += 1
                    continue
                }
                let last = places[start + wanted.count - 1]
                let width = last - places[start] + 1
                restyle(Rect(x: places[start], y: y, width: width, height: 1), role: role)
                hits += 1
                start += wanted.count
            }
        }
        return hits
    }

    private static func folded(_ text: String) -> [String] {
        DisplayClusters(text).map { folded($0.cell(Style(.text))) }
    }

    private static func folded(_ cell: Cell) -> String {
        var text = ""
        cell.append(to: &text)
        return text.lowercased()
    }
}
