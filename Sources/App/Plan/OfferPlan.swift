import Domain
import Storage

extension Change {
    /// Puts a plan on its way through the bodies that ship: who advises first, the board that decides last.
    /// The bodies can be changed in the register.
    mutating func offerPlan(_ plan: ActionPlan, _ versions: [PlanVersion]) throws {
        try actor.require(.editPlan)
        guard let newest = versions.first else { return }
        let bodies = try tx.governingBodies().filter { $0.power != .discusses }
        var steps: [PaperStep] = []
        for body in bodies.filter({ $0.power == .advises })
            + bodies.filter({ $0.power == .decides }).prefix(1)
        {
            let role: PaperRole = body.power == .decides ? .decision : .advice
            steps.append(PaperStep(id: newID(), body: body.code, role: role, plannedOn: nil))
        }
        try openPaper(
            BoardPaper(
                id: newID(), title: "Plan van aanpak \(plan.title)",
                subject: BoardPaper.Subject(.plan, reference: plan.id.description), principal: plan.principal),
            version: PaperVersion(
                number: 1, label: newest.number, day: newest.day, summary: newest.note, keepsOutlines: false),
            steps: steps)
    }
}
