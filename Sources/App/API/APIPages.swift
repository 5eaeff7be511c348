import HTTPTypes
import Web

/// The explanation of the API for whoever connects another program.
enum APIPages {
    static func explanation() -> Page {
        Page(
            heading: "De API van Oranje, versie \(API.version)",
            body: """
                <p class="lead">Andere programma's lezen en wijzigen gegevens via <code>\(API.root)</code>, volgens de NLGov REST
                API Design Rules.</p>
                <p>De volledige beschrijving voor programma's: <a href="\(API.documentPath)">openapi.json</a> (OpenAPI 3.1).</p>
                <h2>Beginnen</h2>
                <ol>
                <li>Maak een <a href="/api-sleutels">API-sleutel</a>. Die werkt namens een account en mag nooit meer dan dat
                account.</li>
                <li>Stuur de sleutel bij elk verzoek mee: <code>Authorization: Bearer oranje_…</code></li>
                <li>Controleer wat de sleutel mag: <code>GET \(API.root)/toegang</code></li>
                </ol>
                <h2>Afspraken</h2>
                <ul>
                <li>Inhoud is <code>application/json</code>. Onbekende velden en parameters worden geweigerd, zodat een tikfout
                opvalt.</li>
                <li>Tijdstippen gaan in UTC uit; elke afwijking van UTC mag erin. Hele dagen zijn datums.</li>
                <li>Een lijst komt in delen: volg <code>volgende</code> tot het <code>null</code> is.</li>
                <li>Elk antwoord heeft een <code>ETag</code>. Met <code>If-None-Match</code> krijgt u 304 als er niets is
                gewijzigd.</li>
                <li>Wijzigen en weghalen vraagt <code>If-Match</code> met de ETag van wat u las. Was iemand u voor, dan krijgt u
                412.</li>
                <li>Geef bij POST een eigen <code>Idempotency-Key</code>. Hetzelfde verzoek met dezelfde sleutel wordt binnen een
                dag niet nog eens uitgevoerd.</li>
                <li>Browsers op andere sites krijgen geen toegang (geen CORS), behalve tot <code>openapi.json</code>: een sleutel
                hoort niet in een webpagina.</li>
                </ul>
                <h2>Adressen</h2>
                \(operations.html)
                <h2>Problemen</h2>
                <p>Een fout komt als <code>application/problem+json</code> (RFC 9457), met alle fouten tegelijk in
                <code>errors</code>.</p>
                \(problems.html)
                <h2>Versies</h2>
                <p>De kop <code>API-Version</code> noemt de versie. Een wijziging die programma's breekt, krijgt een nieuw adres
                (<code>/api/v2</code>); het oude blijft dan nog minstens een jaar bestaan, met een datum in de kop
                <code>Deprecation</code>.</p>
                <ul><li>\(API.version): eerste versie.</li></ul>
                """)
    }

    private static var operations: Table {
        var table = Table("Alles wat de API kan", columns: ["Verzoek", "Wat", "Scope"])
        for operation in API.operations {
            table.add([
                "<code>\(operation.method.rawValue) \(API.root)\(operation.path)</code>",
                "\(operation.words.summary)", "\(operation.scope?.rawValue ?? "elke")",
            ])
        }
        return table
    }

    private static var problems: Table {
        var table = Table("Alle problemen", columns: ["Status", "Soort", "Wat u doet"])
        for kind in APIProblem.Kind.allCases {
            table.add([
                "\(kind.status.code)", "<span id=\"\(kind.rawValue)\">\(kind.title)</span>", "\(kind.advice)",
            ])
        }
        return table
    }
}
