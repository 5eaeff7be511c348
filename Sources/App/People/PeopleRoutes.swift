import Domain
import Storage
import Web

extension Routes {
    static let people: [Route] =
        [
            .get("/mensen", needs: .permission(.seePeople)) { visit, tx in
                .page(PeoplePages.list(try PeoplePage(visit, tx)))
            },
            .get("/mensen/nieuw", needs: .permission(.editPeople)) { visit, tx in
                .page(
                    PersonFormPages.person(
                        try PersonFormPage(visit, tx), nil, FormState(FormFields(["eerst": "mobile"]))))
            },
            .post("/mensen", needs: .permission(.editPeople)) { visit, fields, change in
                let model = try PersonFormPage(visit, change.tx)
                return try refusing(fields, { PersonFormPages.person(model, nil, $0) }) {
                    let id = try change.addPerson(
                        PersonDraft(fields, employers: model.municipalities, bases: model.bases))
                    return .redirect("/mensen/\(id)", notice: "De functionaris is toegevoegd.")
                }
            },
            .get("/mensen/:id", needs: .signedIn) { visit, tx in
                let model = try PersonPage(try visit.id("id"), visit, tx)
                return .showing(
                    DataView(.personPage, [model.person.id]),
                    .page(PersonPages.person(model, visit.signedIn.csrf)))
            },
            .get("/mensen/:id/wijzigen", needs: .permission(.editPeople)) { visit, tx in
                let person = try visit.editablePerson(tx)
                let state = FormState(FormFields(person, try tx.channels(of: person.id)))
                return .showing(
                    DataView(.personForm, [person.id]),
                    .page(PersonFormPages.person(try PersonFormPage(visit, tx), person.id, state)))
            },
            .post("/mensen/:id", needs: .permission(.editPeople)) { visit, fields, change in
                let person = try visit.editablePerson(change.tx)
                let model = try PersonFormPage(visit, change.tx)
                return try refusing(fields, { PersonFormPages.person(model, person.id, $0) }) {
                    let draft = try PersonDraft(
                        fields, employers: model.municipalities, bases: model.bases)
                    guard let version = Int(fields["versie"]) else { throw WebFailure.malformed }
                    try change.changePerson(person.id, version: version, to: draft)
                    return .redirect("/mensen/\(person.id)", notice: "De gegevens zijn opgeslagen.")
                }
            },
            .get("/mensen/:id/verhindering", needs: .signedIn) { visit, tx in
                let person = try visit.ownOrEditablePerson(tx)
                return .page(PersonFormPages.absence(person, visit.signedIn.csrf, FormState()))
            },
            .post("/mensen/:id/verhinderingen", needs: .signedIn) { visit, fields, change in
                let person = try visit.ownOrEditablePerson(change.tx)
                return try refusing(fields, { PersonFormPages.absence(person, visit.signedIn.csrf, $0) }) {
                    let interval = try absenceInterval(fields)
                    try change.recordAbsence(of: person.id, during: interval)
                    return .redirect(
                        "/mensen/\(person.id)", notice: try absenceNotice(person, interval, change.tx))
                }
            },
            .post("/mensen/:id/verhinderingen/:absence/intrekking", needs: .signedIn) { visit, _, change in
                let person = try visit.ownOrEditablePerson(change.tx)
                try change.withdrawAbsence(try visit.id("absence"), of: person.id)
                return .redirect("/mensen/\(person.id)", notice: "De verhindering is ingetrokken.")
            },
        ] + papers

    private static let papers: [Route] = [
        .get("/mensen/:id/functie", needs: .permission(.editPeople)) { visit, tx in
            let person = try visit.editablePerson(tx)
            let state = FormState(FormFields(["staat": "designated", "bereik": "region"]))
            return .page(PersonFormPages.designation(person, nil, try PersonFormPage(visit, tx), state))
        },
        .get("/mensen/:id/functie/:paper", needs: .permission(.editPeople)) { visit, tx in
            let person = try visit.editablePerson(tx)
            let designation = try found(tx.designations(of: person.id), try visit.id("paper"), \.id)
            let model = try PersonFormPage(visit, tx)
            return .page(
                PersonFormPages.designation(person, designation.id, model, FormState(FormFields(designation)))
            )
        },
        .post("/mensen/:id/functies", needs: .permission(.editPeople)) { visit, fields, change in
            try saveDesignation(visit, fields, nil, &change)
        },
        .post("/mensen/:id/functies/:paper", needs: .permission(.editPeople)) { visit, fields, change in
            try saveDesignation(visit, fields, try visit.id("paper"), &change)
        },
        .get("/mensen/:id/certificaat", needs: .permission(.editPeople)) { visit, tx in
            let person = try visit.editablePerson(tx)
            let state = FormState(
                FormFields(["functie": visit.request.query["functie"], "staat": "held", "uitgever": "NIPV"]))
            return .page(PersonFormPages.certificate(person, nil, try PersonFormPage(visit, tx), state))
        },
        .get("/mensen/:id/certificaat/:paper", needs: .permission(.editPeople)) { visit, tx in
            let person = try visit.editablePerson(tx)
            let certificate = try found(tx.certificates(of: person.id), try visit.id("paper"), \.id)
            let model = try PersonFormPage(visit, tx)
            return .page(
                PersonFormPages.certificate(person, certificate.id, model, FormState(FormFields(certificate)))
            )
        },
        .post("/mensen/:id/certificaten", needs: .permission(.editPeople)) { visit, fields, change in
            try saveCertificate(visit, fields, nil, &change)
        },
        .post("/mensen/:id/certificaten/:paper", needs: .permission(.editPeople)) { visit, fields, change in
            try saveCertificate(visit, fields, try visit.id("paper"), &change)
        },
    ]

    private static func saveDesignation(
        _ visit: Visit, _ fields: FormFields, _ id: ID<Designation>?, _ change: inout Change
    ) throws -> Answer {
        let person = try visit.editablePerson(change.tx)
        let model = try PersonFormPage(visit, change.tx)
        if let id { _ = try found(change.tx.designations(of: person.id), id, \.id) }
        let newID = id ?? change.newID()
        return try refusing(fields, { PersonFormPages.designation(person, id, model, $0) }) {
            try change.saveDesignation(
                Designation(fields, id: newID, person: person.id, functions: model.functions))
            return .redirect("/mensen/\(person.id)", notice: "De aanwijzing is opgeslagen.")
        }
    }

    private static func saveCertificate(
        _ visit: Visit, _ fields: FormFields, _ id: ID<Certificate>?, _ change: inout Change
    ) throws -> Answer {
        let person = try visit.editablePerson(change.tx)
        let model = try PersonFormPage(visit, change.tx)
        if let id { _ = try found(change.tx.certificates(of: person.id), id, \.id) }
        let newID = id ?? change.newID()
        return try refusing(fields, { PersonFormPages.certificate(person, id, model, $0) }) {
            try change.saveCertificate(
                Certificate(fields, id: newID, person: person.id, functions: model.functions))
            return .redirect("/mensen/\(person.id)", notice: "Het certificaat is opgeslagen.")
        }
    }

    /// A fact is always accepted; the notice tells which duties it opens.
    private static func absenceNotice(_ person: Functionary, _ interval: Interval, _ tx: Transaction) throws
        -> String
    {
        let duties = try tx.duties(during: interval, person: person.id)
        guard let first = duties.first else { return "De verhindering is vastgelegd." }
        return
            "De verhindering is vastgelegd. Let op: \(Dutch.count(duties.count, "dienst valt", "diensten vallen")) "
            + "daardoor open, te beginnen met \(first.duty.line), \(Dutch.period(first.duty.interval))."
    }

    private static func found<Element, Key: Equatable>(
        _ elements: [Element], _ key: Key, _ path: KeyPath<Element, Key>
    ) throws -> Element {
        guard let element = elements.first(where: { $0[keyPath: path] == key }) else {
            throw WebFailure.notFound
        }
        return element
    }
}

/// Runs a write; when its form is refused, shows the page again with what was typed and what is wrong.
private func refusing(
    _ fields: FormFields, _ page: (FormState) -> Page, _ body: () throws -> Answer
) throws -> Answer {
    do {
        return try body()
    } catch let refusal as PersonRefusal {
        return .refused(page(FormState(fields, errors: refusal.faults.map(\.error))))
    }
}

extension Visit {
    /// The person of the path, if the visitor may change them.
    func editablePerson(_ tx: Transaction) throws -> Functionary {
        guard let person = try tx.functionary(try id("id")) else { throw WebFailure.notFound }
        try actor.require(.editPeople, for: person.municipality)
        return person
    }

    /// The person of the path, if the visitor may change them or is them.
    func ownOrEditablePerson(_ tx: Transaction) throws -> Functionary {
        if let own = signedIn.person, signedIn.may(.seeOwn), try own == id("id"),
            let person = try tx.functionary(own)
        {
            return person
        }
        return try editablePerson(tx)
    }
}
