package import Domain
package import Simulation
import Storage

/// What the command line asks of simulations.
extension Application {
    /// The usual question about the region's own people, for the caller to change.
    ///
    /// - Parameters:
    ///   - start: nil for now, at the whole hour.
    ///   - with2019: whether the way in which the region was organised in 2019 comes first.
    /// - Throws: `SimulationFault.unknownYear` when the region does not ship with that year.
    package func usualSimulation(
        from start: Instant?, days: Int, with2019: Bool
    ) async throws -> (request: SimulationRequest, pool: StaffingPool) {
        let asked = start ?? now()
        return try await storage.read { tx in
            let pool = try tx.staffingPool(at: asked, hours: 24 * days)
            var request = SimulationRequest.usual(at: asked, pool: pool, norms: try tx.normSet())
            request.scenario.hours = 24 * days
            if with2019, let region = try tx.region(), try !request.addYear2019(of: region.code, pool) {
                throw SimulationFault.unknownYear
            }
            return (request, pool)
        }
    }
}
