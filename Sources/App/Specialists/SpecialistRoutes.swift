import Domain
import Storage
import Web

extension Routes {
    static let specialists: [Route] = [
        .get("/mensen/specialisten", needs: .permission(.seePeople)) { visit, tx in
            .page(SpecialistPages.list(try SpecialistPage(visit, tx)))
        },
        .post("/mensen/specialisten", needs: .permission(.editPeople)) { visit, fields, change in
            do {
                guard let person = ID<Functionary>(fields["persoon"]) else {
                    throw SpecialistFault.unknownPerson
                }
                try change.addSpecialist(
                    person, in: Code(fields["vakgebied"]), remark: fields["toelichting"])
            } catch let fault as SpecialistFault {
                let state = FormState(fields, errors: [FieldError(fault.field, fault.sentence)])
                return .refused(SpecialistPages.list(try SpecialistPage(visit, change.tx), state))
            }
            return .redirect(
                SpecialistPages.path, notice: "Gevraagd. Pas na een ja staat die persoon om te bellen.")
        },
        .post("/mensen/specialisten/:paper/einde", needs: .permission(.editPeople)) { visit, _, change in
            try change.removeSpecialist(try visit.id("paper"))
            return .redirect(SpecialistPages.path, notice: "Weggehaald.")
        },
        .get("/mijn/specialist", needs: .permission(.seeOwn)) { visit, tx in
            .page(SpecialistPages.own(try OwnSpecialistPage(visit, tx)))
        },
        .post("/mijn/specialist", needs: .permission(.seeOwn)) { visit, fields, change in
            do {
                try change.addSpecialist(
                    try visit.ownPerson(), in: Code(fields["vakgebied"]), remark: fields["toelichting"])
            } catch let fault as SpecialistFault {
                let state = FormState(fields, errors: [FieldError(fault.field, fault.sentence)])
                return .refused(SpecialistPages.own(try OwnSpecialistPage(visit, change.tx), state))
            }
            return .redirect(SpecialistPages.ownPath, notice: "Je staat erbij.")
        },
        .post("/mijn/specialist/:paper", needs: .permission(.seeOwn)) { visit, fields, change in
            let agrees = fields["antwoord"] == "ja"
            try change.answerSpecialist(try visit.id("paper"), agrees: agrees)
            return .redirect(
                SpecialistPages.ownPath,
                notice: agrees ? "Dank je wel. Je staat erbij." : "Goed. Niemand belt je hiervoor.")
        },
        .post("/inzetten/:id/specialisten", needs: .signedIn) { visit, fields, change in
            guard let id = ID<Specialist>(fields["specialist"]),
                let answer = SpecialistAnswer(rawValue: fields["antwoord"]),
                let specialist = try change.tx.specialist(id), specialist.mayBeCalled,
                let person = try change.tx.functionary(specialist.person)
            else {
                return .redirect(
                    "/inzetten/\(try visit.id("id", of: Deployment.self))/mensen",
                    notice: "Deze specialist staat er niet meer. Er is niets vastgelegd.")
            }
            let field = SpecialistField.named(specialist.field)?.name ?? specialist.field.text
            return try visit.write(fields, "Vastgelegd in het log.", to: "/mensen", &change) { form, _ in
                form.draft(
                    .note(Note(kind: .communication, verification: .confirmed)),
                    "Gebeld: \(person.name.full), specialist \(field). Antwoord: \(answer.word).")
            }
        },
    ]
}
