import Domain
import Storage
import Web

/// For which functions people from elsewhere work for the visitor's municipalities, and with what mandate (spec P2).
struct MandatePage: Sendable {
    /// Served by people from elsewhere, by municipality and in the order of the catalogue.
    let rows: [Row]
    let municipalities: [Municipality]
    let functions: [CrisisFunction]
    let csrf: String

    struct Row: Sendable {
        let municipality: Municipality
        let function: CrisisFunction
        /// How many people of other employers hold it for this municipality.
        let people: Int
        /// Nil: it is missing.
        let mandate: FunctionMandate?
    }

    var missingCount: Int { rows.count { $0.mandate == nil } }

    func missing(in municipality: Code<Municipality>) -> [Code<CrisisFunction>] {
        rows.filter { $0.municipality.code == municipality && $0.mandate == nil }.map(\.function.code)
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        csrf = visit.signedIn.csrf
        let reach = visit.signedIn.reach(of: .editPeople)
        let municipalities = try tx.municipalities().filter {
            $0.exists(on: visit.today) && reach.includes($0.code)
        }
        self.municipalities = municipalities
        let serving = try tx.servingFromElsewhere(at: visit.now)
        let mandates = try tx.functionMandates().filter { $0.holds(on: visit.today) }
        functions = try tx.functions()
        var rows: [Row] = []
        for municipality in municipalities {
            for function in functions {
                let people = serving[municipality.code]?[function.code]?.count ?? 0
                guard people > 0 else { continue }
                rows.append(
                    Row(
                        municipality: municipality, function: function, people: people,
                        mandate: mandates.first {
                            $0.municipality == municipality.code && $0.function == function.code
                        }))
            }
        }
        self.rows = rows
    }
}

extension Transaction {
    /// Who holds a function for a municipality that does not employ them.
    fileprivate func servingFromElsewhere(
        at now: Instant
    ) throws -> [Code<Municipality>: [Code<CrisisFunction>: Set<ID<Functionary>>]] {
        let served = try servedMunicipalities(on: Amsterdam.day(at: now))
        let employers = Dictionary(
            try functionaries().map { ($0.id, $0.municipality) }, uniquingKeysWith: { first, _ in first })
        var serving: [Code<Municipality>: [Code<CrisisFunction>: Set<ID<Functionary>>]] = [:]
        for designation in try designations() where designation.interval?.contains(now) == true {
            guard let employer = employers[designation.person] else { continue }
            for municipality in served.others(of: designation, employedBy: employer) {
                serving[municipality, default: [:]][designation.function, default: []].insert(
                    designation.person)
            }
        }
        return serving
    }

    /// Municipalities for which somebody works in a function without a mandate, by name.
    func municipalitiesWithoutMandate(
        _ designation: Designation, of person: Functionary, on day: Day
    ) throws -> [String] {
        let served = try servedMunicipalities(on: day).others(
            of: designation, employedBy: person.municipality)
        guard !served.isEmpty else { return [] }
        let mandated = Set(
            try functionMandates().filter { $0.function == designation.function && $0.holds(on: day) }
                .map(\.municipality))
        return try municipalities().filter { served.contains($0.code) && !mandated.contains($0.code) }
            .map(\.name)
    }
}
