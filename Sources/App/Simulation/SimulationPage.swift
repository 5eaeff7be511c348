import Domain
import Simulation
import Storage
import Web

/// The list of simulations with, for whoever may, the form for a new one.
struct SimulationListPage {
    private static let runsMax = 50

    let runs: [SimulationRun]
    /// Nil for whoever may not run one, or where there is no region or roster to ask about.
    let form: SimulationForm?
    let functionNames: [Code<CrisisFunction>: String]
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        runs = try tx.simulations(limit: Self.runsMax)
        functionNames = try tx.functionNames()
        csrf = visit.signedIn.csrf
        form = visit.signedIn.may(.runSimulations) ? try SimulationForm(visit.now, tx) : nil
    }
}

extension SimulationForm {
    init?(_ now: Instant, _ tx: Transaction) throws {
        guard let region = try tx.region() else { return nil }
        let pool = try tx.staffingPool(at: now, hours: SimulationForm.daysMax * 24)
        guard !pool.functions.isEmpty else { return nil }
        self.init(
            pool: pool, names: try tx.municipalityNames(), region: region.code,
            usual: .usual(at: now, pool: pool, norms: try tx.normSet()),
            knows2019: SampleSituation.year2019.regions.contains(region.code.text))
    }
}

extension Transaction {
    fileprivate func functionNames() throws -> [Code<CrisisFunction>: String] {
        Dictionary(try functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}

/// One simulation: how far it is, or what came out.
struct SimulationResultPage {
    let run: SimulationRun
    let functionNames: [Code<CrisisFunction>: String]
    let municipalityNames: [Code<Municipality>: String]
    /// Whether a repetition came to the same, to the bit; nil when this is none, or one of the two is not
    /// ready.
    let isSameAsBefore: Bool?
    let mayRun: Bool
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let run = try tx.simulation(try visit.id("id")) else { throw WebFailure.notFound }
        self.run = run
        functionNames = try tx.functionNames()
        municipalityNames = try tx.municipalityNames()
        mayRun = visit.signedIn.may(.runSimulations)
        csrf = visit.signedIn.csrf
        if let report = run.report, let first = run.repeats,
            let before = try tx.simulation(first)?.report
        {
            isSameAsBefore = report == before
        } else {
            isSameAsBefore = nil
        }
    }

    func name(_ function: Code<CrisisFunction>) -> String { functionNames[function] ?? function.text }
    func name(_ municipality: Code<Municipality>) -> String {
        municipalityNames[municipality] ?? municipality.text
    }
}
