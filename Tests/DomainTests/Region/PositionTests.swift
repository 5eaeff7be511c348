import Testing

@testable import Domain

@Suite struct PositionTests {
    private static let schiedam = Position(latitude: 51.9190, longitude: 4.3889)
    private static let rotterdam = Position(latitude: 51.9225, longitude: 4.4792)
    private static let amsterdam = Position(latitude: 52.3728, longitude: 4.8936)
    private static let middelburg = Position(latitude: 51.4988, longitude: 3.6100)

    private func municipality(_ code: String, _ position: Position) -> Municipality {
        Municipality(code: Code(code), name: code, position: position)
    }

    @Test(arguments: [
        (schiedam, rotterdam, 6.2), (rotterdam, amsterdam, 57.5), (rotterdam, middelburg, 76.4),
    ])
    func `distances are those of the map`(origin: Position, destination: Position, kilometres: Double) {
        #expect(abs(origin.kilometres(to: destination) - kilometres) < kilometres * 0.02)
    }

    @Test func `a distance is the same both ways, and none to the place itself`() {
        #expect(Self.schiedam.kilometres(to: Self.amsterdam) == Self.amsterdam.kilometres(to: Self.schiedam))
        #expect(Self.schiedam.kilometres(to: Self.schiedam) == 0)
    }

    @Test func `a quarter and half of the earth are right, over the pole and over the date line`() {
        let equator = Position(latitude: 0, longitude: 0)
        let quarter = Double.pi / 2 * 6371
        #expect(abs(equator.kilometres(to: Position(latitude: 90, longitude: 77)) - quarter) < 0.001)
        #expect(abs(equator.kilometres(to: Position(latitude: 0, longitude: -180)) - 2 * quarter) < 0.001)
        let (east, west) = (Position(latitude: 0, longitude: 179), Position(latitude: 0, longitude: -179))
        #expect(abs(east.kilometres(to: west) - quarter / 45) < 0.001)
    }

    @Test func `travel within a municipality is ten minutes, whatever its size`() {
        let here = municipality("GM0606", Self.schiedam)
        let sameCode = municipality("GM0606", Self.middelburg)
        #expect(EstimatedTravel.minutes(from: here, to: sameCode) == 10)
    }

    @Test func `travel between municipalities is five minutes and the road at 55 kilometres an hour`() {
        let schiedam = municipality("GM0606", Self.schiedam)
        let rotterdam = municipality("GM0599", Self.rotterdam)
        let amsterdam = municipality("GM0363", Self.amsterdam)
        // 57.5 km as the crow flies is 74.8 km by road: 82 minutes and five to leave and park.
        #expect(EstimatedTravel.minutes(from: rotterdam, to: amsterdam) == 87)
        #expect(EstimatedTravel.minutes(from: schiedam, to: rotterdam) == 14)
        #expect(EstimatedTravel.minutes(from: rotterdam, to: schiedam) == 14)
    }
}
