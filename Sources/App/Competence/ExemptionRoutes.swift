import Domain
import Storage
import Web

extension Routes {
    static let exemptions: [Route] = [
        .get("/mensen/:id/vrijstelling", needs: .permission(.editPeople)) { visit, tx in
            let (model, standing) = try passport(visit, tx, Code(visit.request.query["functie"]))
            return .page(ExemptionPages.grant(model, standing, FormState()))
        },
        .post("/mensen/:id/vrijstelling", needs: .permission(.editPeople)) { visit, fields, change in
            let function = Code<CrisisFunction>(fields["functie"])
            let (model, standing) = try passport(visit, change.tx, function)
            do {
                guard let subject = Requirement.Subject(formValue: fields["eis"]) else {
                    throw ExemptionFault.notAsked
                }
                let last = Dutch.day(fields["tot"])
                if last == nil, !fields["tot"].isEmpty { throw ExemptionFault.badDay }
                try change.grantExemption(
                    of: model.person.id, from: subject, for: function, through: last,
                    reason: fields["reden"])
            } catch let fault as ExemptionFault {
                let state = FormState(fields, errors: [FieldError(fault.field, fault.sentence)])
                return .refused(ExemptionPages.grant(model, standing, state))
            }
            return .redirect("/mensen/\(model.person.id)/paspoort", notice: "De vrijstelling is vastgelegd.")
        },
        .post("/mensen/:id/vrijstelling/:paper/intrekking", needs: .permission(.editPeople)) {
            visit, _, change in
            let person = try visit.editablePerson(change.tx)
            try change.withdrawExemption(try visit.id("paper"), of: person.id)
            return .redirect(
                "/mensen/\(person.id)/paspoort", notice: "De vrijstelling geldt vanaf vandaag niet meer.")
        },
    ]

    private static func passport(
        _ visit: Visit, _ tx: Transaction, _ function: Code<CrisisFunction>
    ) throws -> (PassportPage, PassportPage.Standing) {
        let model = try PassportPage(visit, tx)
        guard model.mayEdit else { throw WebFailure.forbidden }
        guard let standing = model.functions.first(where: { $0.function.code == function }) else {
            throw WebFailure.notFound
        }
        return (model, standing)
    }
}
