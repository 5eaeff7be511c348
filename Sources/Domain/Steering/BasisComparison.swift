/// The figures of a quarter beside those of the quarter before it that was taken.
package struct BasisComparison: Sendable {
    private let now: [Key: BasisFigure]
    private let before: [Key: BasisFigure]

    private struct Key: Hashable {
        let measure: BasisMeasure
        let municipality: Code<Municipality>?
    }

    package init(_ now: [BasisFigure], before: [BasisFigure]) {
        func byKey(_ figures: [BasisFigure]) -> [Key: BasisFigure] {
            Dictionary(
                figures.map { (Key(measure: $0.measure, municipality: $0.municipality), $0) },
                uniquingKeysWith: { first, _ in first })
        }
        self.now = byKey(now)
        self.before = byKey(before)
    }

    package func figure(_ measure: BasisMeasure, of municipality: Code<Municipality>? = nil) -> BasisFigure? {
        now[Key(measure: measure, municipality: municipality)]
    }

    package func earlier(_ measure: BasisMeasure, of municipality: Code<Municipality>? = nil) -> BasisFigure?
    {
        before[Key(measure: measure, municipality: municipality)]
    }

    package var hasEarlier: Bool { !before.isEmpty }

    /// Measures of the region of which there is less than before.
    package var worsened: [(now: BasisFigure, before: BasisFigure)] {
        BasisMeasure.allCases.filter(\.isBetterWhenMore).compactMap { measure in
            guard let now = figure(measure), let before = earlier(measure), let new = now.thousandths,
                let old = before.thousandths, new < old
            else { return nil }
            return (now, before)
        }
    }

    /// Whose figure is not shown to others: any count of people in it from 1 to 4 could point at somebody. When
    /// that hides one municipality alone the smallest other is hidden too, because what the region has in all
    /// would tell.
    package func hidden(_ measure: BasisMeasure) -> Set<Code<Municipality>> {
        guard measure.isOfPeople else { return [] }
        let own = now.values.filter { $0.measure == measure && $0.municipality != nil }
        var hidden = Set(own.filter(\.isSmall).compactMap(\.municipality))
        if hidden.count == 1 {
            let next = own.filter { figure in
                figure.municipality.map { !hidden.contains($0) } ?? false && (figure.whole ?? 0) > 0
            }.min {
                ($0.whole ?? 0, $0.municipality?.text ?? "") < ($1.whole ?? 0, $1.municipality?.text ?? "")
            }
            if let code = next?.municipality { hidden.insert(code) }
        }
        return hidden
    }
}

extension BasisFigure {
    /// Counts below this are not shown to others (spec S3).
    package static let shownFrom = 5

    fileprivate var isSmall: Bool {
        guard let part, let whole else { return false }
        return [part, whole - part, whole].contains { (1..<Self.shownFrom).contains($0) }
    }
}
