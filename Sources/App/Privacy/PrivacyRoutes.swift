import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    static let privacy: [Route] =
        [
            .get("/privacy", needs: .signedIn) { visit, tx in
                .page(PrivacyPages.statement(try PrivacyPage(visit, tx)))
            },
            .get("/privacy/dpia", needs: .signedIn) { visit, tx in
                .page(PrivacyPages.assessment(try PrivacyPage(visit, tx)))
            },
            .get("/privacy/ondernemingsraad", needs: .signedIn) { visit, tx in
                .page(PrivacyPages.worksCouncil(try PrivacyPage(visit, tx)))
            },
            .get("/privacy/dossiernamen", needs: .permission(.seeIncidentNames)) { _, tx in
                let names = try tx.incidentNames()
                return .showing(
                    DataView(.incidentNames, names.map(\.person)), .page(DeparturePages.names(names)))
            },
        ] + own + byLink + leaving

    /// Somebody who says without signing in that their contact data is right.
    private static let byLink = ConfirmByLink(
        path: "/g/", origin: "bevestigingslink",
        page: { token, tx, now in
            let model = try ConfirmContactPage(token: token, tx, at: now)
            return (model.regionName, OwnDataPages.confirm(model, token: token))
        },
        confirm: { token, change in try change.confirmContact(byLink: token) }
    ).routes

    private static let own: [Route] = [
        .get("/mijn/gegevens", needs: .permission(.seeOwn)) { visit, tx in
            .page(OwnDataPages.own(try OwnDataPage(visit, tx)))
        },
        .post("/mijn/bevestiging", needs: .permission(.seeOwn)) { visit, _, change in
            _ = try visit.ownPerson()
            try change.confirmContact()
            return .redirect("/mijn/gegevens", notice: "Bedankt. Je gegevens zijn bevestigd.")
        },
        .get("/mijn/bereikbaarheid", needs: .permission(.seeOwn)) { visit, tx in
            let state = FormState(FormFields(try tx.channels(of: try visit.ownPerson())))
            return .page(OwnDataPages.contactForm(visit.signedIn.csrf, state))
        },
        .post("/mijn/bereikbaarheid", needs: .permission(.seeOwn)) { visit, fields, change in
            _ = try visit.ownPerson()
            var form = PersonFormReading(fields)
            let channels = form.channels()
            let nothing =
                channels.isEmpty && form.faults.isEmpty
                ? [FieldError("mobiel", "Vul ten minste één manier in waarop de regio je bereikt.")] : []
            let errors = form.faults.map(\.error) + nothing
            guard errors.isEmpty else {
                let state = FormState(fields, errors: errors)
                return .refused(OwnDataPages.contactForm(visit.signedIn.csrf, state))
            }
            try change.changeOwnContact(channels)
            return .redirect("/mijn/gegevens", notice: "Opgeslagen en bevestigd.")
        },
        .get("/mijn/gegevens/alles", needs: .permission(.seeOwn)) { visit, tx in
            .page(OwnDataPages.everything(try visit.ownDossier(tx), madeAt: visit.now))
        },
        .get("/mijn/gegevens/alles.json", needs: .permission(.seeOwn)) { visit, tx in
            let bytes = try visit.ownDossier(tx).json(madeAt: visit.now)
            return .response(
                .download(bytes, name: "mijn gegevens \(visit.today.iso).json", type: "application/json"))
        },
        .get("/mijn/vertrek", needs: .permission(.seeOwn)) { visit, tx in
            guard let person = try tx.functionary(try visit.ownPerson()) else { throw WebFailure.notFound }
            return try departure(of: person, isOwn: true, visit, tx)
        },
    ]

    private static let leaving: [Route] = [
        .get("/instroom", needs: .permission(.editPeople)) { visit, tx in
            .page(TurnoverPages.list(try TurnoverPage(visit, tx)))
        },
        .get("/mensen/:id/vertrek", needs: .permission(.editPeople)) { visit, tx in
            let person = try visit.editablePerson(tx)
            return .showing(
                DataView(.departure, [person.id]), try departure(of: person, isOwn: false, visit, tx))
        },
        .post("/mensen/:id/vertrek", needs: .permission(.editPeople)) { visit, fields, change in
            let person = try visit.editablePerson(change.tx)
            guard let day = Dutch.day(fields["dag"]) else { throw WebFailure.malformed }
            return try tellingDeparture(person) {
                let plan = try change.recordDeparture(of: person.id, lastDay: day)
                let gaps = Dutch.count(plan.duties.count, "dienst valt", "diensten vallen")
                return "Vastgelegd: laatste dag \(Dutch.date(day))."
                    + (plan.duties.isEmpty ? "" : " Let op: \(gaps) daardoor open.")
            }
        },
        .post("/mensen/:id/anonimisering", needs: .permission(.editPeople)) { visit, _, change in
            let person = try visit.editablePerson(change.tx)
            return try tellingDeparture(person) {
                try change.anonymise(person.id)
                return "Deze persoon is onherkenbaar gemaakt."
            }
        },
    ]

    private static func departure(
        of person: Functionary, isOwn: Bool, _ visit: Visit, _ tx: Transaction
    ) throws -> Answer {
        let typed = visit.request.query["dag"]
        let day = Dutch.day(typed)
        let errors =
            day == nil && !typed.isEmpty
            ? [FieldError("dag", "Dit is geen bestaande dag. Schrijf de datum als 23-11-2026.")] : []
        let plan = try DeparturePlan(
            of: person, lastDay: day ?? person.employedThrough ?? visit.today, at: visit.now, tx)
        let state = FormState(errors.isEmpty ? FormFields() : visit.request.query, errors: errors)
        let page = DeparturePages.plan(
            plan, try tx.lineNames(), isOwn: isOwn, csrf: visit.signedIn.csrf, today: visit.today, state)
        return errors.isEmpty ? .page(page) : .refused(page)
    }

    private static func tellingDeparture(_ person: Functionary, _ body: () throws -> String) throws -> Answer
    {
        do {
            return .redirect("/mensen/\(person.id)", notice: try body())
        } catch let refusal as DepartureRefusal {
            return .redirect("/mensen/\(person.id)/vertrek", notice: refusal.sentence)
        }
    }
}

extension Visit {
    fileprivate func ownDossier(_ tx: Transaction) throws -> Dossier {
        guard let person = try tx.functionary(try ownPerson()) else { throw WebFailure.notFound }
        return try tx.dossier(of: person)
    }
}
