import Testing

@testable import Domain

@Suite struct BasisComparisonTests {
    private func people(_ code: String, _ part: Int, of whole: Int) -> BasisFigure {
        BasisFigure(.competence, in: Code(code), part, of: whole)
    }

    @Test func `what fell is worse, what nobody knew before is not, and more money spent is neither`() {
        let comparison = BasisComparison(
            [
                BasisFigure(.coverage, 97, of: 100), BasisFigure(.competence, 80, of: 100),
                BasisFigure(.hours, 5, of: 10), BasisFigure(.money, 1, of: 10),
            ],
            before: [
                BasisFigure(.coverage, 98, of: 100), BasisFigure(.competence, 70, of: 100),
                BasisFigure(.hours, nil, of: 10), BasisFigure(.money, 5, of: 10),
            ])
        #expect(comparison.worsened.map(\.now.measure) == [.coverage])
        #expect(comparison.hasEarlier)
        #expect(!BasisComparison([], before: []).hasEarlier)
    }

    @Test func `a count of one to four people hides the municipality, of whatever side`() {
        let comparison = BasisComparison(
            [
                people("A", 3, of: 40), people("B", 37, of: 40), people("C", 2, of: 2),
                people("D", 20, of: 40),
                people("E", 40, of: 40), people("F", 0, of: 0),
            ], before: [])
        #expect(comparison.hidden(.competence) == [Code("A"), Code("B"), Code("C")])
        #expect(comparison.hidden(.coverage) == [])
    }

    @Test func `one hidden municipality alone is hidden with the smallest other, or the region would tell`() {
        let comparison = BasisComparison(
            [
                people("A", 3, of: 40), people("B", 20, of: 30), people("C", 25, of: 50),
                people("D", 0, of: 0),
            ],
            before: [])
        #expect(comparison.hidden(.competence) == [Code("A"), Code("B")])
    }
}
