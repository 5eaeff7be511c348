import Domain
import Storage
import Web

/// What somebody may do in one deployment: it is visible to those deployed in it, the regional office, whoever is on
/// duty and the municipalities concerned (issue "Rights").
struct DeploymentAccess: Hashable, Sendable {
    /// May write: entries, decisions, actions.
    let mayRecord: Bool
    let mayReadConfidential: Bool
    /// Decides between contradicting statements.
    let isCoordinator: Bool

    /// The information coordinator and, while there is none, the head of information or the commander.
    static let coordinating: Set<Code<CrisisFunction>> = [Code("ICBZ"), Code("HIN"), Code("ACBZ")]

    /// A command on the server shows no confidential text, because nobody would know who read it.
    static let command = DeploymentAccess(mayRecord: true, mayReadConfidential: false, isCoordinator: true)

    /// Oranje itself, and whoever just opened the deployment.
    static let full = DeploymentAccess(mayRecord: true, mayReadConfidential: true, isCoordinator: true)

    init(mayRecord: Bool, mayReadConfidential: Bool, isCoordinator: Bool) {
        self.mayRecord = mayRecord
        self.mayReadConfidential = mayReadConfidential
        self.isCoordinator = isCoordinator
    }

    /// - Throws: `WebFailure.notFound` for a deployment that this actor may not know of.
    init(_ actor: Actor, _ deployment: Deployment, _ tx: Transaction) throws {
        guard case .account(let signedIn) = actor else {
            self = .full
            return
        }
        let functions =
            try signedIn.person.map { person in
                try tx.deploymentsWith(person).contains(deployment.id)
                    ? try tx.deployedFunctions(of: person, in: deployment.id) : nil
            } ?? nil
        let reach = signedIn.reach(of: .seeDeployments)
        let isInReach = reach == .region || deployment.municipalities.contains { reach.includes($0) }
        guard functions != nil || (signedIn.may(.seeDeployments) && isInReach) else {
            throw WebFailure.notFound
        }
        let own = (functions ?? []).union(signedIn.dutyFunctions)
        mayRecord = functions != nil || signedIn.may(.recordDeployments)
        mayReadConfidential =
            signedIn.may(.seeConfidential) || !own.isDisjoint(with: Permission.leadingFunctions)
        isCoordinator = signedIn.may(.settlePictures) || !own.isDisjoint(with: Self.coordinating)
    }
}

extension Transaction {
    /// A deployment with what `actor` may do in it.
    ///
    /// - Throws: `WebFailure.notFound` when it is not there, or not theirs to know of.
    func deployment(
        _ id: ID<Deployment>, for actor: Actor
    ) throws -> (deployment: Deployment, access: DeploymentAccess) {
        guard let deployment = try deployment(id) else { throw WebFailure.notFound }
        return (deployment, try DeploymentAccess(actor, deployment, self))
    }
}
