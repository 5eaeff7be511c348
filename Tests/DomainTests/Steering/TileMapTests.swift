import Testing

@testable import Domain

@Suite struct TileMapTests {
    private func place(_ code: String, _ latitude: Double, _ longitude: Double) -> Municipality {
        Municipality(
            code: Code(code), name: code, position: Position(latitude: latitude, longitude: longitude))
    }

    @Test func `north stays above south and west left of east`() throws {
        let map = TileMap([
            place("NW", 52, 4), place("NO", 52, 5), place("ZW", 51, 4), place("ZO", 51, 5),
        ])
        func tile(_ code: String) throws -> TileMap.Tile {
            try #require(map.tiles.first { $0.municipality.text == code })
        }
        #expect(try tile("NW").row < tile("ZW").row && tile("NW").column < tile("NO").column)
        #expect(try tile("NO").row < tile("ZO").row && tile("ZW").column < tile("ZO").column)
    }

    @Test func `every place has a tile of its own, also when all lie at one spot, in whatever order given`() {
        let same = (0..<15).map { place("GM\($0)", 52, 4.5) }
        let map = TileMap(same)
        let cells = Set(map.tiles.map { "\($0.column) \($0.row)" })
        #expect(map.tiles.count == 15 && cells.count == 15)
        #expect(map.tiles.allSatisfy { $0.column < map.columns && $0.row < map.rows })
        #expect(TileMap(same.reversed()) == map)
        #expect(TileMap([]).tiles.isEmpty)
    }
}
