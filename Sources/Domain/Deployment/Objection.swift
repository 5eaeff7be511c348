/// A written objection of a mayor against a decision of the chair of the region, recorded as it was told (Wvr 39).
/// The chair's report to the councils mentions it (Wvr 40).
package struct Objection: Hashable, Codable, Sendable {
    /// The mayor, or whoever spoke for them.
    package let by: String
    package let municipality: Code<Municipality>?
    /// The entry of the decision; nil when it is against something that was not recorded as one.
    package let decision: Int?

    package init(by: String, municipality: Code<Municipality>?, decision: Int?) {
        self.by = by
        self.municipality = municipality
        self.decision = decision
    }
}
