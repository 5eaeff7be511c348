package import Domain
package import Simulation
import Storage

/// What the command line asks of simulations.
extension Application {
    /// The usual question about the region's own people, for the caller to change.
    ///
    /// - Parameter start: nil for now, at the whole hour.
    package func usualSimulation(
        from start: Instant?, days: Int
    ) async throws -> (request: SimulationRequest, pool: StaffingPool) {
        let asked = start ?? now()
        return try await storage.read { tx in
            let pool = try tx.staffingPool(at: asked, hours: 24 * days)
            var request = SimulationRequest.usual(at: asked, pool: pool, norms: try tx.normSet())
            request.scenario.hours = 24 * days
            return (request, pool)
        }
    }
}
