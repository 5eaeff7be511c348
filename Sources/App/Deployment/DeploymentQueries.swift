import Domain
import Storage

extension Transaction {
    func deployment(key: String) throws -> ID<Deployment>? {
        try row("SELECT id FROM deployment WHERE request_key = \(key)")?.id("id")
    }

    func nextDeploymentSequence(in year: Int) throws -> Int {
        let last = try row("SELECT MAX(sequence) AS last FROM deployment WHERE year = \(year)")
        return (try last?.optionalInteger("last") ?? 0) + 1
    }

    func insert(_ deployment: Deployment, key: String) throws {
        try execute(
            """
            INSERT INTO deployment (id, request_key, year, sequence, title, place, mode, level, is_exercise,
                opened_at, recorded_at, version, review_due_on, reviewed_at, ended_at)
            VALUES (\(deployment.id), \(key), \(deployment.year), \(deployment.sequence), \(deployment.title),
                \(deployment.place), \(deployment.mode), \(deployment.level?.rawValue), \(deployment.isExercise),
                \(deployment.openedAt), \(deployment.recordedAt), \(deployment.version), \(deployment.reviewDueOn),
                NULL, \(deployment.endedAt))
            """)
        for municipality in deployment.municipalities {
            try insertMunicipality(municipality, of: deployment.id)
        }
    }

    func insertMunicipality(_ municipality: Code<Municipality>, of id: ID<Deployment>) throws {
        try execute(
            """
            INSERT INTO deployment_municipality (deployment, municipality) VALUES (\(id), \(municipality))
            ON CONFLICT (deployment, municipality) DO NOTHING
            """)
    }

    /// Takes the next number of a deployment; others that write in it wait until the end of the transaction.
    func advanceDeployment(_ id: ID<Deployment>, recordedAt: Instant) throws {
        try execute(
            """
            UPDATE deployment SET version = version + 1, recorded_at = \(recordedAt) WHERE id = \(id)
            """)
    }

    func setDeploymentLevel(_ level: GRIPLevel?, _ mode: DeploymentMode, of id: ID<Deployment>) throws {
        try execute(
            "UPDATE deployment SET level = \(level?.rawValue), mode = \(mode) WHERE id = \(id)")
    }

    func setDeploymentReview(dueOn day: Day?, reviewedAt: Instant?, of id: ID<Deployment>) throws {
        try execute(
            """
            UPDATE deployment SET review_due_on = \(day), reviewed_at = \(reviewedAt) WHERE id = \(id)
            """)
    }

    func setDeploymentEnd(_ endedAt: Instant?, of id: ID<Deployment>) throws {
        try execute("UPDATE deployment SET ended_at = \(endedAt) WHERE id = \(id)")
    }

    func saveMember(
        _ person: ID<Functionary>, _ function: Code<CrisisFunction>, isActive: Bool, of id: ID<Deployment>
    ) throws {
        try execute(
            """
            INSERT INTO deployment_member (deployment, person, function, is_active)
            VALUES (\(id), \(person), \(function), \(isActive))
            ON CONFLICT (deployment, person, function) DO UPDATE SET is_active = excluded.is_active
            """)
    }

    func insertAlarm(_ alarm: ID<Alarm>, of id: ID<Deployment>) throws {
        try execute(
            """
            INSERT INTO deployment_alarm (deployment, alarm) VALUES (\(id), \(alarm))
            ON CONFLICT (deployment, alarm) DO NOTHING
            """)
    }

    /// The versions of deployments that run or ended a moment ago: what the live streams compare.
    func deploymentVersions(since instant: Instant) throws -> [ID<Deployment>: Int] {
        let rows = try rows(
            "SELECT id, version FROM deployment WHERE ended_at IS NULL OR recorded_at >= \(instant)")
        return try rows.reduce(into: [:]) { versions, row in
            versions[try row.id("id")] = try row.integer("version")
        }
    }
}
