import Domain
import Storage
import Web

/// What the region page shows.
struct RegionPage: Sendable {
    let region: SafetyRegion
    let municipalities: [Municipality]
    let populations: [Code<Municipality>: Population]
    let districts: [(district: District, served: [Code<Municipality>])]
    let functions: [CrisisFunction]
    let norms: NormSet
    let now: Instant
    let today: Day
    let seesCards: Bool

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let region = try tx.region() else { throw WebFailure.notFound }
        self.region = region
        now = visit.now
        today = visit.today
        norms = try tx.normSet()
        seesCards = visit.signedIn.may(.seeCards)
        municipalities = try tx.municipalities()
        populations = try tx.latestPopulations()
        districts = try tx.districts().map { ($0, try tx.municipalities(of: $0.code, on: visit.today)) }
        functions = try tx.functions()
    }

    func name(of code: Code<Municipality>) -> String {
        municipalities.first { $0.code == code }?.name ?? code.text
    }
}

/// The region: municipalities with their history, duty districts and functions.
enum RegionPages {
    static func region(_ model: RegionPage) -> Page {
        let present = model.municipalities.filter { $0.exists(on: model.today) }
        return Page(
            heading: "\(model.region.name): \(Dutch.count(present.count, "gemeente", "gemeenten"))",
            body: """
                \(municipalities(model, present))
                <div class="actions"><a class="button quiet" href="/regio/inwoners">Inwoners per peildatum</a>
                <a class="button quiet" href="/regio/reistijden">Reistijden</a>
                <a class="button quiet" href="/regio/bevolkingszorg">Bevolkingszorg: wie doet wat</a>
                <a class="button quiet" href="/regio/aanspreekpunt">Aanspreekpunt</a>
                \(model.seesCards ? "<a class=\"button quiet\" href=\"/regio/gemeenten\">Gemeentekaarten</a>" : "")</div>
                \(history(model))
                \(districts(model))
                \(functions(model))
                <p><a href="/normen">Alle normen</a>: elk getal waarmee gerekend wordt, met bron en geschiedenis.</p>
                """)
    }

    private static func municipalities(_ model: RegionPage, _ present: [Municipality]) -> HTML {
        var table = Table(
            "Gemeenten van nu", columns: ["Gemeente", "Code", "Inwoners", "Peildatum", "Status"])
        for municipality in present {
            let population = model.populations[municipality.code]
            table.add([
                "\(municipality.name)", "\(municipality.code)",
                population.map { "\(Dutch.number($0.inhabitants))" } ?? "niet vastgesteld",
                population.map { "\(Dutch.shortDate($0.referenceDate))" } ?? "–",
                population.map { "\($0.status.word)" } ?? "–",
            ])
        }
        return table.html
    }

    private static func history(_ model: RegionPage) -> HTML? {
        let past = model.municipalities.filter { !$0.exists(on: model.today) }
        guard !past.isEmpty else { return nil }
        var table = Table("Opgeheven gemeenten", columns: ["Gemeente", "Code", "Tot en met", "Opgegaan in"])
        for municipality in past {
            table.add([
                "\(municipality.name)", "\(municipality.code)",
                "\(municipality.validThrough.map(Dutch.shortDate) ?? "–")",
                "\(municipality.successor.map(model.name) ?? "–")",
            ])
        }
        return "<h2>Geschiedenis</h2>\(table.html)"
    }

    private static func districts(_ model: RegionPage) -> HTML {
        let cards = model.districts.map { entry -> HTML in
            """
            <section class="card"><h3>\(entry.district.name)</h3>
            <p>\(Dutch.list(entry.served.map(model.name)))</p>
            <p class="muted">Opkomstplaats voor de reistijd: \(model.name(of: entry.district.assemblyPoint)) (aanname).
            \(entry.district.meetingPlace.map { place -> HTML in "Het team komt bijeen in \(model.name(of: place))." })</p></section>
            """
        }
        return "<h2>Piketregio's</h2><div class=\"cards\">\(cards)</div>"
    }

    private static func functions(_ model: RegionPage) -> HTML {
        var table = Table(
            "Crisisfuncties",
            columns: ["Functie", "Team", "Niveau", "Rooster", "Aan het werk binnen", "Wat doet deze persoon"])
        for function in model.functions {
            table.add([
                "<a href=\"/regio/functies/\(function.code)\">\(function.name)</a> <span class=\"muted\">\(function.abbreviation)</span>",
                "\(function.team ?? "–")",
                "\(function.level.word)", "\(function.rostering.word)",
                NormPages.value(
                    model.norms.norm(of: .response, for: .function(function.code), at: model.now), .response),
                "\(function.tasks)",
            ])
        }
        return "<h2>Functies</h2>\(table.html)"
    }
}
