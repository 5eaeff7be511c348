import Domain
import Storage
import Web

extension Change {
    /// What the deployment was and how it went, in a few sentences.
    mutating func summariseEvaluation(_ summary: String, of id: ID<Deployment>) throws {
        _ = try evaluable(id)
        try tx.saveEvaluation(of: id, summary: summary, by: actor.journalText, at: now)
        try record(
            JournalEntry("evaluation.summarised", "deployment", id, after: ["tekens": .number(summary.count)])
        )
    }

    mutating func addFinding(_ finding: Finding, of id: ID<Deployment>) throws {
        try begin(id)
        guard !finding.text.isEmpty else { throw EvaluationRefusal.noText }
        try tx.insertFinding(finding, of: id, at: now)
        try record(
            JournalEntry(
                "finding.added", "deployment", id,
                after: ["kop": .text(finding.heading.rawValue), "wat": .text(finding.text)]))
    }

    mutating func removeFinding(_ finding: ID<Finding>, of id: ID<Deployment>) throws {
        try begin(id)
        guard try tx.deleteFinding(finding, of: id) else { throw WebFailure.notFound }
        try record(JournalEntry("finding.removed", "deployment", id))
    }

    /// A lesson with what somebody will do about it.
    mutating func addLesson(_ lesson: Lesson, of id: ID<Deployment>) throws {
        try begin(id)
        guard !lesson.text.isEmpty else { throw EvaluationRefusal.noText }
        try tx.saveLesson(lesson, of: id, at: now)
        try record(JournalEntry("lesson.added", "deployment", id, after: lesson.journalState))
    }

    /// Says that what a lesson asked is done; also after the approval, for then it is an action.
    mutating func finishLesson(_ id: ID<Lesson>) throws {
        try actor.require(.evaluateDeployments)
        guard let learnt = try tx.lessons().first(where: { $0.lesson.id == id }) else {
            throw WebFailure.notFound
        }
        let before = learnt.lesson
        guard before.doneOn == nil else { return }
        let done = Lesson(
            id: before.id, text: before.text, action: before.action, owner: before.owner, dueOn: before.dueOn,
            doneOn: Amsterdam.day(at: now), part: before.part)
        try tx.saveLesson(done, of: learnt.deployment, at: now)
        try record(
            JournalEntry(
                "lesson.finished", "deployment", learnt.deployment, before: before.journalState,
                after: done.journalState))
    }

    /// Somebody else than who wrote it says that it is right. From then on lessons are actions, and what people did
    /// counts for their competence.
    mutating func approveEvaluation(of id: ID<Deployment>) throws {
        try actor.require(.approveEvaluations)
        let (deployment, _) = try tx.deployment(id, for: actor)
        guard let evaluation = try tx.evaluation(of: id) else { throw EvaluationRefusal.noSummary }
        if let refusal = evaluation.refusal(
            toApproval: actor.journalText, isOver: deployment.endedAt != nil)
        {
            throw refusal
        }
        guard
            try tx.approveEvaluation(
                of: id, by: actor.journalText, name: actor.shownName, at: now)
        else { throw EvaluationRefusal.approved }
        try record(
            JournalEntry(
                "evaluation.approved", "deployment", id, after: ["lessen": .number(evaluation.lessons.count)])
        )
        try countForCompetence(deployment)
    }

    /// What everybody did in it, one activity a person in the functions in which they worked.
    private mutating func countForCompetence(_ deployment: Deployment) throws {
        let source = PerformedActivity.Source(.deployment, key: deployment.id.description)
        guard try tx.performedActivities(from: source).isEmpty else { return }
        let parts = Dictionary(
            grouping: try tx.participations(in: deployment.id, until: now), by: \.person)
        for (person, parts) in parts.sorted(by: { $0.key < $1.key }) {
            let minutes = parts.map { $0.interval.end.minutes(since: $0.interval.start) }.reduce(0, +)
            let start = parts.map(\.interval.start).min() ?? deployment.openedAt
            try recordActivity(
                ActivityDraft(
                    person: person, kind: deployment.isExercise ? .exercise : .deployment,
                    functions: Set(parts.map(\.function)), day: Amsterdam.day(at: start), minutes: minutes,
                    title: deployment.title), from: source)
        }
    }

    private func evaluable(_ id: ID<Deployment>) throws -> Deployment {
        try actor.require(.evaluateDeployments)
        let (deployment, _) = try tx.deployment(id, for: actor)
        if try tx.evaluation(of: id)?.approved != nil { throw EvaluationRefusal.approved }
        return deployment
    }

    /// Findings and lessons belong to an evaluation; whoever writes the first begins it, and whoever writes last has
    /// prepared it.
    private func begin(_ id: ID<Deployment>) throws {
        _ = try evaluable(id)
        let summary = try tx.evaluation(of: id)?.summary ?? ""
        try tx.saveEvaluation(of: id, summary: summary, by: actor.journalText, at: now)
    }
}

extension Lesson {
    fileprivate var journalState: [String: JournalValue] {
        [
            "les": .text(text), "actie": .text(action), "wie": .text(owner), "uiterlijk": .day(dueOn),
            "gereed": .day(doneOn), "deelactiviteit": part.map { .text($0.description) } ?? .none,
        ]
    }
}
