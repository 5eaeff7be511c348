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
            do {
                let location = ShelterLocation(
                    entry: try visit.id("id"), capacity: try form.count("plaatsen"),
                    facilities: Shelter.Facility.allCases.filter { fields[$0.rawValue] == "ja" })
                try change.saveShelterLocation(
                    location, of: Code(visit.request.parameters["gemeente"] ?? ""))
                return .redirect("/opvang", notice: "De opvanglocatie is bijgewerkt.")
            } catch let refusal as EntryRefusal {
                return try visit.givenBack(fields, refusal)
            }
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
                try form.shelter(chosen)
            }
        },
        entry("/betrokkenen", "Vastgelegd.", to: "/opvang") { form, desk in
            try form.demand(try desk.state(), openedAt: desk.deployment.openedAt)
        },
        change("/opvang/:number", "Bijgewerkt.", to: "/opvang") { form, entry in
            guard case .shelter(let shelter) = entry.content else { throw WebFailure.notFound }
            return try form.change(entry, shelter)
        },
        change("/opvang/:number/tellingen", "De telling ligt vast.", to: "/opvang") { form, entry in
            guard case .shelter(let shelter) = entry.content else { throw WebFailure.notFound }
            return try form.occupancy(of: entry, shelter)
        },
    ]

    private static let selfReliant: [Route] = [
        .get("/inzetten/:id/zelfredzaam", needs: .signedIn) { visit, tx in
            .page(SelfReliancePages.selfReliance(try DeploymentPage(visit, tx)))
        },
        entry("/zelfredzaam", "Vastgelegd.", to: "/zelfredzaam") { form, desk in
            var draft = try form.selfReliance()
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
        let id: ID<Deployment> = try id("id")
        guard let number = request.parameters["number"].flatMap({ Int($0) }),
            let own = try change.tx.entry(number, in: id), case .selfReliance(let value) = own.content
        else { throw WebFailure.notFound }
        let told = try change.tx.deploymentState(id).selfReliance
        let asked = fields["staat"] == SelfReliance.State.matched.rawValue ? Int(fields["met"]) : nil
        let partner = told.first { $0.entry.number == asked && value.mayMatch($0.value) }
        let answer = try write(fields, "Bijgewerkt.", to: "/zelfredzaam", &change) { form, _ in
            form.change(own, value, to: partner?.entry)
        }
        if let partner {
            let draft = DeploymentForm(fields, at: now).change(partner.entry, partner.value, to: own)
            try change.recordEntry(draft.keyed("\(fields["sleutel"])/ander"), in: id)
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
