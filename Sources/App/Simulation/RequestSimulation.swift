import Domain
import Simulation
import Storage

/// Why a simulation is not started.
enum SimulationRefusal: Error, Equatable {
    case tooManyOpen
}

extension Change {
    /// Simulations that may wait or run at once: each takes a core for seconds.
    private static let openMax = 5

    /// Keeps what is asked with the people as they are now, and queues the work.
    mutating func requestSimulation(_ request: SimulationRequest) throws -> ID<SimulationRun> {
        try actor.require(.runSimulations)
        let pool = try tx.staffingPool(at: request.scenario.start, hours: request.scenario.hours)
        return try keep(request, pool, repeats: nil)
    }

    /// The board's question about the sample, from a moment in its roster: how it was in 2019, where that is known,
    /// beside pooled. A server does the work.
    mutating func requestSampleSimulation(from start: Instant) throws {
        let pool = try tx.staffingPool(at: start, hours: 24)
        var request = SimulationRequest.usual(at: start, pool: pool, norms: try tx.normSet())
        if let region = try tx.region(), try request.addYear2019(of: region.code, pool) {
            request.name = "2019 naast gedeelde groepen"
        }
        _ = try requestSimulation(request)
    }

    /// The same question about the same people: the result must come out the same.
    mutating func repeatSimulation(_ id: ID<SimulationRun>) throws -> ID<SimulationRun> {
        try actor.require(.runSimulations)
        guard let run = try tx.simulation(id), let pool = try tx.simulationPool(id) else {
            throw SimulationFault.unknown
        }
        return try keep(run.request, pool, repeats: id)
    }

    mutating func cancelSimulation(_ id: ID<SimulationRun>) throws {
        try actor.require(.runSimulations)
        guard try tx.finishSimulation(id, .cancelled, report: nil, at: now) else { return }
        try record(JournalEntry("simulation.cancelled", "simulation", id))
    }

    private mutating func keep(
        _ request: SimulationRequest, _ pool: StaffingPool, repeats: ID<SimulationRun>?
    ) throws -> ID<SimulationRun> {
        guard try tx.simulations(limit: 50).count(where: { $0.state.isOpen }) < Self.openMax else {
            throw SimulationRefusal.tooManyOpen
        }
        let run = SimulationRun(
            id: newID(), request: request, state: .waiting, done: 0,
            steps: DesignRun.stepCount(request, pool), report: nil, repeats: repeats, requestedAt: now,
            finishedAt: nil)
        try tx.insert(run, pool: pool)
        let work: ID<Work> = newID()
        try tx.queue(
            work, kind: SimulationWork.kind, key: run.id.description, dueAt: now, now: now)
        try record(
            JournalEntry(
                "simulation.requested", "simulation", run.id,
                after: [
                    "naam": .text(request.name), "ontwerpen": .number(request.designs.count),
                    "herhalingen": .number(request.replications), "startgetal": .text("\(request.seed)"),
                    "herhaling van": repeats.map { .text($0.description) } ?? .none,
                ]))
        return run.id
    }
}

package enum SimulationFault: Error, Equatable {
    case unknown
    /// The product does not know how this region was organised then.
    case unknownYear
    /// Somebody stopped it.
    case stopped
}
