import Domain
import Web

/// What is told about privacy, and the drafts that a region finishes itself.
enum PrivacyPages {
    static func statement(_ model: PrivacyPage) -> Page {
        let own: HTML? =
            model.hasOwn
            ? "<div class=\"actions\"><a class=\"button\" href=\"/mijn/gegevens\">Mijn gegevens</a></div>"
            : nil
        let names: HTML? =
            model.maySeeNames
            ? "<li><a href=\"/privacy/dossiernamen\">Namen die in incidentdossiers blijven</a></li>" : nil
        return Page(
            heading: "Wat Oranje van mensen bewaart, waarom en hoe lang",
            body: """
                \(own)
                <p>Oranje bewaart alleen wat nodig is om bij een crisis de juiste mensen te bereiken. Geen oordeel over iemands
                karakter, geen medische reden, geen cijfer voor een persoon.</p>
                \(terms(model))
                <h2>Wie ziet wat</h2>
                <ul><li>Jij ziet alles wat er over jou staat, en wie het opende.</li>
                <li>Nummers en redenen zien alleen jij, de planner van je gemeente en het regionaal bureau; in een alarm ook wie
                het leidt.</li>
                <li>Anderen zien namen van wie dienst heeft, en verder aantallen.</li>
                <li>Het bestuur ziet alleen aantallen; groepen kleiner dan vijf niet.</li></ul>
                <h2>Documenten</h2>
                <ul><li><a href="/privacy/dpia">Concept-DPIA</a></li>
                <li><a href="/privacy/ondernemingsraad">Concept voor de ondernemingsraad</a></li>\(names)</ul>
                """)
    }

    private static func terms(_ model: PrivacyPage) -> HTML {
        var table = Table(
            "Bewaartermijnen op \(Dutch.date(model.today))", columns: ["Wat", "Waarvoor", "Hoe lang"])
        for term in model.terms { table.add(["\(term.what)", "\(term.why)", "\(term.howLong)"]) }
        return table.html
    }

    static func assessment(_ model: PrivacyPage) -> Page {
        Page(
            heading: "Concept: gegevensbeschermingseffectbeoordeling (DPIA)",
            breadcrumb: "<a href=\"/privacy\">Privacy</a>",
            body: """
                <div class="nl-alert nl-alert--warning"><p>Dit is een concept dat bij het programma hoort. \(model.region) vult het
                aan, laat de functionaris gegevensbescherming adviseren en stelt het vast (AVG 35).</p></div>
                <h2>1. Wat en waarvoor</h2>
                <p>Oranje registreert functionarissen van gemeenten met een crisisfunctie: wie zij zijn, hoe zij bereikbaar zijn, of
                zij vakbekwaam zijn, wanneer zij dienst hebben en hoe zij op een alarm antwoorden. Doel: bij een ramp of crisis
                op tijd de juiste mensen aan het werk, en dat kunnen verantwoorden.</p>
                <h2>2. Grondslag</h2>
                <p>Taak van algemeen belang (AVG 6 lid 1 onder e): de Wet veiligheidsregio's en het Besluit veiligheidsregio's
                (teams, opkomsttijden, de jaarlijkse gezamenlijke oefening, artikel 2.5.1). Voor de arbeidstijden: de
                Arbeidstijdenwet. Toestemming is geen grondslag: een werknemer is daarin niet vrij.</p>
                <h2>3. Wie is verantwoordelijk</h2>
                <p>Elke gemeente voor haar eigen medewerkers, de veiligheidsregio voor de gedeelde piketten en het alarm: samen
                verwerkingsverantwoordelijk (AVG 26). De regeling tussen hen staat in de bijlage die de regio toevoegt. De regio
                draait Oranje zelf; er is geen leverancier die meekijkt. Verwerkers zijn de aanbieders van mail, sms en spraak die
                de regio kiest.</p>
                <h2>4. Welke gegevens en hoe lang</h2>\(terms(model))
                <h2>5. Noodzaak en evenredigheid</h2>
                <ul><li>Geen bijzondere persoonsgegevens: verhindering is van–tot, zonder reden.</li>
                <li>Karakter is alleen wat iemand zelf schrijft; er is geen score en geen ranglijst van personen.</li>
                <li>Het besluit wie wordt gevraagd volgt uit regels en feiten; elke reden is na te lezen door wie het betreft. Een
                mens kan altijd afwijken. Er zijn geen besluiten met rechtsgevolg zonder mens (AVG 22).</li>
                <li>Slachtoffers worden niet geregistreerd; dat gebeurt in SIS.</li></ul>
                <h2>6. Risico's en maatregelen</h2>\(risks)
                <h2>7. Rechten</h2>
                <p>Inzage, meenemen en zien wie keek: zelf, op “Mijn gegevens”. Verbeteren: zelf of via de gemeente. Wissen: na de
                termijn vanzelf, eerder op verzoek; in het incidentdossier blijft de naam (AVG 17 lid 3, Archiefwet).</p>
                <h2>8. Nog in te vullen door de regio</h2>
                <ul><li>Advies van de functionaris gegevensbescherming, met datum</li><li>De onderlinge regeling (AVG 26)</li>
                <li>Verwerkersovereenkomsten met de aanbieders van berichten</li>
                <li>Bevestiging van de bewaartermijnen door de archivarissen</li>
                <li>Instemming van de ondernemingsraden (WOR 27)</li><li>Besluit en datum van herziening</li></ul>
                """)
    }

    private static var risks: HTML {
        var table = Table("Risico's", columns: ["Risico", "Maatregel in Oranje", "Wat de regio doet"])
        let rows = [
            (
                "Privénummers komen bij wie ze niet nodig heeft",
                "Rechten per rol en gemeente; elke inzage wordt vastgelegd en is voor de persoon zichtbaar",
                "Rollen elk halfjaar nalopen"
            ),
            (
                "Gegevens blijven te lang",
                "Elke nacht wissen volgens de vastgestelde termijnen; proefdraai vooraf",
                "Termijnen vaststellen"
            ),
            (
                "Wissen lukt niet door het journaal",
                "Persoonswaarden staan er versleuteld per persoon; wissen vernietigt de sleutel en de keten blijft heel",
                "oranje verify na het terugzetten van een back-up"
            ),
            (
                "Een oude back-up brengt gewiste mensen terug",
                "Het wissen gebeurt de eerste nacht opnieuw", "Back-ups niet langer dan nodig bewaren"
            ),
            (
                "Beoordeling van personeel met deze gegevens",
                "Geen ranglijsten; bestuur ziet aantallen, kleine groepen niet",
                "Afspraak met de ondernemingsraad"
            ),
            (
                "Uitval of lek bij een aanbieder van berichten",
                "Berichten bevatten zo min mogelijk; geen nummers in de mail om te bevestigen",
                "Verwerkersovereenkomst, meldplicht"
            ),
        ]
        for (risk, measure, own) in rows { table.add(["\(risk)", "\(measure)", "\(own)"]) }
        return table.html
    }

    static func worksCouncil(_ model: PrivacyPage) -> Page {
        Page(
            heading: "Concept: verzoek om instemming aan de ondernemingsraad",
            breadcrumb: "<a href=\"/privacy\">Privacy</a>",
            body: """
                <div class="nl-alert nl-alert--warning"><p>Dit is een concept. Elke gemeente legt het voor aan de eigen
                ondernemingsraad (WOR 27 lid 1 onder k en l).</p></div>
                <p>Geachte leden van de ondernemingsraad,</p>
                <p>\(model.region) gaat werken met Oranje: een programma waarin staat wie een crisisfunctie heeft, wie dienst heeft,
                wie is geoefend en wie bij een alarm kan komen. Medewerkers van onze gemeente met een crisisfunctie staan erin. Wij
                vragen uw instemming met de regeling hieronder.</p>
                <h2>Wat wordt vastgelegd</h2>\(terms(model))
                <h2>Wat niet</h2>
                <ul><li>Geen reden van afwezigheid en niets over gezondheid</li>
                <li>Geen score, ranglijst of beoordeling van een persoon</li>
                <li>Geen plaatsbepaling: wie komt, zegt zelf hoe laat</li>
                <li>Geen gebruik voor beoordeling of beloning, behalve de afgesproken piketvergoeding</li></ul>
                <h2>Arbeidstijden</h2>
                <p>Oranje rekent roosters na op de Arbeidstijdenwet (consignatie, artikel 5:9; rust, artikel 5:3 en 5:5) en waarschuwt
                de planner. Bij een inzet gaat hulp voor; de afwijking en de rust die nog moet volgen, worden vastgelegd.</p>
                <h2>Wat de medewerker zelf kan</h2>
                <ul><li>Alles inzien en meenemen, en zien wie keek</li><li>Bereikbaarheid zelf wijzigen en elk kwartaal bevestigen</li>
                <li>Lezen waarom hij of zij wel of niet is ingeroosterd of gevraagd</li></ul>
                <h2>Evaluatie</h2>
                <p>Na een jaar evalueren wij dit met u. Nieuwe soorten gegevens of een ander gebruik leggen wij eerst aan u voor.</p>
                """)
    }
}
