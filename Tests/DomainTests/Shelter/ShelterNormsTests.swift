import Testing

@testable import Domain

@Suite struct ShelterNormsTests {
    private let norms = ShelterNorms(availableMinutes: 180, sharePercent: 10, most: 200, housingHours: 48)

    @Test(arguments: [
        (0, 0), (1, 1), (10, 1), (11, 2), (1_500, 150), (1_999, 200), (2_001, 200), (3_000, 200),
    ])
    func `there is a place for one in ten, up to two hundred`(affected: Int, places: Int) {
        #expect(norms.places(affected: affected) == places)
    }

    @Test func `what nobody established gives no number`() {
        let none = ShelterNorms(availableMinutes: nil, sharePercent: nil, most: 200, housingHours: nil)
        #expect(none.places(affected: 500) == nil)
        let open = ShelterNorms(availableMinutes: nil, sharePercent: 10, most: nil, housingHours: nil)
        #expect(open.places(affected: 9_000) == 900)
    }
}
