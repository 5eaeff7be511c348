import Domain
import Storage
import Web

/// The evaluation of one deployment: moments against norms, findings, lessons.
struct EvaluationPage: Sendable {
    let model: DeploymentPage
    let evaluation: Evaluation?
    let groups: [NormedGroup]
    let mayWrite: Bool
    let mayApprove: Bool
    /// What keeps the reader from approving it; nil when nothing does.
    let approvalRefusal: EvaluationRefusal?
    /// Whose work counts for their competence once it is approved, by name; one line a function.
    let participants: [Participant]
    let today: Day
    /// In which a lesson can be done.
    let activities: [PlannedActivity]

    init(_ visit: Visit, _ tx: Transaction) throws {
        let model = try DeploymentPage(visit, tx)
        let evaluation = try tx.evaluation(of: model.deployment.id)
        self.model = model
        self.evaluation = evaluation
        groups = NormedGroup.groups(try tx.normedMoments(of: model.deployment, at: visit.now))
        mayWrite = visit.signedIn.may(.evaluateDeployments) && evaluation?.approved == nil
        mayApprove = visit.signedIn.may(.approveEvaluations) && evaluation?.approved == nil
        approvalRefusal = evaluation?.refusal(
            toApproval: Actor.account(visit.signedIn).journalText, isOver: model.deployment.endedAt != nil)
        participants = try Self.participants(model, tx, at: visit.now)
        today = visit.today
        activities = try tx.plannedActivities()
    }

    struct Participant: Hashable, Sendable {
        let person: ID<Functionary>
        let name: String
        let function: String
        let minutes: Int
    }

    private static func participants(
        _ model: DeploymentPage, _ tx: Transaction, at now: Instant
    ) throws -> [Participant] {
        struct Place: Hashable {
            let person: ID<Functionary>
            let function: Code<CrisisFunction>
        }
        let minutes = try tx.participations(in: model.deployment.id, until: now).reduce(into: [Place: Int]())
        {
            $0[Place(person: $1.person, function: $1.function), default: 0] += $1.interval.minutes
        }
        return try minutes.map { place, minutes in
            Participant(
                person: place.person, name: try tx.functionary(place.person)?.name.full ?? "",
                function: model.functions.first { $0.code == place.function }?.name ?? place.function.text,
                minutes: minutes)
        }.sorted { ($0.name, $0.function, $0.person) < ($1.name, $1.function, $1.person) }
    }

    var heading: String {
        let moments = groups.flatMap(\.measured)
        guard !moments.isEmpty else { return "Er is nog niets om aan een norm te meten" }
        let inTime = moments.count { $0.verdict == .inTime }
        return "\(inTime) van \(moments.count) momenten binnen de norm"
    }
}

/// A sub-activity of a plan of action.
struct PlannedActivity: Hashable, Sendable {
    let id: ID<PlanPart>
    let plan: ID<ActionPlan>
    let title: String
    let isOver: Bool
}

extension Transaction {
    /// Of all plans, newest plan first, then by number.
    func plannedActivities() throws -> [PlannedActivity] {
        try plans().flatMap { plan in
            try (planContent(plan.id)?.parts ?? []).compactMap { part -> PlannedActivity? in
                guard let activity = part.activity else { return nil }
                return PlannedActivity(
                    id: part.id, plan: plan.id, title: "\(part.number). \(part.title)",
                    isOver: activity.state == .done || activity.state == .stopped)
            }
        }
    }

    /// Every moment of a deployment against its norm, as of its end; what may still happen in time is none yet.
    func normedMoments(of deployment: Deployment, at now: Instant) throws -> [NormedMoment] {
        let entries = try deploymentEntries(of: deployment.id)
        let alarms = entries.compactMap { entry -> ID<Alarm>? in
            if case .alarm(let link) = entry.content { ID(link.alarm) } else { nil }
        }
        return DeploymentMoments(entries, openedAt: deployment.openedAt, norms: try normSet())
            .all(alarms: try alarmCourses(of: alarms))
            .map { $0.judged(at: deployment.endedAt ?? now) }
            .filter { deployment.endedAt != nil || $0.verdict != .ahead }
    }
}

/// What is learnt from all deployments, with what still has to be done.
struct LessonsPage: Sendable {
    let lessons: [(learnt: LearntLesson, deployment: Deployment)]
    let mayFinish: Bool
    let activities: [ID<PlanPart>: PlannedActivity]
    let today: Day
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        let reach = visit.signedIn.reach(of: .seeDeployments)
        lessons = try tx.lessons().compactMap { learnt in
            guard learnt.isApproved, let deployment = try tx.deployment(learnt.deployment),
                reach == .region || deployment.municipalities.contains(where: reach.includes)
            else { return nil }
            return (learnt, deployment)
        }
        activities = Dictionary(
            try tx.plannedActivities().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        mayFinish = visit.signedIn.may(.evaluateDeployments)
        today = visit.today
        csrf = visit.signedIn.csrf
    }

    var heading: String {
        let open = lessons.filter { $0.learnt.lesson.doneOn == nil }
        let overdue = open.count { $0.learnt.lesson.isOverdue(on: today) }
        let late = overdue == 0 ? "" : ", waarvan \(overdue) over tijd"
        return open.isEmpty
            ? "Alle acties uit evaluaties zijn gedaan"
            : "\(Dutch.count(open.count, "actie", "acties")) uit evaluaties nog open\(late)"
    }
}
