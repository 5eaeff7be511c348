import Domain
import Storage

/// A deployment as lists show it; everything else is in its entries.
struct Deployment: Sendable {
    let id: ID<Deployment>
    let year: Int
    /// Within its year, from 1.
    let sequence: Int
    let title: String
    let place: String
    let mode: DeploymentMode
    let level: GRIPLevel?
    let isExercise: Bool
    let openedAt: Instant
    /// When the last entry was written down.
    let recordedAt: Instant
    /// The number of the last entry: what viewers compare.
    let version: Int
    let reviewDueOn: Day?
    let endedAt: Instant?
    let municipalities: [Code<Municipality>]

    /// `2026-014`, as people call it on the phone.
    var number: String {
        let digits = "\(sequence)"
        return "\(year)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)"
    }
}

/// What other features may read of deployments.
extension Transaction {
    func deployment(_ id: ID<Deployment>) throws -> Deployment? {
        try deployments("WHERE id = \(id)").first
    }

    /// The newest entries that were written down since a moment, newest first.
    func latestEntries(
        of id: ID<Deployment>, since instant: Instant, limit: Int
    ) throws -> [DeploymentEntry] {
        guard let deployment = try deployment(id) else { return [] }
        return try entries(of: id, through: deployment.version, limit: limit)
            .filter { $0.recordedAt >= instant }
    }

    /// How a deployment stands now.
    func deploymentState(of id: ID<Deployment>) throws -> DeploymentState {
        DeploymentState(standing: try standingEntries(of: id))
    }

    /// Those that run, newest first.
    func runningDeployments() throws -> [Deployment] {
        try deployments("WHERE ended_at IS NULL ORDER BY opened_at DESC, id")
    }

    /// Those that are over, newest first.
    func endedDeployments(limit: Int) throws -> [Deployment] {
        try deployments("WHERE ended_at IS NOT NULL ORDER BY opened_at DESC, id LIMIT \(limit)")
    }

    /// Small deployments and advice that ended from `instant` on, oldest first.
    func smallDeployments(endedSince instant: Instant) throws -> [Deployment] {
        try deployments(
            "WHERE mode = \(DeploymentMode.small) AND ended_at >= \(instant) ORDER BY opened_at, id")
    }

    /// Those of an interval by when they were opened, oldest first.
    func deployments(during interval: Interval) throws -> [Deployment] {
        try deployments(
            "WHERE opened_at >= \(interval.start) AND opened_at < \(interval.end) ORDER BY opened_at, id")
    }

    /// Where a review is due or will be, first due first.
    func openReviews() throws -> [Deployment] {
        try deployments(
            "WHERE review_due_on IS NOT NULL AND reviewed_at IS NULL ORDER BY review_due_on, id")
    }

    /// How a deployment stands now.
    func deploymentState(_ id: ID<Deployment>) throws -> DeploymentState {
        DeploymentState(standing: try standingEntries(of: id))
    }

    /// Everything that was written in a deployment, what was replaced too, oldest first.
    func deploymentEntries(of id: ID<Deployment>) throws -> [DeploymentEntry] {
        try entries(of: id, through: try lastEntryNumber(of: id))
    }

    /// Those of one kind, what was replaced too, oldest first.
    func deploymentEntries(
        of id: ID<Deployment>, kind: EntryContent.Kind
    ) throws -> [DeploymentEntry] {
        try entries(of: id, kind: kind)
    }

    /// Which deployments a person works in: written in as such, called by an alarm of it and coming, or relieving
    /// somebody there, so that they can read themselves in.
    func deploymentsWith(_ person: ID<Functionary>) throws -> Set<ID<Deployment>> {
        let rows = try rows(
            """
            SELECT deployment FROM deployment_member WHERE person = \(person) AND is_active = 1
            UNION
            SELECT l.deployment FROM deployment_alarm l JOIN alarm_callee c ON c.alarm = l.alarm
            WHERE c.person = \(person) AND c.state IN ('promised', 'atWork')
            UNION
            SELECT deployment FROM relief_shift WHERE person = \(person) AND state = 'accepted'
            """)
        return Set(try rows.map { try $0.id("deployment") })
    }

    /// The functions in which a person works in a deployment.
    func deployedFunctions(
        of person: ID<Functionary>, in id: ID<Deployment>
    ) throws -> Set<Code<CrisisFunction>> {
        let rows = try rows(
            """
            SELECT function FROM deployment_member
            WHERE deployment = \(id) AND person = \(person) AND is_active = 1
            UNION
            SELECT p.function FROM deployment_alarm l
            JOIN alarm_callee c ON c.alarm = l.alarm AND c.person = \(person)
            JOIN alarm_post p ON p.alarm = c.alarm AND p.position = c.post
            WHERE l.deployment = \(id) AND c.state IN ('promised', 'atWork')
            UNION
            SELECT function FROM relief_shift
            WHERE deployment = \(id) AND person = \(person) AND state = 'accepted'
            """)
        return Set(try rows.map { Code(try $0.text("function")) })
    }

    private func deployments(_ condition: SQL) throws -> [Deployment] {
        let found = try rows(
            """
            SELECT id, year, sequence, title, place, mode, level, is_exercise, opened_at, recorded_at, version,
                review_due_on, ended_at
            FROM deployment \(sql: condition)
            """)
        let municipalities = try municipalities(of: try found.map { try $0.id("id") })
        return try found.map { row in
            let id: ID<Deployment> = try row.id("id")
            return Deployment(
                id: id, year: try row.integer("year"), sequence: try row.integer("sequence"),
                title: try row.text("title"), place: try row.text("place"), mode: try row.kind("mode"),
                level: try row.optionalInteger("level").flatMap(GRIPLevel.init),
                isExercise: try row.flag("is_exercise"), openedAt: try row.instant("opened_at"),
                recordedAt: try row.instant("recorded_at"), version: try row.integer("version"),
                reviewDueOn: try row.optionalDay("review_due_on"),
                endedAt: try row.optionalInstant("ended_at"),
                municipalities: municipalities[id] ?? [])
        }
    }

    private func municipalities(
        of ids: [ID<Deployment>]
    ) throws -> [ID<Deployment>: [Code<Municipality>]] {
        guard !ids.isEmpty else { return [:] }
        let rows = try rows(
            """
            SELECT deployment, municipality FROM deployment_municipality
            WHERE deployment IN (\(list: ids.map(\.description))) ORDER BY deployment, municipality
            """)
        return try rows.reduce(into: [:]) { places, row in
            places[try row.id("deployment"), default: []].append(Code(try row.text("municipality")))
        }
    }
}
