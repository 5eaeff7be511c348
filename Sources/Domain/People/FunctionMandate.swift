/// That the college of a municipality lets whoever holds a function beyond their own employer work for it
/// (*mandaat*; spec P2). A missing one is told and blocks nothing.
package struct FunctionMandate: Hashable, Sendable {
    package let id: ID<FunctionMandate>
    package let municipality: Code<Municipality>
    package let function: Code<CrisisFunction>
    /// The decision of the college in which it stands.
    package let document: String
    package let validFrom: Day
    package let validThrough: Day?

    package init(
        id: ID<FunctionMandate>, municipality: Code<Municipality>, function: Code<CrisisFunction>,
        document: String, validFrom: Day, validThrough: Day? = nil
    ) {
        self.id = id
        self.municipality = municipality
        self.function = function
        self.document = document
        self.validFrom = validFrom
        self.validThrough = validThrough
    }

    package func holds(on day: Day) -> Bool {
        validFrom <= day && validThrough.map { $0 >= day } ?? true
    }
}

/// For which municipalities people work in a function, besides their employer: the whole region, or the municipalities
/// that share a duty district with it.
package struct ServedMunicipalities: Sendable {
    private let all: Set<Code<Municipality>>
    private let districts: [Code<CrisisFunction>: [Set<Code<Municipality>>]]

    /// - Parameters:
    ///   - all: of the region.
    ///   - districts: what each duty line of a function serves; a function without lines serves all.
    package init(
        all: Set<Code<Municipality>>, districts: [Code<CrisisFunction>: [Set<Code<Municipality>>]]
    ) {
        self.all = all
        self.districts = districts
    }

    package func others(
        of designation: Designation, employedBy employer: Code<Municipality>
    ) -> Set<Code<Municipality>> {
        let served: Set<Code<Municipality>>
        switch designation.scope {
        case .local: served = []
        case .region: served = all
        case .cluster:
            let parts = districts[designation.function] ?? [all]
            served = parts.filter { $0.contains(employer) }.reduce(into: []) { $0.formUnion($1) }
        }
        return served.intersection(all).subtracting([employer])
    }
}
