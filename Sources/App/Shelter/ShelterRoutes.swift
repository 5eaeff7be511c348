import Domain
import Storage
import Web

extension Routes {
    static let shelter: [Route] = locations + sheltering + selfReliant

    private static let locations: [Route] = [
        .get("/opvang", needs: .permission(.seeCards)) { visit, tx in
            .page(ShelterLocationsPages.list(try ShelterLocationsPage(visit, tx)))
        },
        .post("/opvang/:gemeente/:id", needs: .permission(.editCards)) { visit, fields, change in
            let form = DeploymentForm(fields, at: visit.now)
            let location = ShelterLocation(
                entry: try visit.id("id"), capacity: form.count("plaatsen"),
                facilities: Shelter.Facility.allCases.filter { fields[$0.rawValue] == "ja" })
            try change.saveShelterLocation(
                location, of: Code(visit.request.parameters["gemeente"] ?? ""))
            return .redirect("/opvang", notice: "De opvanglocatie is bijgewerkt.")
        },
    ]

    private static let sheltering: [Route] = [
        .get("/inzetten/:id/opvang", needs: .signedIn) { visit, tx in
            let model = try DeploymentPage(visit, tx)
            let known = model.mayRecord ? try tx.knownShelters(of: model.state.municipalities) : []
            return .page(ShelterPages.shelter(model, known))
        },
        .post("/inzetten/:id/opvang", needs: .signedIn) { visit, fields, change in
            let known = try change.tx.knownShelters(of: try change.tx.municipalities().map(\.code))
            let chosen = known.first { $0.entry.id.description == fields["locatie"] }
            return try visit.write(fields, "De opvang staat erbij.", to: "/opvang", &change) { form, _ in
                form.shelter(chosen)
            }
        },
        entry("/betrokkenen", "Vastgelegd.", to: "/opvang") { form, desk in
            form.demand(try desk.state(), openedAt: desk.deployment.openedAt)
        },
        change("/opvang/:number", "Bijgewerkt.", to: "/opvang") { form, entry in
            guard case .shelter(let shelter) = entry.content else { throw WebFailure.notFound }
            return form.change(entry, shelter)
        },
        change("/opvang/:number/tellingen", "De telling ligt vast.", to: "/opvang") { form, entry in
            guard case .shelter(let shelter) = entry.content else { throw WebFailure.notFound }
            return form.occupancy(of: entry, shelter)
        },
    ]

    private static let selfReliant: [Route] = [
        .get("/inzetten/:id/zelfredzaam", needs: .signedIn) { visit, tx in
            .page(SelfReliancePages.selfReliance(try DeploymentPage(visit, tx)))
        },
        entry("/zelfredzaam", "Vastgelegd.", to: "/zelfredzaam") { form, desk in
            var draft = form.selfReliance
            guard case .selfReliance(let value) = draft.content, value.kind.isCheck else { return draft }
            draft.replaces = try desk.state().selfReliance.filter { $0.value.kind == value.kind }
                .map(\.entry.number)
            return draft
        },
        .post("/inzetten/:id/zelfredzaam/:number", needs: .signedIn) { visit, fields, change in
            try visit.match(fields, &change)
        },
    ]
}

extension Visit {
    /// Moves what somebody told to its next state; of a match the other side too, in an entry of its own.
    fileprivate func match(_ fields: FormFields, _ change: inout Change) throws -> Answer {
        let other = fields["staat"] == "matched" ? Int(fields["met"]) : nil
        let id: ID<Deployment> = try id("id")
        guard let own = request.parameters["number"].flatMap({ Int($0) }) else { throw WebFailure.notFound }
        let told = try change.tx.deploymentState(id).selfReliance
        let answer = try write(fields, "Bijgewerkt.", to: "/zelfredzaam", &change) { form, desk in
            let entry = try desk.entry(own)
            guard case .selfReliance(let value) = entry.content else { throw WebFailure.notFound }
            return form.change(entry, value, to: other)
        }
        if let other, let partner = told.first(where: { $0.entry.number == other }),
            let mine = told.first(where: { $0.entry.number == own }), mine.value.mayMatch(partner.value)
        {
            var draft = DeploymentForm(fields, at: now).change(partner.entry, partner.value, to: own)
            draft = draft.keyed("\(fields["sleutel"])/ander")
            try change.recordEntry(draft, in: id)
        }
        return answer
    }
}

extension EntryDraft {
    /// The same under another key.
    fileprivate func keyed(_ key: String) -> EntryDraft {
        var draft = EntryDraft(content, text, key: key)
        draft.thing = thing
        draft.replaces = replaces
        draft.occurredAt = occurredAt
        draft.receivedAt = receivedAt
        return draft
    }
}
