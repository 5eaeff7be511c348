import Domain
import Simulation
import Web

/// What the result rests on and what it does not know; it stands on every page and in every paper.
enum SimulationCaveats {
    static func list(_ model: SimulationResultPage, _ report: SimulationReport) -> HTML {
        let scenario = report.comparison.scenario
        let response = scenario.response
        func percent(_ share: Int) -> String { "\(SimulationWords.number(Double(share) / 100)) %" }
        let places = scenario.deployments.map { deployment in
            "\(model.name(deployment.municipality))"
                + (deployment.startHour == 0 ? "" : " (na \(deployment.startHour) uur)")
        }
        return """
            <p>De uitkomst vergelijkt keuzes. Zij voorspelt geen inzet. Gerekend is met:</p>
            <ul>
            <li>\(scenario.deployments.count == 1 ? "een inzet" : "inzetten") in \(Dutch.list(places)), vanaf \(Dutch.moment(scenario.start)),
            met alle posten van het rooster dag en nacht, \(Dutch.duration(minutes: 60 * scenario.hours)) lang;</li>
            <li>de mensen die bij het begin zijn aangewezen, vakbekwaam en bereikbaar, en wie dan piket heeft. Piket komt altijd,
            behalve wie wegblijft;</li>
            <li><strong>aanname</strong>: van de anderen kan bij een oproep komen: overdag \(percent(response.day)), 's nachts \(percent(response.night)),
            in het weekend \(percent(response.weekend)), op een feestdag \(percent(response.holiday)). Niemand heeft dit gemeten;</li>
            <li><strong>aanname</strong>: \(percent(scenario.noShow)) zegt ja en komt niet, \(percent(scenario.dropout)) valt na een dienst uit,
            \(percent(scenario.illness)) is van begin tot eind ziek;</li>
            <li>rust van \(scenario.restHours) uur na een dienst, hooguit \(scenario.weekHoursMax) uur in een week, en hooguit \(scenario.extensionHoursMax) uur
            langer als de aflossing niet komt;</li>
            <li>reistijden uit de tabel van de regio; onbekend telt als twee uur.</li>
            \(sources(report.comparison))
            </ul>
            <p>Het model weet niet: hoe goed iemand het werk doet, of iemand vaker komt naarmate het erger is, hulp van buiten de regio, posten
            die kleiner kunnen of samengaan, certificaten die tijdens de inzet verlopen, en reistijd na de dienst. Wie voor twee inzetten
            nodig is, telt er maar voor één.</p>
            <p class="muted">Startgetal \(report.comparison.seed), model versie \(report.version), controlegetallen
            \(report.comparison.designs.map(\.checksum).joined(separator: ", ")).</p>
            """
    }

    private static func sources(_ comparison: DesignComparison) -> [HTML] {
        comparison.designs.compactMap { result in
            result.design.source.map { source -> HTML in
                """
                <li>\(result.name): dezelfde mensen als nu, met per functie de piketlijnen en de groepen van toen. Bron:
                \(source)</li>
                """
            }
        }
    }
}
