import Domain
import Foundation
import Simulation
import Storage

/// A simulation as it is kept: what was asked and of which people, so that it can be done again.
struct SimulationRun: Sendable {
    let id: ID<SimulationRun>
    let request: SimulationRequest
    let state: State
    let done: Int
    let steps: Int
    /// Nil until it is finished.
    let report: SimulationReport?
    /// The run this one does again.
    let repeats: ID<SimulationRun>?
    let requestedAt: Instant
    let finishedAt: Instant?

    enum State: String, Sendable {
        case waiting, running, finished, cancelled, failed

        var isOpen: Bool { self == .waiting || self == .running }
    }
}

extension Transaction {
    func insert(_ run: SimulationRun, pool: StaffingPool) throws {
        try execute(
            """
            INSERT INTO simulation_run (id, name, request, pool, state, done, steps, repeats, requested_at)
            VALUES (\(run.id), \(run.request.name), \(try kept(run.request)), \(try kept(pool)), \(run.state),
                \(run.done), \(run.steps), \(run.repeats), \(run.requestedAt))
            """)
    }

    func simulation(_ id: ID<SimulationRun>) throws -> SimulationRun? {
        try row(
            """
            SELECT id, request, state, done, steps, report, repeats, requested_at, finished_at
            FROM simulation_run WHERE id = \(id)
            """
        ).map(SimulationRun.init)
    }

    /// The newest first, without their reports.
    func simulations(limit: Int) throws -> [SimulationRun] {
        try rows(
            """
            SELECT id, request, state, done, steps, NULL AS report, repeats, requested_at, finished_at
            FROM simulation_run ORDER BY requested_at DESC, id DESC LIMIT \(limit)
            """
        ).map(SimulationRun.init)
    }

    func simulationPool(_ id: ID<SimulationRun>) throws -> StaffingPool? {
        try row("SELECT pool FROM simulation_run WHERE id = \(id)").map { row in
            try JSONDecoder().decode(StaffingPool.self, from: Data(try row.text("pool").utf8))
        }
    }

    /// - Returns: false when the run is no longer open: it was stopped.
    func setSimulationProgress(_ id: ID<SimulationRun>, done: Int) throws -> Bool {
        try execute(
            """
            UPDATE simulation_run SET state = \(SimulationRun.State.running), done = \(done)
            WHERE id = \(id) AND state IN (\(list: ["waiting", "running"]))
            """) == 1
    }

    func finishSimulation(
        _ id: ID<SimulationRun>, _ state: SimulationRun.State, report: SimulationReport?, at now: Instant
    ) throws -> Bool {
        try execute(
            """
            UPDATE simulation_run
            SET state = \(state), report = \(try report.map { try kept($0) }), finished_at = \(now)
            WHERE id = \(id) AND state IN (\(list: ["waiting", "running"]))
            """) == 1
    }

    private func kept(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension SimulationRun {
    fileprivate init(_ row: Row) throws {
        let decoder = JSONDecoder()
        self.init(
            id: try row.id("id"),
            request: try decoder.decode(SimulationRequest.self, from: Data(try row.text("request").utf8)),
            state: try row.kind("state"), done: try row.integer("done"), steps: try row.integer("steps"),
            report: try row.optionalText("report").map {
                try decoder.decode(SimulationReport.self, from: Data($0.utf8))
            },
            repeats: try row.optionalID("repeats"), requestedAt: try row.instant("requested_at"),
            finishedAt: try row.optionalInstant("finished_at"))
    }
}
