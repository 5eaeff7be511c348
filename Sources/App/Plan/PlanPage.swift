import Domain
import Storage
import Web

/// The plans of a region.
struct PlansPage: Sendable {
    let plans: [ActionPlan]
    let mayEdit: Bool
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        plans = try tx.plans()
        mayEdit = visit.signedIn.may(.editPlan)
        csrf = visit.signedIn.csrf
    }
}

/// A plan as it stands, or as it stood in one of its versions.
struct PlanPage: Sendable {
    let content: PlanContent
    let versions: [PlanVersion]
    /// The version that is shown; nil for the plan as it stands.
    let shown: PlanVersion?
    /// What changed since the newest version, or in a shown version since the one before it.
    let difference: PlanDifference?
    /// The plan on its way through the bodies, newest first.
    let papers: [PaperFile]
    let bodies: [GoverningBody]
    /// May put the plan on its way: it has a version, and no paper yet.
    let mayOffer: Bool
    /// Minutes that were worked for each sub-activity.
    let worked: [ID<PlanPart>: Int]
    /// The part whose trail is told; nil for none.
    let traced: PlanPart?
    /// What was learnt from deployments and is done in the traced part; for whoever sees those.
    let lessons: [LearntLesson]
    let mayEdit: Bool
    let today: Day
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let current = try tx.planContent(try visit.id("plan")) else { throw WebFailure.notFound }
        let versions = try tx.planVersions(of: current.plan.id)
        let wanted = visit.request.parameters["version"]
        let index = wanted.flatMap { number in versions.firstIndex { $0.number == number } }
        if wanted != nil, index == nil { throw WebFailure.notFound }
        let shown = index.map { versions[$0] }
        let content = try shown?.content() ?? current
        let before = index.map { $0 + 1 } ?? 0
        self.versions = versions
        self.shown = shown
        self.content = content
        difference =
            before < versions.count ? PlanDifference(from: try versions[before].content(), to: content) : nil
        papers = try tx.boardPapers(
            about: BoardPaper.Subject(.plan, reference: current.plan.id.description)
        ).compactMap { try tx.paperFile($0.id) }
        bodies = try tx.governingBodies()
        mayOffer =
            papers.isEmpty && !versions.isEmpty && shown == nil && visit.signedIn.may(.editPlan)
            && visit.signedIn.may(.editDecisions)
        worked = try tx.minutesWorked(for: current.plan.id)
        traced = ID<PlanPart>(visit.request.query["onderdeel"]).flatMap { content.part($0) }
        let mayRead = visit.signedIn.reach(of: .seeDeployments) == .region
        lessons =
            try mayRead
            ? traced.map { part in try tx.lessons().filter { $0.lesson.part == part.id } } ?? [] : []
        mayEdit = visit.signedIn.may(.editPlan) && shown == nil
        today = visit.today
        csrf = visit.signedIn.csrf
    }

    var path: String { "/plan/\(content.plan.id)" }

    /// What is so now, as a sentence.
    var heading: String {
        if let shown { return "\(content.plan.title), versie \(shown.number)" }
        let activities = content.subActivities.compactMap(\.activity)
        let done = activities.count { $0.state == .done }
        let late = activities.count { activity in
            activity.state != .done && activity.state != .stopped
                && activity.lastDay.map { $0 < today } == true
        }
        let state = "\(done) van \(Dutch.count(activities.count, "deelactiviteit", "deelactiviteiten")) klaar"
        return "\(content.plan.title): \(state)" + (late > 0 ? ", \(late) over tijd" : "")
    }
}
