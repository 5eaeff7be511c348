import Foundation
import Testing

@testable import Domain

@Suite struct AgreementTests {
    /// A day of these tests; a typing error becomes 1970 and fails the test that meets it.
    private static func date(_ iso: String) -> Day {
        Day(iso: iso) ?? Day(daysSince1970: 0)
    }

    private func adoption(_ version: Int, _ choice: Adoption.Choice, _ day: String) -> Adoption {
        Adoption(
            id: ID(uuid: UUID()), agreement: ID(uuid: UUID()), version: version, municipality: Code("GM0606"),
            choice: choice, day: Self.date(day))
    }

    private let today = Self.date("2026-11-23")

    @Test func `a version is in force from its day on`() {
        let agreement = Agreement(
            id: ID(uuid: UUID()), theme: .pools, title: "",
            versions: [
                .init(number: 1, day: Self.date("2026-01-01"), text: "", source: ""),
                .init(number: 2, day: Self.date("2027-01-01"), text: "", source: ""),
            ])
        #expect(agreement.version(on: Self.date("2025-12-31")) == nil)
        #expect(agreement.version(on: today)?.number == 1)
        #expect(agreement.version(on: Self.date("2027-01-01"))?.number == 2)
    }

    @Test func `the last word counts, about this version or an earlier one`() {
        let first = adoption(1, .adopted, "2026-02-01")
        let later = adoption(2, .deviates("eigen rooster", harm: .notJudged), "2026-12-01")
        #expect(AdoptionStanding([], version: 1, on: today) == .notYet)
        #expect(AdoptionStanding([first], version: 1, on: today) == .adopted(first))
        #expect(AdoptionStanding([first, later], version: 2, on: today) == .earlier(first))
        #expect(AdoptionStanding([later, first], version: 2, on: later.day) == .deviates(later))
        let corrected = adoption(1, .withdrawn, "2026-02-01")
        #expect(AdoptionStanding([first, corrected], version: 1, on: today) == .withdrawn(corrected))
    }

    @Test func `people count unless their municipality is not in it or harms it`() {
        func binds(_ choice: Adoption.Choice, version: Int = 1) -> Bool {
            AdoptionStanding([adoption(1, choice, "2026-02-01")], version: version, on: today).binds
        }
        #expect(binds(.adopted))
        #expect(binds(.adopted, version: 2))
        #expect(binds(.deviates("a", harm: .notJudged)))
        #expect(binds(.deviates("a", harm: .harmless(ground: "b"))))
        #expect(!binds(.deviates("a", harm: .harmful(ground: "b"))))
        #expect(!binds(.deviates("a", harm: .harmful(ground: "b")), version: 2))
        #expect(!binds(.withdrawn))
        #expect(!AdoptionStanding.notYet.binds)
    }

    @Test func `the figures add up to all municipalities`() {
        let standings: [AdoptionStanding] = [
            .notYet, .adopted(adoption(1, .adopted, "2026-02-01")),
            .deviates(adoption(1, .deviates("a", harm: .harmful(ground: "b")), "2026-02-01")),
            .deviates(adoption(1, .deviates("a", harm: .notJudged), "2026-02-01")),
            .earlier(adoption(1, .adopted, "2026-02-01")),
        ]
        let figures = AdoptionFigures(standings)
        #expect(figures.municipalities == 5)
        #expect(figures.adopted == 1)
        #expect(figures.deviating == 2)
        #expect(figures.harmful == 1)
        #expect(figures.unjudged == 1)
        #expect(figures.notYet == 2)
    }
}
