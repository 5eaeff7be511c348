/// Places on a grid of equal tiles, each as near to its own position as there is room: big and small
/// municipalities count alike.
package struct TileMap: Equatable, Sendable {
    package struct Tile: Equatable, Sendable {
        package let municipality: Code<Municipality>
        /// From the west.
        package let column: Int
        /// From the north.
        package let row: Int
    }

    package let tiles: [Tile]
    package let columns: Int
    package let rows: Int

    package init(_ places: [Municipality]) {
        let columns = places.isEmpty ? 0 : Int((Double(places.count) * 1.5).squareRoot().rounded(.up))
        let rows = places.isEmpty ? 0 : (places.count + columns - 1) / columns + 1
        func wanted(_ value: Double, _ all: [Double], _ count: Int) -> Double {
            guard let low = all.min(), let high = all.max(), high > low else { return 0 }
            return (value - low) / (high - low) * Double(count - 1)
        }
        let west = places.map(\.position.longitude)
        let south = places.map { -$0.position.latitude }
        var free = (0..<rows).flatMap { row in (0..<columns).map { (column: $0, row: row) } }
        // From the north west on, so that the same places give the same map.
        let ordered = places.sorted {
            ($1.position.latitude, $0.position.longitude, $0.code) < (
                $0.position.latitude, $1.position.longitude, $1.code
            )
        }
        tiles = ordered.compactMap { place in
            let x = wanted(place.position.longitude, west, columns)
            let y = wanted(-place.position.latitude, south, rows)
            func distance(_ cell: (column: Int, row: Int)) -> Double {
                let (dx, dy) = (Double(cell.column) - x, Double(cell.row) - y)
                return dx * dx + dy * dy
            }
            guard let index = free.indices.min(by: { distance(free[$0]) < distance(free[$1]) }) else {
                return nil
            }
            let cell = free.remove(at: index)
            return Tile(municipality: place.code, column: cell.column, row: cell.row)
        }
        self.columns = columns
        self.rows = rows
    }
}
