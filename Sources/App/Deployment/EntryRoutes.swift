import Domain
import Storage
import Web

extension Routes {
    /// Every form of a deployment that writes an entry.
    static let deploymentEntries: [Route] = recording + communicating

    private static let recording: [Route] = [
        entry("/regels", "Vastgelegd.") { form, desk in try form.note(desk) },
        entry("/niveaus", "Vastgelegd.") { form, desk in form.level(try desk.state().municipalities) },
        entry("/beeld", "Het staat in het beeld.", to: "/beeld") { form, _ in form.statement },
        entry("/beeld/versies", "Deze versie van het beeld ligt vast.", to: "/beeld") { form, desk in
            let version = try desk.state().pictureVersion + 1
            return form.draft(
                .version(PictureVersion(version: version)), "Beeld versie \(version) vastgelegd.")
        },
        change("/beeld/:number/lcms", "Genoteerd: overgenomen in LCMS.", to: "/beeld") { form, entry in
            form.draft(
                .copied(PictureCopy(statement: entry.number)), "Regel \(entry.number) overgenomen in LCMS.")
        },
        entry("/besluiten", "Het besluit ligt vast.", to: "/besluiten") { form, desk in
            let version = try desk.state().pictureVersion
            return form.decision(picture: version == 0 ? nil : version, by: form.author)
        },
        change("/besluiten/:number/effect", "Vastgelegd.", to: "/besluiten") { form, entry in
            guard case .decision(let decision) = entry.content else { throw WebFailure.notFound }
            return form.effect(entry, decision)
        },
        entry("/bezwaren", "Het bezwaar ligt vast.", to: "/besluiten") { form, desk in
            try form.objection(desk)
        },
        entry("/acties", "De actie staat erbij.", to: "/besluiten") { form, desk in
            try form.action(desk, by: form.author)
        },
        change("/acties/:number", "Bijgewerkt.", to: "/besluiten") { form, entry in
            guard case .action(let action) = entry.content else { throw WebFailure.notFound }
            return form.change(entry, action)
        },
        entry("/teams", "Het team staat erbij.", to: "/mensen") { form, _ in form.team },
        change("/teams/:number", "Bijgewerkt.", to: "/mensen") { form, entry in
            guard case .team(let team) = entry.content else { throw WebFailure.notFound }
            return form.change(entry, team)
        },
        .post("/inzetten/:id/mensen", needs: .signedIn) { visit, fields, change in
            guard let person = ID<Functionary>(fields["persoon"]),
                let functionary = try change.tx.functionary(person),
                let function = try change.tx.functions().first(where: { $0.code.text == fields["functie"] })
            else {
                return .redirect(
                    "/inzetten/\(try visit.id("id", of: Deployment.self))/mensen",
                    notice: "Kies wie er is ingezet.")
            }
            return try visit.write(fields, "Ingezet.", to: "/mensen", &change) { form, _ in
                form.draft(
                    .member(DeploymentMember(person: person.description, function: function.code)),
                    "\(functionary.name.full) ingezet als \(function.name).")
            }
        },
        entry("/wacht", "Vastgelegd.") { form, desk in form.watch(try desk.state()) },
        entry("/einde", "De inzet is afgesloten.") { form, _ in form.ending },
        .post("/inzetten/:id/alarm", needs: .permission(.raiseAlarm)) { visit, fields, change in
            let id: ID<Deployment> = try visit.id("id")
            let functions = try change.tx.functions()
            let posts = functions.compactMap { function -> AlarmRequest.Post? in
                Int(fields["aantal-\(function.code)"]).flatMap { wanted in
                    wanted > 0 ? AlarmRequest.Post(function: function.code, wanted: wanted) : nil
                }
            }
            do {
                let alarm = try change.raiseAlarm(
                    for: id, posts, in: Code(fields["gemeente"]), key: fields["sleutel"])
                return .redirect("/alarmen/\(alarm)", notice: "Het alarm is gegeven.")
            } catch let refusal as AlarmRefusal {
                return .redirect("/inzetten/\(id)/alarm", notice: refusal.sentence)
            }
        },
    ]

    private static let communicating: [Route] = [
        entry("/berichten", "Vrijgegeven.", to: "/communicatie") { form, desk in
            form.message(isExercise: desk.deployment.isExercise)
        },
        entry("/omgeving", "Vastgelegd.", to: "/communicatie") { form, _ in form.report },
    ]

    /// A form that writes one entry.
    static func entry(
        _ path: String, _ notice: String, to back: String = "",
        _ make: @escaping @Sendable (DeploymentForm, EntryDesk) throws -> EntryDraft
    ) -> Route {
        .post("/inzetten/:id\(path)", needs: .signedIn) { visit, fields, change in
            try visit.write(fields, notice, to: back, &change, make)
        }
    }

    /// A form that writes what follows on the entry that its address names.
    static func change(
        _ path: String, _ notice: String, to back: String = "",
        _ make: @escaping @Sendable (DeploymentForm, DeploymentEntry) throws -> EntryDraft
    ) -> Route {
        .post("/inzetten/:id\(path)", needs: .signedIn) { visit, fields, change in
            let number = try visit.entryNumber
            return try visit.write(fields, notice, to: back, &change) { form, desk in
                try make(form, try desk.entry(number))
            }
        }
    }
}

extension Visit {
    /// The entry that the address names, by its place in the log.
    var entryNumber: Int {
        get throws {
            guard let number = request.parameters["number"].flatMap({ Int($0) }) else {
                throw WebFailure.notFound
            }
            return number
        }
    }

    /// Writes what a form of a deployment says, and leads back to the page that it was on.
    func write(
        _ fields: FormFields, _ notice: String, to back: String, _ change: inout Change,
        _ make: (DeploymentForm, EntryDesk) throws -> EntryDraft
    ) throws -> Answer {
        let id: ID<Deployment> = try id("id")
        let path = "/inzetten/\(id)"
        let form = DeploymentForm(fields, at: now, author: signedIn.displayName)
        let recorded: RecordedEntry
        do {
            if let refusal = form.refusal { throw refusal }
            recorded = try change.recordEntry(in: id) { desk in
                let draft = try make(form, desk)
                if draft.text.isEmpty { throw EntryRefusal.nothing(field: form.emptyField) }
                return draft
            }
        } catch let refusal as EntryRefusal {
            return try givenBack(fields, refusal)
        }
        if request.wantsJSON {
            return try .json(
                EntryReceipt(
                    nummer: recorded.number, dubbel: recorded.isDuplicate, tegelijk: recorded.isContested))
        }
        let told =
            recorded.isContested
            ? "Vastgelegd. Iemand anders wijzigde dit tegelijk: beide staan er." : notice
        return .redirect("\(path)\(back)", notice: told)
    }
}
