import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    static let relief: [Route] = [
        .get("/inzetten/:id/aflossing", needs: .signedIn) { visit, tx in
            .page(ReliefPages.relief(try ReliefPage(visit, tx)))
        },
        Route(method: .post, path: "/inzetten/:id/aflossing", needs: .signedIn, action: .slow(plan)),
        .post("/inzetten/:id/aflossing/vraag", needs: .signedIn) { visit, fields, change in
            let start = Int64(fields["van"]).map(Instant.init(milliseconds:)) ?? .distantPast
            return try visit.adjustRelief(&change) { id, change in
                let count = try change.askRelief(from: start, of: id)
                guard count > 0 else { return "Iedereen van deze ploeg is al gevraagd." }
                guard try change.tx.hasOpenChannel() else {
                    return
                        "Er kan geen bericht uit: er is geen kanaal ingesteld. Bel zelf en leg vast wie er komt."
                }
                return
                    "\(Dutch.count(count, "persoon wordt", "mensen worden")) gevraagd. Wat ervan komt, staat hier."
            }
        },
        .post("/inzetten/:id/aflossing/diensten", needs: .signedIn) { visit, fields, change in
            guard let person = ID<Functionary>(fields["persoon"]),
                let start = Int64(fields["van"]).map(Instant.init(milliseconds:))
            else { return try visit.toRelief("Kies wie er komt, en voor welke dienst.") }
            return try visit.adjustRelief(&change) { id, change in
                let model = try ReliefSituation(planned: id, change.tx, at: visit.now)
                    .model(shifts: ReliefQuestion.shiftsMax)
                guard let shift = (0..<model.grid.count).first(where: { model.grid.start(of: $0) == start })
                else { throw ReliefRefusal.begun }
                try change.pinRelief(
                    person, as: Code(fields["functie"]), during: model.grid.interval(of: shift), of: id)
                return "Ingepland. De andere diensten zijn eromheen gelegd."
            }
        },
        .post("/inzetten/:id/aflossing/eraf", needs: .signedIn) { visit, fields, change in
            guard let shift = ID<ReliefShift>(fields["dienst"]) else { throw WebFailure.malformed }
            return try visit.adjustRelief(&change) { id, change in
                try change.cancelRelief(shift, of: id)
                return "Van de dienst gehaald. Het plan is bijgewerkt."
            }
        },
        .post("/inzetten/:id/aflossing/aantallen", needs: .signedIn) { visit, fields, change in
            let wanted: Int
            do {
                let form = DeploymentForm(fields, at: visit.now)
                wanted = try form.count("aantal", max: AlarmRequest.wantedMax) ?? 0
            } catch let refusal as EntryRefusal {
                return try visit.givenBack(fields, refusal)
            }
            return try visit.adjustRelief(&change) { id, change in
                try change.setReliefPost(Code(fields["functie"]), wanted: wanted, of: id)
                return "Opgeslagen. Maak het plan opnieuw."
            }
        },
    ]

    /// How long somebody waits for a page; the command searches longer.
    private static let secondsMost = 2.0

    @Sendable private static func plan(
        _ application: Application, _ visit: Visit, _ fields: FormFields
    ) async throws -> Answer {
        let id: ID<Deployment> = try visit.id("id")
        do {
            let outcome = try await application.planRelief(
                of: id, ReliefQuestion(deployment: id.description, seconds: secondsMost), by: visit.actor)
            let open = outcome.uncovered.reduce(0) { $0 + $1.missing }
            return try visit.toRelief(
                open == 0
                    ? "Het plan is klaar; elke plaats is gevuld."
                    : "Het plan is klaar; \(Dutch.count(open, "plaats blijft", "plaatsen blijven")) leeg.")
        } catch let refusal as ReliefRefusal {
            return try visit.toRelief(refusal.sentence)
        }
    }
}

extension Visit {
    fileprivate func toRelief(_ notice: String) throws -> Answer {
        .redirect("/inzetten/\(try id("id", of: Deployment.self))/aflossing", notice: notice)
    }

    /// Does it, or says why not.
    fileprivate func adjustRelief(
        _ change: inout Change, _ work: (ID<Deployment>, inout Change) throws -> String
    ) throws -> Answer {
        do {
            return try toRelief(try work(try id("id"), &change))
        } catch let refusal as ReliefRefusal {
            return try toRelief(refusal.sentence)
        }
    }
}
