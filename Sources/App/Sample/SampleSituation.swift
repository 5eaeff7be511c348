/// How the sample's region is organised (spec R4, M1). The raw value is what the command line takes.
package enum SampleSituation: String, CaseIterable, Sendable {
    /// Duty lines that the municipalities share: the design the board works towards.
    case pooled
    /// Every municipality in its own way, as the board found it in September 2019.
    case year2019 = "2019"

    /// The regions that ship in this situation.
    package var regions: [String] {
        switch self {
        case .pooled: ShippedRegions.codes
        case .year2019: ["VR17"]
        }
    }
}
