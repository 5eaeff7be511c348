import Domain
import Storage
import Web

extension Routes {
    static let candidacies: [Route] = [
        .get("/mensen/:id/aanmelding", needs: .permission(.seeOwn)) { visit, tx in
            .page(CandidacyPages.apply(try ownPassport(visit, tx), FormState()))
        },
        .post("/mensen/:id/aanmelding", needs: .permission(.seeOwn)) { visit, fields, change in
            let model = try ownPassport(visit, change.tx)
            do {
                try change.apply(
                    for: Code(fields["functie"]), motivation: fields.raw("motivatie").trimmedLines,
                    of: model.person.id)
            } catch let fault as CandidacyFault {
                let state = FormState(fields, errors: [FieldError(fault.field, fault.sentence)])
                return .refused(CandidacyPages.apply(model, state))
            }
            return .redirect("/mensen/\(model.person.id)/paspoort", notice: "Je aanmelding is verstuurd.")
        },
        .post("/mensen/:id/aanmelding/:paper/intrekking", needs: .permission(.seeOwn)) { visit, _, change in
            let model = try ownPassport(visit, change.tx)
            let id: ID<Candidacy> = try visit.id("paper")
            guard model.candidacies.contains(where: { $0.id == id }) else { throw WebFailure.notFound }
            try settling { try change.withdrawCandidacy(id) }
            return .redirect("/mensen/\(model.person.id)/paspoort", notice: "Je aanmelding is ingetrokken.")
        },
        .post("/mensen/:id/kennen", needs: .permission(.seeOwn)) { visit, fields, change in
            let model = try ownPassport(visit, change.tx)
            let optsOut = fields["keuze"] == "niet"
            try change.chooseAcquaintance(optsOut: optsOut, of: model.person.id)
            return .redirect(
                "/mensen/\(model.person.id)/paspoort",
                notice: optsOut ? "Je telt niet meer mee in wie elkaar kent." : "Je doet weer mee.")
        },
        .get("/vakbekwaamheid/aanmeldingen", needs: .permission(.seePeople)) { visit, tx in
            .page(CandidacyPages.list(try CandidaciesPage(visit, tx)))
        },
        .post("/vakbekwaamheid/aanmeldingen/:paper/antwoord", needs: .permission(.consentApplications)) {
            visit, fields, change in
            let id: ID<Candidacy> = try visit.id("paper")
            let intake = Dutch.day(fields["intake"])
            guard intake != nil || fields["intake"].isEmpty else {
                let sentence = "“\(fields["intake"])” is geen bestaande dag. Schrijf de datum als 23-11-2026."
                let state = FormState(fields, errors: [FieldError("intake", sentence)])
                return .refused(CandidacyPages.list(try CandidaciesPage(visit, change.tx), state, of: id))
            }
            try settling {
                try change.answerCandidacy(
                    id, consents: fields["besluit"] == "ja", answer: fields.raw("antwoord").trimmedLines,
                    intakeOn: intake)
            }
            return .redirect("/vakbekwaamheid/aanmeldingen", notice: "Het antwoord is vastgelegd en gemaild.")
        },
        .post("/vakbekwaamheid/aanmeldingen/:paper/aanwijzing", needs: .permission(.editPeople)) {
            visit, fields, change in
            let id: ID<Candidacy> = try visit.id("paper")
            func refuse(_ field: String, _ sentence: String) throws -> Answer {
                let state = FormState(fields, errors: [FieldError(field, sentence)])
                return .refused(CandidacyPages.list(try CandidaciesPage(visit, change.tx), state, of: id))
            }
            guard let day = Dutch.day(fields["vanaf"]) else {
                return try refuse("vanaf", "Vul de eerste dag in, zoals 23-11-2026.")
            }
            do {
                try change.designateCandidate(id, document: fields["document"], from: day)
            } catch let fault as CandidacyFault where fault == .noDocument {
                return try refuse(fault.field, fault.sentence)
            } catch is CandidacyFault {
                throw WebFailure.changedMeanwhile
            }
            return .redirect(
                "/vakbekwaamheid/aanmeldingen", notice: "De aanwijzing is vastgelegd en gemaild.")
        },
    ]

    /// Only somebody's own.
    private static func ownPassport(_ visit: Visit, _ tx: Transaction) throws -> PassportPage {
        let page = try PassportPage(visit, tx)
        guard page.isOwn else { throw WebFailure.forbidden }
        return page
    }

    /// A step that no longer fits was taken by somebody else in the meantime.
    private static func settling(_ step: () throws -> Void) throws {
        do { try step() } catch is CandidacyFault { throw WebFailure.changedMeanwhile }
    }
}

extension String {
    /// Without white space at either end; the lines inside stay.
    fileprivate var trimmedLines: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
