import Domain
import Storage
import Web

extension Routes {
    static let commitment: [Route] = [
        .get("/betrokkenheid", needs: .permission(.seePlan)) { visit, tx in
            .page(CommitmentPages.page(try CommitmentPage(visit, tx), FormState()))
        },
        .post("/betrokkenheid", needs: .permission(.seePlan)) { visit, fields, change in
            let model = try CommitmentPage(visit, change.tx)
            var form = FormReading(fields)
            let place = form.choice("gemeente", among: model.editable) { $0.text }
            let people = form.number("mensen", "mensen", in: 0...Change.committedPeopleMax)
            guard form.errors.isEmpty, let place, let people else {
                return .refused(CommitmentPages.page(model, FormState(fields, errors: form.errors)))
            }
            try change.agreeCommitment(of: place, people: people)
            return .redirect("/betrokkenheid", notice: "De afspraak met \(model.name(place)) is vastgelegd.")
        },
    ]
}
