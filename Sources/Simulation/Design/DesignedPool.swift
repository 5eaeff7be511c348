import Domain

/// A pool as a design changes it: newcomers and newly trained people, and who is on duty for which
/// municipalities. People keep their numbers and newcomers come last, so that two designs with one seed ask
/// the same chance about the same person.
package struct DesignedPool: Sendable {
    package private(set) var pool: StaffingPool
    /// Per function and municipality: whose people may work there.
    let sharing: [[Set<Int>]]

    package init(_ pool: StaffingPool, _ design: StaffingDesign) {
        self.pool = pool
        let indices = Dictionary(
            pool.municipalities.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        sharing = pool.functions.map { function in
            Self.partners(design.sharing, function.code, indices, count: pool.municipalities.count)
        }
        if design.trainsLapsed { trainLapsed() }
        for (index, function) in pool.functions.enumerated() {
            certify(design.extraCertificates[function.code] ?? 0, for: index)
        }
        for (index, function) in pool.functions.enumerated() {
            add(design.extraPeople[function.code] ?? 0, for: index)
        }
        if let districts = design.districts {
            let sets = districts.map { Set($0.compactMap { indices[$0] }) }
            rosterAgain(pool.functions.map { _ in sets }, fromElsewhere: true)
        } else if case .byFunction(let all) = design.sharing {
            rosterAgain(
                pool.functions.map { Self.parts(of: $0.code, all, indices) }, fromElsewhere: false)
        }
    }

    /// Per municipality, which municipalities' people may work for it. One that stands in no part is alone.
    private static func partners(
        _ sharing: StaffingDesign.Sharing, _ function: Code<CrisisFunction>,
        _ indices: [Code<Municipality>: Int], count: Int
    ) -> [Set<Int>] {
        let parts: [Set<Int>]
        switch sharing {
        case .local: parts = []
        case .regional: parts = [Set(0..<count)]
        case .intermunicipal(let groups): parts = groups.map { Set($0.compactMap { indices[$0] }) }
        case .byFunction(let all): parts = Self.parts(of: function, all, indices)
        }
        return (0..<count).map { place in
            parts.filter { $0.contains(place) }.reduce([place]) { $0.union($1) }
        }
    }

    private static func parts(
        of function: Code<CrisisFunction>, _ all: [StaffingDesign.FunctionParts],
        _ indices: [Code<Municipality>: Int]
    ) -> [Set<Int>] {
        all.filter { $0.function == function }.flatMap(\.parts).map { Set($0.compactMap { indices[$0] }) }
    }

    private mutating func trainLapsed() {
        for index in pool.members.indices {
            pool.members[index].functions = Set(pool.members[index].functions + pool.members[index].lapsed)
                .sorted()
            pool.members[index].lapsed = []
        }
    }

    /// First those who are designated already, then those with the fewest functions.
    private mutating func certify(_ count: Int, for function: Int) {
        let order = pool.members.indices.filter { !pool.members[$0].functions.contains(function) }.sorted {
            rank($0, function) < rank($1, function)
        }
        for index in order.prefix(max(0, count)) {
            pool.members[index].functions = (pool.members[index].functions + [function]).sorted()
            pool.members[index].lapsed.removeAll { $0 == function }
        }
    }

    private func rank(_ member: Int, _ function: Int) -> (Int, Int, Int) {
        (
            pool.members[member].lapsed.contains(function) ? 0 : 1, pool.members[member].functions.count,
            member
        )
    }

    /// Spread over the municipalities in turn.
    private mutating func add(_ count: Int, for function: Int) {
        guard !pool.municipalities.isEmpty else { return }
        for number in 0..<max(0, count) {
            let place = (function + number) % pool.municipalities.count
            let colleagues = pool.members.indices.filter { pool.members[$0].municipality == place }
            let newcomer = pool.members.count
            pool.members.append(
                StaffingPool.Member(
                    municipality: place, base: place, functions: [function],
                    acquaintances: Set(colleagues)))
            for colleague in colleagues { pool.members[colleague].acquaintances.insert(newcomer) }
        }
    }

    /// A first and a backup per function and district: those who are on duty now before others, people of the
    /// district before those from elsewhere. Whoever is left over is on duty no more.
    ///
    /// - Parameter districts: per function.
    private mutating func rosterAgain(_ districts: [[Set<Int>]], fromElsewhere: Bool) {
        let now = pool.members.map(\.duties)
        for index in pool.members.indices { pool.members[index].duties = [] }
        for function in pool.functions.indices {
            let running = now.flatMap { $0 }.filter { $0.function == function }
            guard let interval = running.first?.interval else { continue }
            for district in districts[function] {
                let order = pool.members.indices.filter { index in
                    pool.members[index].functions.contains(function) && pool.members[index].duties.isEmpty
                        && !pool.members[index].absent.contains { $0.overlaps(interval) }
                        && (fromElsewhere || district.contains(pool.members[index].municipality))
                }.sorted { left, right in
                    key(left, function, district, now) < key(right, function, district, now)
                }
                for (place, index) in order.prefix(2).enumerated() {
                    pool.members[index].duties = [
                        StaffingPool.Duty(
                            function: function, served: district, isBackup: place == 1, interval: interval)
                    ]
                }
            }
        }
    }

    private func key(
        _ member: Int, _ function: Int, _ district: Set<Int>, _ duties: [[StaffingPool.Duty]]
    ) -> (Int, Int, Int) {
        let isOnDuty = member < duties.count && duties[member].contains { $0.function == function }
        return (isOnDuty ? 0 : 1, district.contains(pool.members[member].municipality) ? 0 : 1, member)
    }
}
