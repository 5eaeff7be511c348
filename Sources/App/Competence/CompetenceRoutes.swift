import Domain
import Sheets
import Storage
import Web

extension Routes {
    static let competence: [Route] =
        [
            .get("/vakbekwaamheid", needs: .permission(.seePeople)) { visit, tx in
                .page(MatrixPages.matrix(try MatrixPage(visit, tx)))
            },
            .get("/vakbekwaamheid/verloopt", needs: .permission(.editPeople)) { visit, tx in
                .page(ExpiryPages.list(try ExpiryPage(visit, tx)))
            },
            .get("/vakbekwaamheid/gaten", needs: .permission(.seeRefusals)) { visit, tx in
                .page(GapsPages.gaps(try GapsPage(visit, tx)))
            },
            .get("/vakbekwaamheid/taken", needs: .permission(.editPeople)) { visit, tx in
                .page(TasksPages.list(try TasksPage(visit, tx)))
            },
            .get("/mensen/:id/paspoort", needs: .signedIn) { visit, tx in
                .page(PassportPages.passport(try PassportPage(visit, tx)))
            },
        ] + Route.downloads("/vakbekwaamheid/lijst", needs: .permission(.seePeople), SheetTable.matrix)
        + profiles

    private static let profiles: [Route] = [
        .get("/vakbekwaamheid/profielen", needs: .signedIn) { visit, tx in
            .page(ProfilePages.list(try ProfilesPage(visit, tx)))
        },
        .get("/vakbekwaamheid/profielen/:function", needs: .signedIn) { visit, tx in
            .page(ProfilePages.profile(try ProfilePage(visit, tx)))
        },
        .get("/vakbekwaamheid/profielen/:function/eis", needs: .permission(.editPeople), propose),
        .post("/vakbekwaamheid/profielen/:function/eis", needs: .permission(.editPeople)) {
            visit, fields, change in
            let model = try ProfilePage(visit, change.tx)
            let form = RequirementForm(fields, id: change.newID(), model)
            guard let requirement = form.requirement else {
                return .refused(RequirementFormPages.add(model, FormState(fields, errors: form.errors)))
            }
            try change.addRequirement(requirement)
            return .redirect(model.path, notice: "De eis is vastgelegd.")
        },
        .get("/vakbekwaamheid/profielen/:function/eis/:paper", needs: .permission(.editPeople)) { visit, tx in
            let model = try ProfilePage(visit, tx)
            let requirement = try model.requirement(visit)
            let fields = visit.request.query
            guard !fields["tot"].isEmpty else {
                return .page(RequirementFormPages.end(model, requirement, nil, FormState(fields)))
            }
            switch lastDay(fields, of: requirement) {
            case .failure(let error):
                let state = FormState(fields, errors: [error.field])
                return .refused(RequirementFormPages.end(model, requirement, nil, state))
            case .success(let last):
                let others = model.requirements.filter { $0.id != requirement.id }
                let impact = try ProfileImpact(
                    of: model.function.code, asking: others + [requirement.ending(on: last)], tx,
                    at: visit.now)
                return .page(RequirementFormPages.end(model, requirement, impact, FormState(fields)))
            }
        },
        .post("/vakbekwaamheid/profielen/:function/eis/:paper/einde", needs: .permission(.editPeople)) {
            visit, fields, change in
            let model = try ProfilePage(visit, change.tx)
            let requirement = try model.requirement(visit)
            switch lastDay(fields, of: requirement) {
            case .failure(let error):
                let state = FormState(fields, errors: [error.field])
                return .refused(RequirementFormPages.end(model, requirement, nil, state))
            case .success(let last):
                guard let version = Int(fields["versie"]) else { throw WebFailure.malformed }
                try change.endRequirement(requirement.id, through: last, version: version)
                return .redirect(model.path, notice: "De eis eindigt na \(Dutch.date(last)).")
            }
        },
        .post("/vakbekwaamheid/profielen/:function/eis/:paper/verwijdering", needs: .permission(.editPeople))
        {
            visit, fields, change in
            let model = try ProfilePage(visit, change.tx)
            let requirement = try model.requirement(visit)
            do {
                try change.removeRequirement(requirement.id)
                return .redirect(model.path, notice: "De eis is verwijderd.")
            } catch let refusal as RequirementRefusal {
                let errors = refusal.faults.map { FieldError($0.field, $0.sentence) }
                return .refused(
                    RequirementFormPages.end(model, requirement, nil, FormState(fields, errors: errors)))
            }
        },
    ]

    /// The form, or with `stap=gevolg` what the requirement would do. Nothing is written.
    @Sendable private static func propose(_ visit: Visit, _ tx: Transaction) throws -> Answer {
        let model = try ProfilePage(visit, tx)
        guard model.mayAsk else { throw WebFailure.forbidden }
        let fields = visit.request.query
        guard fields["stap"] == "gevolg" else {
            let begin = FormFields([
                "gemeente": model.mayAskRegion ? "" : model.places.first?.code.text ?? "",
                "eis": ActivityKind.exercise.rawValue, "aantal": "\(model.proposals[.exercise] ?? 1)",
                "maat": "times", "periode": "calendarYear", "vrijstelling": "ja",
                "status": NormStatus.regionalDecision.rawValue,
                "van": Dutch.shortDate(visit.today.adding(days: 1)),
            ])
            return .page(RequirementFormPages.add(model, FormState(fields["eis"].isEmpty ? begin : fields)))
        }
        var randomness = visit.randomness
        let form = RequirementForm(fields, id: randomness.id(at: visit.now), model)
        guard let requirement = form.requirement else {
            return .refused(RequirementFormPages.add(model, FormState(fields, errors: form.errors)))
        }
        let impact = try ProfileImpact(
            of: model.function.code, asking: model.requirements + [requirement], tx, at: visit.now)
        return .page(RequirementFormPages.preview(model, requirement, impact, fields))
    }

    private struct DayError: Error {
        let field: FieldError
    }

    private static func lastDay(_ fields: FormFields, of requirement: Requirement) -> Result<Day, DayError> {
        guard let last = Dutch.day(fields["tot"]) else {
            let sentence = "“\(fields["tot"])” is geen bestaande dag. Schrijf de datum als 23-11-2026."
            return .failure(DayError(field: FieldError("tot", sentence)))
        }
        if let from = requirement.validFrom, last < from {
            let fault = RequirementFault.endBeforeStart
            return .failure(DayError(field: FieldError(fault.field, fault.sentence)))
        }
        return .success(last)
    }
}

extension ProfilePage {
    fileprivate func requirement(_ visit: Visit) throws -> Requirement {
        let id: ID<Requirement> = try visit.id("paper")
        guard let found = requirements.first(where: { $0.id == id }) else { throw WebFailure.notFound }
        guard mayChange(found) else { throw WebFailure.forbidden }
        return found
    }
}

extension RequirementForm {
    fileprivate init(_ fields: FormFields, id: ID<Requirement>, _ model: ProfilePage) {
        self.init(
            fields, id: id, function: model.function.code, places: Set(model.places.map(\.code)),
            mayAskRegion: model.mayAskRegion, beside: model.requirements)
    }
}

extension Requirement {
    fileprivate func ending(on last: Day) -> Requirement {
        Requirement(
            id: id, function: function, municipality: municipality, subject: subject, terms: terms,
            validFrom: validFrom, validThrough: last, status: status, source: source,
            confirmedBy: confirmedBy, version: version)
    }
}
