/// How firm a fact about the region is (spec R1). The raw value is stored.
package enum FactStatus: String, CaseIterable, Sendable {
    case assumption
    /// From another source than the official one.
    case unconfirmed = "te bevestigen"
    /// From the official table, or the region's own.
    case established
}
