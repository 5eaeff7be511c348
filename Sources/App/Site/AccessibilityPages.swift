import Domain
import Web

/// The accessibility statement that the Besluit digitale toegankelijkheid overheid asks of every site of a
/// public body, intranets and applications too, in the order of the model statement.
///
/// A draft: only the region can make it a statement, by having the site examined, adopting it and entering it
/// in the national register.
enum AccessibilityPages {
    static func statement(_ region: SafetyRegion?) -> Page {
        let owner = region.map { "Veiligheidsregio \($0.name)" } ?? "De veiligheidsregio"
        return Page(
            heading: "Toegankelijkheids\u{AD}verklaring (concept)",
            body: """
                <div class="nl-alert nl-alert--warning"><p>Dit is een concept. \(owner) heeft deze verklaring nog
                niet vastgesteld en niet opgenomen in het register op toegankelijkheidsverklaring.nl.</p></div>
                <p>\(owner) wil dat iedereen Oranje kan gebruiken, ook wie niet of slecht ziet, hoort, beweegt
                of leest. Deze verklaring gaat over alle pagina’s van Oranje op dit adres.</p>
                \(status)\(deviations)\(grounds)\(contact)\(enforcement)
                """)
    }

    private static let status: HTML = """
        <h2>Nalevingsstatus: eerste maatregelen genomen</h2>
        <p>Voorgesteld is status C. Oranje is gebouwd op de eisen van EN 301 549 en WCAG 2.2, niveau A en AA, en wordt daar bij
        elke wijziging op getest. Nog geen onafhankelijke deskundige heeft het onderzocht; daarom kan de status nog niet
        ‘voldoet volledig’ of ‘voldoet gedeeltelijk’ zijn.</p>
        """

    private static let deviations: HTML = """
        <h2>Wat nog niet is aangetoond</h2>
        <dl class="facts">
        <dt>Onderzoek</dt><dd>Er is geen onderzoek volgens WCAG-EM. Een programma vindt een deel van de fouten; een mens moet de
        rest beoordelen. Maatregel: onderzoek door een onafhankelijke deskundige voordat de regio Oranje in gebruik neemt.</dd>
        <dt>Hulpmiddelen</dt><dd>Niet beproefd met mensen die een schermlezer, vergroting of spraakbediening gebruiken. Maatregel:
        beproeven met gebruikers in hetzelfde onderzoek.</dd>
        <dt>Taal</dt><dd>De teksten zijn op taalniveau B1 geschreven, en niet met lezers getoetst.</dd>
        <dt>Van anderen</dt><dd>Bestanden die de regio zelf toevoegt, zoals een bewijsstuk in pdf, kunnen ontoegankelijk zijn.
        Alternatief: vraag de inhoud bij de regio op.</dd>
        </dl>
        """

    private static let grounds: HTML = """
        <h2>Waarop deze verklaring rust</h2>
        <p>Bij elke wijziging opent een programma elke soort pagina als elke rol in een browser, met de formulieren en de
        foutmeldingen. Het controleert:</p>
        <ul>
        <li>met axe-core de regels van WCAG 2.0, 2.1 en 2.2 (A en AA) en EN 301 549 die een programma kan controleren, licht op
        een groot scherm en donker op een scherm van 320 pixels;</li>
        <li>dat alles met alleen het toetsenbord kan, in een logische volgorde en met zichtbare focus;</li>
        <li>dat bij 400 % vergroting niets wegvalt en niets opzij hoeft te schuiven, behalve een grote tabel in zijn eigen kader;</li>
        <li>dat elke pagina zonder JavaScript hetzelfde zegt, en heel op papier komt.</li>
        </ul>
        """

    private static let contact: HTML = """
        <h2>Lukt iets niet? Laat het weten</h2>
        <p>Meld het bij het regionaal bureau, met het adres van de pagina en wat er niet lukte. Binnen twee weken hoort u wat er
        mee gebeurt. Is er haast, bel dan; dan krijgt u de informatie op een andere manier.</p>
        """

    private static let enforcement: HTML = """
        <h2>Niet tevreden met de reactie?</h2>
        <p>Doet de regio niets met uw melding, dan kunt u een klacht indienen bij de regio en daarna bij de Nationale
        ombudsman.</p>
        """
}
