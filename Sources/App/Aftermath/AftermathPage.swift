import Domain
import Storage
import Web

/// What goes on after one deployment, per municipality.
struct AftermathPage: Sendable {
    let model: DeploymentPage
    let files: [(aftermath: DeploymentAftermath, access: AftermathAccess, overview: AftermathOverview)]
    /// Municipalities without a file for which this visitor may open one.
    let openable: [Code<Municipality>]
    let today: Day

    /// - Parameter deployment: nil for the one that the address names.
    init(_ visit: Visit, _ tx: Transaction, of deployment: ID<Deployment>? = nil) throws {
        let model = try DeploymentPage(visit, tx, of: deployment)
        let aftermaths = try tx.aftermaths(of: model.deployment.id)
        self.model = model
        today = visit.today
        files = aftermaths.map { aftermath in
            (
                aftermath, AftermathAccess(visit.actor, model.access, aftermath.file.municipality),
                AftermathOverview(aftermath.points, on: visit.today)
            )
        }
        let present = Set(aftermaths.map(\.file.municipality))
        openable = model.state.municipalities.filter { municipality in
            let access = AftermathAccess(visit.actor, model.access, municipality)
            return !present.contains(municipality) && (access.isGiver || access.isTaker)
        }
    }

    var heading: String {
        let waiting = files.count { $0.aftermath.file.state == .offered }
        if waiting > 0 { return "De gemeente moet de nafase nog bevestigen" }
        let open = files.filter { $0.aftermath.file.state != .ended }.map(\.overview.open).reduce(0, +)
        if files.isEmpty { return "Wat gaat er door na deze inzet?" }
        if files.allSatisfy({ $0.aftermath.file.state == .ended }) { return "De nafase is voorbij" }
        return "\(Dutch.count(open, "punt", "punten")) open in de nafase"
    }

    func name(_ municipality: Code<Municipality>) -> String {
        model.names[municipality] ?? municipality.text
    }
}

/// Every aftermath that runs and this visitor may see.
struct AftermathsPage: Sendable {
    let files: [(aftermath: DeploymentAftermath, deployment: Deployment, overview: AftermathOverview)]
    let names: [Code<Municipality>: String]

    init(_ visit: Visit, _ tx: Transaction) throws {
        let reach = visit.signedIn.reach(of: .seeDeployments)
        names = try tx.municipalityNames()
        files = try tx.runningAftermaths().compactMap { aftermath in
            guard reach.includes(aftermath.file.municipality),
                let deployment = try tx.deployment(aftermath.deployment)
            else { return nil }
            return (aftermath, deployment, AftermathOverview(aftermath.points, on: visit.today))
        }
    }

    var heading: String {
        let overdue = files.map(\.overview.overdue).reduce(0, +)
        if files.isEmpty { return "Er loopt geen nafase" }
        let late = overdue == 0 ? "" : "; \(Dutch.count(overdue, "punt is", "punten zijn")) over tijd"
        return "\(Dutch.count(files.count, "nafase loopt", "nafases lopen"))\(late)"
    }
}
