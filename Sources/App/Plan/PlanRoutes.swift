import Domain
import Storage
import Web

extension Routes {
    static let plan: [Route] = planPages + planVersions + planParts

    private static let planPages: [Route] = [
        .get("/plan", needs: .permission(.seePlan)) { visit, tx in
            .page(PlanPages.list(try PlansPage(visit, tx)))
        },
        .get("/plan/nieuw", needs: .permission(.editPlan)) { visit, tx in
            .page(PlanFormPages.new(try PlansPage(visit, tx), FormState()))
        },
        .post("/plan", needs: .permission(.editPlan)) { visit, fields, change in
            let model = try PlansPage(visit, change.tx)
            return try refusingPlan(fields, { PlanFormPages.new(model, $0) }) {
                let plan = try ActionPlan(fields, id: change.newID())
                try change.savePlan(plan)
                return .redirect(
                    "/plan/\(plan.id)", notice: "Het plan is bewaard. Begin bij de knelpunten en wensen.")
            }
        },
        .get("/plan/:plan", needs: .permission(.seePlan)) { visit, tx in
            .page(PlanPages.plan(try PlanPage(visit, tx)))
        },
        .get("/plan/:plan/wijzigen", needs: .permission(.editPlan)) { visit, tx in
            let model = try PlanPage(visit, tx)
            return .page(PlanFormPages.edit(model, FormState(FormFields(model.content.plan))))
        },
        .post("/plan/:plan/wijzigen", needs: .permission(.editPlan)) { visit, fields, change in
            let model = try PlanPage(visit, change.tx)
            let plan = model.content.plan
            guard Int(fields["versie"]) != plan.version else {
                return try refusingPlan(fields, { PlanFormPages.edit(model, $0) }) {
                    try change.savePlan(try ActionPlan(fields, id: plan.id))
                    return .redirect(model.path, notice: "Bewaard.")
                }
            }
            return try mergePlan(fields, model, &change)
        },
    ]

    private static let planVersions: [Route] = [
        .get("/plan/:plan/versie", needs: .permission(.editPlan)) { visit, tx in
            let fields = FormFields(["dag": Dutch.shortDate(visit.today)])
            return .page(PlanFormPages.version(try PlanPage(visit, tx), FormState(fields)))
        },
        .post("/plan/:plan/versie", needs: .permission(.editPlan)) { visit, fields, change in
            let model = try PlanPage(visit, change.tx)
            return try refusingPlan(fields, { PlanFormPages.version(model, $0) }) {
                var form = PlanFormReading(fields)
                let number = form.text("nummer", "het nummer", max: VersionNumber.charactersMax)
                if !number.isEmpty, VersionNumber(number) == nil {
                    form.fault("nummer", "Schrijf het nummer als 0.3, zonder spaties.")
                }
                let day = form.day("dag", isRequired: true)
                let note = form.text("toelichting")
                try form.check()
                guard let day else { throw PlanFormRefusal(errors: form.errors) }
                try change.numberPlan(model.content.plan.id, as: number, on: day, note: note)
                return .redirect("\(model.path)/versies/\(number)", notice: "Versie \(number) is gemaakt.")
            }
        },
        .post("/plan/:plan/aanbieding", needs: .permission(.editPlan)) { visit, _, change in
            let model = try PlanPage(visit, change.tx)
            guard model.mayOffer else { return .redirect(model.path) }
            try change.offerPlan(model.content.plan, model.versions)
            return .redirect(
                model.path, notice: "Het plan staat in het besluitenregister, met zijn weg langs de gremia.")
        },
        .get("/plan/:plan/versies/:version", needs: .permission(.seePlan)) { visit, tx in
            .page(PlanPages.plan(try PlanPage(visit, tx)))
        },
    ]

    private static let planParts: [Route] = [
        .get("/plan/:plan/nieuw/:kind", needs: .permission(.editPlan)) { visit, tx in
            let model = try PlanPage(visit, tx)
            let state = FormState(FormFields(["stand": SubActivity.State.planned.rawValue]))
            return .page(PlanFormPages.part(model, try visit.planKind(), nil, state))
        },
        .post("/plan/:plan/nieuw/:kind", needs: .permission(.editPlan)) { visit, fields, change in
            let model = try PlanPage(visit, change.tx)
            let kind = try visit.planKind()
            return try refusingPlan(fields, { PlanFormPages.part(model, kind, nil, $0) }, model.content) {
                let number = (model.content.parts(of: kind).map(\.number).max() ?? 0) + 1
                let part = try PlanPart(fields, id: change.newID(), kind: kind, number: number)
                try change.savePlanPart(part, of: model.content.plan.id)
                return .redirect("\(model.path)?onderdeel=\(part.id)", notice: "Toegevoegd: \(part.title).")
            }
        },
        .get("/plan/:plan/onderdelen/:part", needs: .permission(.editPlan)) { visit, tx in
            let model = try PlanPage(visit, tx)
            let part = try visit.planPart(model.content)
            return .page(PlanFormPages.part(model, part.kind, part.id, FormState(FormFields(part))))
        },
        .post("/plan/:plan/onderdelen/:part", needs: .permission(.editPlan)) { visit, fields, change in
            let model = try PlanPage(visit, change.tx)
            let part = try visit.planPart(model.content)
            return try refusingPlan(
                fields, { PlanFormPages.part(model, part.kind, part.id, $0) }, model.content
            ) {
                let changed = try PlanPart(fields, id: part.id, kind: part.kind, number: part.number)
                try change.savePlanPart(changed, of: model.content.plan.id)
                return .redirect("\(model.path)?onderdeel=\(part.id)", notice: "Bewaard.")
            }
        },
        .post("/plan/:plan/onderdelen/:part/verwijdering", needs: .permission(.editPlan)) {
            visit, _, change in
            let model = try PlanPage(visit, change.tx)
            let part = try visit.planPart(model.content)
            do {
                try change.removePlanPart(part.id, from: model.content.plan.id)
                return .redirect(model.path, notice: "‘\(part.title)’ staat niet meer in het plan.")
            } catch let fault as PlanVersionFault {
                return .redirect(model.path, notice: fault.sentence)
            }
        },
    ]
}

/// Saves a plan that somebody else changed since the form was made, unless both wrote at the same place.
private func mergePlan(_ typed: FormFields, _ model: PlanPage, _ change: inout Change) throws -> Answer {
    let inputs = PlanFormPages.inputs
    let merge = PlanMerge(typed, present: FormFields(model.content.plan), names: inputs.map(\.name))
    let author = try change.tx.authorOfLast("plan.edited", "plan", model.content.plan.id) ?? "Een collega"
    guard merge.conflicts.isEmpty else {
        return .refused(
            PlanFormPages.edit(model, FormState(merge.fields, errors: merge.errors(by: author))))
    }
    var fields = merge.fields
    fields.add("versie", "\(model.content.plan.version)")
    return try refusingPlan(fields, { PlanFormPages.edit(model, $0) }) {
        try change.savePlan(try ActionPlan(fields, id: model.content.plan.id))
        let labels = inputs.filter { merge.taken.contains($0.name) }.map { "‘\($0.label)’" }
        let notice =
            labels.isEmpty
            ? "Bewaard." : "Bewaard, naast wat \(author) intussen wijzigde: \(Dutch.list(labels))."
        return .redirect(model.path, notice: notice)
    }
}

/// Runs a write; when it is refused, shows the form again with what was typed and what is wrong.
private func refusingPlan(
    _ fields: FormFields, _ page: (FormState) -> Page, _ content: PlanContent? = nil,
    _ body: () throws -> Answer
) throws -> Answer {
    func refused(_ errors: [FieldError]) -> Answer { .refused(page(FormState(fields, errors: errors))) }
    do {
        return try body()
    } catch let refusal as PlanFormRefusal {
        return refused(refusal.errors)
    } catch let refusal as PlanRefusal {
        guard let content else { throw refusal }
        return refused(refusal.faults.map { FieldError($0.field, $0.sentence(content)) })
    } catch let fault as PlanVersionFault {
        return refused([FieldError("nummer", fault.sentence)])
    }
}

extension Visit {
    fileprivate func planKind() throws -> PlanPart.Kind {
        guard let kind = PlanPart.Kind(word: request.parameters["kind"] ?? "") else {
            throw WebFailure.notFound
        }
        return kind
    }

    fileprivate func planPart(_ content: PlanContent) throws -> PlanPart {
        guard let part = content.part(try id("part")) else { throw WebFailure.notFound }
        return part
    }
}
