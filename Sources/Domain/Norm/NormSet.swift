/// Every norm of a region with its history; rules ask it at the instant in question (spec R2).
package struct NormSet: Sendable {
    /// All rows in the order of recording, those that no longer count too.
    package let norms: [Norm]
    private let series: [Key: NormSeries]

    private struct Key: Hashable {
        let code: NormCode
        let subject: NormSubject
    }

    package static let empty = NormSet([])

    package init(_ norms: [Norm]) {
        let norms = norms.sorted { $0.sequence < $1.sequence }
        self.norms = norms
        let rows = Dictionary(grouping: norms) { Key(code: $0.code, subject: $0.subject) }
        series = Dictionary(
            uniqueKeysWithValues: rows.map { key, own in
                // A subject's own number stands above the region's.
                let general =
                    key.subject == .region ? [] : rows[Key(code: key.code, subject: .region)] ?? []
                return (key, NormSeries(general + own))
            })
    }

    /// The norm through all time, a subject's own number above the region's.
    package func series(of code: NormCode, for subject: NormSubject = .region) -> NormSeries {
        series[Key(code: code, subject: subject)] ?? series[Key(code: code, subject: .region)] ?? .empty
    }

    package func norm(of code: NormCode, for subject: NormSubject = .region, at instant: Instant) -> Norm? {
        series(of: code, for: subject).norm(at: instant)
    }

    /// Nil: not established (*niet vastgesteld*).
    package func value(of code: NormCode, for subject: NormSubject = .region, at instant: Instant) -> Int? {
        series(of: code, for: subject).value(at: instant)
    }

    /// A number that the product cannot go on without.
    package func number(of vital: VitalNorm, at instant: Instant) -> Int {
        value(of: vital.code, at: instant) ?? vital.lastResort
    }

    /// What the law says at `instant`, also where a stricter decision stands above it.
    package func law(of code: NormCode, for subject: NormSubject = .region, at instant: Instant) -> Norm? {
        norms.last {
            $0.code == code && ($0.subject == subject || $0.subject == .region) && $0.status == .statutory
                && $0.withdrawnAt == nil && $0.interval.contains(instant)
        }
    }

    package func adding(_ norm: Norm) -> NormSet {
        NormSet(norms + [norm])
    }
}
