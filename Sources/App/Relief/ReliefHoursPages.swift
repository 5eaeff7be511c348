import Domain
import Storage
import Web

/// What the page of hours shows.
struct ReliefHoursPage: Sendable {
    let model: DeploymentPage
    let hours: ReliefHours
    /// Rest and hours of a person are for who works in the deployment and who plans people; others see municipalities.
    let seesPeople: Bool
    let people: [ID<Functionary>: String]
    let names: [Code<CrisisFunction>: String]

    init(_ visit: Visit, _ tx: Transaction) throws {
        model = try DeploymentPage(visit, tx)
        hours = try ReliefHours(model.deployment.id, tx, at: visit.now)
        seesPeople = model.access.mayRecord || visit.signedIn.may(.seePeople)
        people = Dictionary(
            try tx.functionaries().map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        names = Dictionary(
            model.functions.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is so now, as a sentence.
    var heading: String {
        let worked = "\(Dutch.duration(minutes: hours.minutes)) gewerkt"
        guard !hours.debtors.isEmpty else { return "\(worked); niemand heeft rust in te halen" }
        return
            "\(worked); \(Dutch.count(hours.debtors.count, "persoon heeft", "mensen hebben")) rust in te halen"
    }
}

/// Hours and rest per person, hours and cost per municipality.
enum ReliefHoursPages {
    static func hours(_ page: ReliefHoursPage) -> Page {
        let hours = page.hours
        return DeploymentPages.page(
            page.model, "/uren", heading: page.heading,
            body: """
                \(municipalities(hours))
                \(hours.hourRate == nil ? "<p class=\"muted\">Wat een uur kost, is niet vastgesteld. <a href=\"/normen\">Normen</a></p>" as HTML? : nil)
                \(page.seesPeople ? unrecorded(page) : nil)
                \(page.seesPeople ? people(hours) : nil)
                \(page.seesPeople ? deviations(hours) : nil)
                <p class="muted">Bij een ramp of crisis gaat het werk voor (Arbeidstijdenwet art. 2:2 en 5:10). Gemiste rust wordt daarna ingehaald.</p>
                <p><a href="\(page.model.path)/aflossing">Terug naar de aflossing</a></p>
                """)
    }

    private static func municipalities(_ hours: ReliefHours) -> HTML? {
        guard !hours.municipalities.isEmpty else { return "<p>Er is nog niemand ingezet.</p>" }
        var table = Table("Uren en kosten per gemeente", columns: ["Gemeente", "Mensen", "Uren", "Kosten"])
        for municipal in hours.municipalities {
            table.add([
                "\(municipal.name)", "\(municipal.people)", "\(Dutch.duration(minutes: municipal.minutes))",
                "\(municipal.cost.map(Dutch.money) ?? "niet vastgesteld")",
            ])
        }
        return table.html
    }

    /// Somebody said yes, the shift is over, and the log does not say that they were there.
    private static func unrecorded(_ page: ReliefHoursPage) -> HTML? {
        guard !page.hours.unrecorded.isEmpty else { return nil }
        let items = page.hours.unrecorded.map { shift -> HTML in
            let worked: HTML? =
                page.model.mayRecord
                ? form(
                    "\(page.model.path)/uren", csrf: page.model.csrf,
                    """
                    <input type="hidden" name="dienst" value="\(shift.id)">
                    <button class="link" type="submit">Heeft gewerkt<span class="visually-hidden">: \(page.people[shift.person] ?? "")</span></button>
                    """) : nil
            return """
                <li><span>\(page.people[shift.person] ?? ""), \(page.names[shift.function] ?? shift.function.text), \(Dutch.period(shift.interval))</span>\(worked)</li>
                """
        }
        return """
            <h2>Zei ja, en of die er was is niet vastgelegd</h2>
            <p>Deze diensten tellen nog niet mee.</p><ul class="plain">\(items)</ul>
            """
    }

    private static func people(_ hours: ReliefHours) -> HTML? {
        guard !hours.people.isEmpty else { return nil }
        var table = Table("Uren en rust per persoon", columns: ["Naam", "Gewerkt", "Rust in te halen", "Nu"])
        for person in hours.people {
            let debt = person.ledger.debtMinutes
            table.add([
                "\(person.name)", "\(Dutch.duration(minutes: person.ledger.workedMinutes))",
                "\(debt == 0 ? "niets" : Dutch.duration(minutes: debt))",
                "\(person.isPresent ? "aan het werk" : "vrij")",
            ])
        }
        return table.html
    }

    private static func deviations(_ hours: ReliefHours) -> HTML? {
        let items = hours.people.flatMap { person in
            person.ledger.deviations.map { deviation -> HTML in
                "<li>\(person.name) \(deviation.sentence)</li>"
            }
        }
        return items.isEmpty ? nil : "<h2>Afwijkingen van de Arbeidstijdenwet</h2><ul>\(items)</ul>"
    }
}
