import Domain

extension CardSection {
    var title: String {
        switch self {
        case .reachability: "Bestuurlijke bereikbaarheid"
        case .mayorWishes: "Wensen van de burgemeester"
        case .secretaryWishes: "Afspraken met de gemeentesecretaris"
        case .spokespersonWishes: "Afspraken met de woordvoerder"
        case .shelters: "Opvanglocaties en sleutels"
        case .contractors: "Bedrijven die helpen"
        case .vulnerableObjects: "Kwetsbare objecten"
        case .localKnowledge: "Lokale kennis"
        case .sensitivities: "Gevoeligheden"
        case .organisation: "Hoe deze gemeente bevolkingszorg ziet"
        }
    }

    /// What belongs in the section, for who fills it in.
    var hint: String {
        switch self {
        case .reachability: "Wie is nu te bellen, wie is met verlof en wie vervangt dan."
        case .mayorWishes: "Wanneer bellen, waarover wel en niet, hoe laat nog."
        case .secretaryWishes: "Wie levert mensen, wie beslist over geld, wat wil de secretaris meteen weten."
        case .spokespersonWishes: "Wie spreekt over wat, welke kanalen, wat vooraf wordt afgestemd."
        case .shelters: "Waar mensen terechtkunnen, hoeveel, en wie de sleutel heeft."
        case .contractors: "Aannemers, vervoer, catering: met wie de gemeente een afspraak heeft."
        case .vulnerableObjects: "Zorginstellingen, scholen, bedrijven met gevaarlijke stoffen."
        case .localKnowledge: "Wegen, wijken, verenigingen en mensen die het verschil maken."
        case .sensitivities: "Wat hier gevoelig ligt, zodat niemand het onbedoeld erger maakt."
        case .organisation: "Wat de gemeente onder bevolkingszorg verstaat en hoe zij het regelt."
        }
    }
}

extension Official.Office {
    var word: String {
        switch self {
        case .mayor: "burgemeester"
        case .deputyMayor: "loco-burgemeester"
        case .secretary: "gemeentesecretaris"
        case .spokesperson: "woordvoerder"
        }
    }
}
