import Domain
import Web

/// The municipalities as equal tiles in their rough place, each with its share in words.
struct TileMapPicture {
    private static let size = 96

    let map: TileMap
    let names: [Code<Municipality>: String]
    /// Nil: not shown.
    let figures: [Code<Municipality>: BasisFigure]
    let own: [Code<Municipality>]
    let label: String

    var html: HTML {
        """
        <svg class="tiles" viewBox="0 0 \(map.columns * Self.size) \(map.rows * Self.size)" role="img" aria-label="\(label)">
        \(tiles)</svg>
        """
    }

    /// By itself, with its own colours, for a paper.
    var file: HTML {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(map.columns * Self.size) \(map.rows * Self.size)" role="img" aria-label="\(label)">
        <style>text{font:13px sans-serif;fill:#1B1F23}.share{font-weight:bold;font-size:17px}
        .tile{fill:#fff;stroke:#57606A}.tile-own{stroke:#1B1F23;stroke-width:4}.level{fill:#0B6E69}</style>\(tiles)</svg>
        """
    }

    private var tiles: [HTML] {
        map.tiles.map { tile -> HTML in
            let (x, y) = (tile.column * Self.size + 3, tile.row * Self.size + 3)
            let side = Self.size - 6
            let figure = figures[tile.municipality]
            // How full the foot of the tile is tells the share without colour.
            let level = (figure?.thousandths ?? 0) * side / 1_000
            let mark: HTML = own.contains(tile.municipality) ? " tile-own" : ""
            let name = names[tile.municipality] ?? tile.municipality.text
            return """
                <rect class="tile\(mark)" x="\(x)" y="\(y)" width="\(side)" height="\(side)" rx="6"/>
                <rect class="level" x="\(x)" y="\(y + side - 8)" width="\(level)" height="8"/>
                <text x="\(x + 8)" y="\(y + 24)">\(Self.short(name))</text>
                <text class="share" x="\(x + 8)" y="\(y + 54)">\(figure?.text ?? "–")</text>
                """
        }
    }

    /// Fits in a tile.
    private static func short(_ name: String) -> String {
        name.count <= 11 ? name : "\(name.prefix(10))."
    }
}

/// A small line of shares over quarters; unknown quarters are left out.
struct TrendPicture {
    let values: [Int?]
    let label: String

    var html: HTML? {
        let points = values.enumerated().compactMap { index, value in
            value.map { (x: index * 116 / max(1, values.count - 1) + 2, y: 26 - $0 * 24 / 1_000) }
        }
        guard points.count > 1, let last = points.last else { return nil }
        let line = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
        return """
            <svg class="trend" viewBox="0 0 124 30" role="img" aria-label="\(label)"><polyline points="\(line)"/>
            <circle cx="\(last.x)" cy="\(last.y)" r="3"/></svg>
            """
    }
}
