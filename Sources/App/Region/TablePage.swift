import Domain
import Storage
import Web

/// What the page with inhabitants shows: every reference date that is on record.
struct PopulationPage: Sendable {
    struct Moment: Sendable {
        let date: Day
        let rows: [(name: String, population: Population)]

        var total: Int { rows.map(\.population.inhabitants).reduce(0, +) }
    }

    /// Newest first.
    let moments: [Moment]
    let municipalityCount: Int
    let mayEdit: Bool

    init(_ visit: Visit, _ tx: Transaction) throws {
        let names = try tx.municipalityNames()
        let history = try tx.populationHistory()
        let byDate = Dictionary(grouping: history, by: \.population.referenceDate)
        moments = byDate.sorted { $0.key > $1.key }.map { date, rows in
            Moment(
                date: date,
                rows: rows.map { (names[$0.municipality] ?? $0.municipality.text, $0.population) }
                    .sorted { $0.0.folded < $1.0.folded })
        }
        municipalityCount = try tx.municipalities().count { $0.exists(on: visit.today) }
        mayEdit = visit.signedIn.may(.editRegion)
    }
}

/// What the page with travel times shows: from one municipality to all others.
struct TravelPage: Sendable {
    let origin: Municipality?
    let municipalities: [Municipality]
    let rows: [(name: String, there: TravelTime?, back: TravelTime?)]
    /// Of all pairs in the region.
    let count: Int
    let assumedCount: Int
    let mayEdit: Bool

    init(_ visit: Visit, _ tx: Transaction) throws {
        let present = try tx.municipalities().filter { $0.exists(on: visit.today) }
        let codes = Set(present.map(\.code))
        let times = try tx.travelTimes().filter {
            codes.contains($0.key.origin) && codes.contains($0.key.destination)
        }
        let chosen = visit.request.query["vanuit"]
        let origin = present.first { $0.code.text == chosen } ?? present.first
        self.origin = origin
        municipalities = present
        rows = present.map { other in
            let there = origin.flatMap { times[TravelFile.Pair(origin: $0.code, destination: other.code)] }
            let back = origin.flatMap { times[TravelFile.Pair(origin: other.code, destination: $0.code)] }
            return (other.name, there, back)
        }
        count = present.count * present.count
        assumedCount = times.values.count { $0.status == .assumption }
        mayEdit = visit.signedIn.may(.editRegion)
    }
}
