import Domain
import Storage
import Web

/// Something of a deployment that waits for whoever looks: it stands on the start page until it is done.
struct HomeTask: Sendable {
    let sentence: String
    let path: String
}

extension HomeTask {
    /// Handing over first, for somebody waits for an answer; then what has a day.
    static func all(_ visit: Visit, _ tx: Transaction) throws -> [HomeTask] {
        try handovers(visit, tx) + aftermaths(visit, tx) + reviews(visit, tx) + evaluations(visit, tx)
    }

    /// For everybody who may write down the other side, because whoever takes over may have no account at hand.
    private static func handovers(_ visit: Visit, _ tx: Transaction) throws -> [HomeTask] {
        try tx.runningDeployments().flatMap { deployment -> [HomeTask] in
            guard try mayRecord(deployment, visit, tx) else { return [] }
            let waiting = try tx.handoverCourses(of: deployment.id).filter {
                $0.mayConfirm(visit.actor.journalText)
            }
            return waiting.map { course in
                HomeTask(
                    sentence: "Nog niet bevestigd bij \(deployment.title): \(course.entry.text)",
                    path: "/inzetten/\(deployment.id)/overdracht/\(course.entry.number)")
            }
        }
    }

    private static func mayRecord(
        _ deployment: Deployment, _ visit: Visit, _ tx: Transaction
    ) throws -> Bool {
        do {
            return try DeploymentAccess(visit.actor, deployment, tx).mayRecord
        } catch WebFailure.notFound {
            // Not theirs to know of: nothing of it waits for them.
            return false
        }
    }

    private static func aftermaths(_ visit: Visit, _ tx: Transaction) throws -> [HomeTask] {
        guard visit.signedIn.may(.keepAftermath) else { return [] }
        let reach = visit.signedIn.reach(of: .keepAftermath)
        return try tx.runningAftermaths().compactMap { aftermath in
            guard aftermath.file.state == .offered, reach.includes(aftermath.file.municipality),
                let deployment = try tx.deployment(aftermath.deployment)
            else { return nil }
            return HomeTask(
                sentence: "Bevestig dat je gemeente de nafase overneemt: \(deployment.title)",
                path: "/inzetten/\(deployment.id)/nafase")
        }
    }

    private static func reviews(_ visit: Visit, _ tx: Transaction) throws -> [HomeTask] {
        guard visit.signedIn.may(.reviewScaling) else { return [] }
        return try tx.openReviews().filter { $0.endedAt != nil }.map { deployment in
            let due = deployment.reviewDueOn.map { ", vóór \(Dutch.date($0))" } ?? ""
            return HomeTask(
                sentence: "Toets of opschalen verstandig en legitiem was: \(deployment.title)\(due)",
                path: "/inzetten/\(deployment.id)/toets")
        }
    }

    private static func evaluations(_ visit: Visit, _ tx: Transaction) throws -> [HomeTask] {
        guard visit.signedIn.may(.approveEvaluations) else { return [] }
        let account = Actor.account(visit.signedIn).journalText
        return try tx.unapprovedEvaluations().compactMap { id in
            guard let deployment = try tx.deployment(id), let evaluation = try tx.evaluation(of: id),
                evaluation.refusal(toApproval: account, isOver: deployment.endedAt != nil) == nil
            else { return nil }
            return HomeTask(
                sentence: "Keur de evaluatie goed: \(deployment.title)",
                path: "/inzetten/\(deployment.id)/evaluatie")
        }
    }
}
