import Domain
import Web

/// Shelter in a deployment: what is open, how many people are in it, and what the norms say.
enum ShelterPages {
    static func shelter(_ model: DeploymentPage, _ known: [KnownShelter]) -> Page {
        let standing = model.shelter
        return DeploymentPages.page(
            model, "/opvang", heading: heading(standing),
            body: """
                \(EntryPages.signals(standing.signals(at: model.now).map(\.sentence)))
                <p><a href="\(model.path)/zelfredzaam">Wat bewoners zelf doen, aanbod van hulp, wie zich minder goed redt</a></p>
                \(demand(model))
                <ul class="cards board">\(standing.places.map { card($0, model) })</ul>
                \(add(model, known))
                \(occupancy(model))
                <p class="muted">Oranje telt mensen. Wie er is, staat in de slachtofferinformatiesystematiek (SIS).</p>
                """)
    }

    private static func heading(_ standing: ShelterStanding) -> String {
        let states = standing.places.map(\.shelter.state)
        if states.isEmpty { return "Er is nog geen opvang" }
        if states.allSatisfy({ $0 == .closed }) { return "De opvang is dicht" }
        let open = states.count { $0 == .open }
        let places =
            open == 0 ? "nog niets is open" : Dutch.count(open, "locatie is open", "locaties zijn open")
        return "\(Dutch.count(standing.people, "persoon", "mensen")) in opvang; \(places)"
    }

    private static func demand(_ model: DeploymentPage) -> HTML {
        let standing = model.shelter
        let said: HTML =
            standing.demand.map { demand -> HTML in
                let norm = standing.norms.places(affected: demand.affected)
                let chosen: HTML? = demand.override.map { places -> HTML in
                    "<li><strong>\(places)</strong> plaatsen gekozen\(demand.reason.isEmpty ? "" : ": \(demand.reason)")</li>"
                }
                return """
                    <ul class="figures"><li><strong>\(Dutch.number(demand.affected))</strong> betrokkenen, sinds \(Dutch.moment(demand.startedAt))</li>
                    <li><strong>\(norm.map { Dutch.number($0) } ?? "–")</strong> plaatsen acute opvang volgens de norm</li>\(chosen)</ul>
                    """
            }
            ?? "<p>Zodra bekend is hoeveel mensen betrokken zijn, staat hier voor hoeveel er plaats moet zijn.</p>"
        guard model.mayRecord else { return said }
        let state = FormState(
            FormFields(["betrokkenen": standing.demand.map { "\($0.affected)" } ?? ""]))
        return """
            \(said)<details><summary>Aantal betrokkenen vastleggen</summary>
            \(DeploymentPages.entryForm("\(model.path)/betrokkenen", model, "betrokkenen", """
                <div class="row">\(Field("betrokkenen", "Hoeveel mensen zijn betrokken", isRequired: true).html(state))
                \(Field("begin", "Begonnen om", .time, hint: "Vanaf dan tellen de normen. Leeg: het begin van de inzet.").html(state))</div>
                <div class="row">\(Field("anders", "Ander aantal plaatsen").html(state))\(Field("waarom", "Waarom anders").html(state))</div>
                <div class="actions"><button class="quiet" type="submit">Vastleggen</button></div>
                """))</details>
            """
    }

    private static func card(_ place: ShelterStanding.Place, _ model: DeploymentPage) -> HTML {
        let shelter = place.shelter
        let last = place.counts.last
        let counted: HTML =
            last.map { count -> HTML in
                "<p><strong>\(Dutch.count(place.people, "persoon", "mensen"))</strong>, geteld \(Dutch.moment(count.at))</p>"
            } ?? "<p>Nog niet geteld.</p>"
        let places = shelter.capacity.map { "\($0) plaatsen" } ?? "aantal plaatsen onbekend"
        let opened = shelter.openedAt.map { "Open sinds \(Dutch.moment($0))." } ?? ""
        let closed = shelter.closedAt.map { " Dicht sinds \(Dutch.moment($0))." } ?? ""
        let contested: HTML? =
            place.isContested
            ? "<p><span class=\"tag gap\">tegelijk gewijzigd</span> Beide staan hier; kies wat klopt.</p>"
            : nil
        return """
            <li class="card" id="opvang-\(place.entry.number)"><h2>\(shelter.name)</h2>\(contested)
            <p><span class="tag">\(shelter.state.word)</span> \(shelter.kind.word), \(places)</p>\(counted)
            <p>\(shelter.facilities.isEmpty ? "Voorzieningen onbekend" : Dutch.list(shelter.facilities.map(\.word)).capitalisedFirst).</p>
            <p class="muted">\(shelter.address) \(opened)\(closed)</p>
            <p class="muted">Sleutel: \(shelter.keyholder.isEmpty ? "onbekend" : shelter.keyholder).\(shelter.register.isEmpty ? "" : " Registratie: \(shelter.register).")</p>
            \(forms(place, model))</li>
            """
    }

    private static func forms(_ place: ShelterStanding.Place, _ model: DeploymentPage) -> HTML? {
        guard model.mayRecord else { return nil }
        let number = place.entry.number
        let path = "\(model.path)/opvang/\(number)"
        let scope = "opvang-\(number)"
        let state = FormState()
        let count: HTML? =
            place.shelter.state == .closed
            ? nil
            : DeploymentPages.entryForm(
                "\(path)/tellingen", model, "telling-\(number)",
                """
                <div class="row">\(Field("aantal", "Hoeveel mensen zijn er nu", isRequired: true).html(state, in: scope))
                \(Field("gebeurd", "Geteld om", .time, hint: "Leeg: nu. Eerder: met de dag erbij.").html(state, in: scope))
                <div class="actions"><button type="submit">Telling vastleggen</button></div></div>
                """)
        let steps = Shelter.State.allCases.filter { $0 != place.shelter.state && $0 != .preparing }.map {
            step -> HTML in
            "<button class=\"quiet\" type=\"submit\" name=\"staat\" value=\"\(step.rawValue)\">\(step == .open ? "Is open" : "Is dicht")</button>"
        }
        var known = FormFields()
        for facility in place.shelter.facilities { known.add(facility.rawValue, "ja") }
        let present = FormState(known)
        let change = DeploymentPages.entryForm(
            path, model, "staat-\(number)",
            """
            <div class="actions">\(steps)</div><details><summary>Tijd of gegevens</summary>
            <div class="row">\(Field("gebeurd", "Sinds", .time, hint: "Leeg: nu. Eerder: met de dag erbij.").html(state, in: "staat-\(number)"))
            \(Field("plaatsen", "Plaatsen").html(state, in: "staat-\(number)"))</div>
            \(Field("sleutelhouder", "Wie heeft de sleutel").html(state, in: "staat-\(number)"))
            \(Field("registratie", "Verwijzing naar de registratie (SIS)").html(state, in: "staat-\(number)"))
            <input type="hidden" name="voorzieningen" value="ja">\(facilities(present, in: "staat-\(number)"))
            <div class="actions"><button class="quiet" type="submit">Gegevens opslaan</button></div></details>
            """)
        return "\(count)\(change)"
    }

    private static func add(_ model: DeploymentPage, _ known: [KnownShelter]) -> HTML? {
        guard model.mayRecord else { return nil }
        let state = FormState()
        let scope = "nieuw"
        let locations =
            [("", "een andere plek")]
            + known.map { known in
                let places = known.location?.capacity.map { ", \($0) plaatsen" } ?? ""
                return (known.entry.id.description, "\(known.entry.name)\(places)")
            }
        return """
            <details\(model.shelter.places.isEmpty ? " open" as HTML : "")><summary>Opvang toevoegen</summary>
            \(DeploymentPages.entryForm("\(model.path)/opvang", model, "opvang", """
                \(Field("locatie", "Locatie van de gemeentekaart", .choice(locations)).html(state, in: scope))
                \(Field("naam", "Of: welke plek").html(state, in: scope))
                \(Field("soort", "Soort", .choice(Shelter.Kind.allCases.map { ($0.rawValue, $0.word) }), hint: "De normen van 3 uur, 10 procent en 48 uur gelden alleen voor acute opvang.").html(state, in: scope))
                \(Field("plaatsen", "Hoeveel mensen passen erin").html(state, in: scope))
                <details><summary>Adres, sleutel, voorzieningen</summary>\(Field("adres", "Adres").html(state, in: scope))
                \(Field("sleutelhouder", "Wie heeft de sleutel").html(state, in: scope))\(facilities(state, in: scope))</details>
                <div class="actions"><button type="submit">Toevoegen</button></div>
                """))<p><a href="/opvang">Alle opvanglocaties van de regio</a></p></details>
            """
    }

    private static func facilities(_ state: FormState, in scope: String) -> [HTML] {
        Shelter.Facility.allCases.map {
            Field($0.rawValue, $0.word.capitalisedFirst, .checkbox).html(state, in: scope)
        }
    }

    private static func occupancy(_ model: DeploymentPage) -> HTML? {
        let counted = model.shelter.places.filter { !$0.counts.isEmpty }
        guard !counted.isEmpty else { return nil }
        var table = Table("Tellingen", columns: ["Opvang", "Geteld", "Mensen"])
        for place in counted {
            for count in place.counts {
                table.add(["\(place.shelter.name)", "\(Dutch.shortMoment(count.at))", "\(count.people)"])
            }
        }
        let hours = model.shelter.personHours(until: model.now)
        return """
            <h2>Hoeveel mensen er waren</h2>\(OccupancyPicture.svg(counted, until: model.now))
            <p>Samen \(Dutch.number(hours)) uur opvang: elk uur van elke persoon telt één.</p>
            <details><summary>Als tabel</summary>\(table.html)</details>
            """
    }
}
