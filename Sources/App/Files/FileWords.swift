import Domain
import Web

extension FileRefusal {
    /// What is wrong with the file and what to do.
    package var sentence: String {
        switch self {
        case .empty:
            "Het bestand is leeg. Kies een ander bestand."
        case .foreign(let foreign, let allowed):
            "\(foreign.sentence) \(choice(allowed))"
        case .notAllowed(let kind, let allowed):
            "Dit is een \(kind.word). \(choice(allowed))"
        case .damaged(let kind):
            "Dit bestand begint als \(kind.word) en eindigt anders: het is beschadigd of er is iets achter geplakt. "
                + "Maak het opnieuw."
        case .wrongExtension(let ending, let kind):
            "De naam eindigt op ‘.\(ending)’, maar de inhoud is een \(kind.word). "
                + "Laat de naam eindigen op ‘.\(kind.extensions[0])’ of kies het goede bestand."
        case .wrongType(let type, let kind):
            "De browser noemt dit bestand ‘\(type)’, maar de inhoud is een \(kind.word). "
                + "Maak het bestand opnieuw en geef het de naam die bij de inhoud past."
        case .unknown(let allowed):
            "Van dit bestand is niet te zien wat het is. \(choice(allowed))"
        }
    }

    private func choice(_ allowed: [FileKind]) -> String {
        "Kies een \(allowed.map(\.word).joined(separator: " of "))."
    }
}

extension FileKind {
    fileprivate var word: String {
        switch self {
        case .csv: "csv-bestand"
        case .xlsx: "xlsx-bestand"
        case .pdf: "pdf-bestand"
        case .png: "png-afbeelding"
        case .jpeg: "jpeg-afbeelding"
        }
    }
}

extension ForeignFile {
    fileprivate var sentence: String {
        switch self {
        case .oldOffice:
            "Dit is een oud Excel-bestand (xls) of een bestand met een wachtwoord. "
                + "Haal het wachtwoord weg en sla het in Excel op als ‘Excel-werkmap (*.xlsx)’."
        case .openDocument:
            "Dit is een OpenDocument-bestand (ods). Sla het in het rekenprogramma op als xlsx of csv."
        case .zip: "Dit is een ingepakt bestand (zip). Pak het eerst uit."
        case .webPage: "Dit is een webpagina of xml en geen lijst."
        case .program: "Dit is een programma. Dat neemt Oranje niet aan."
        }
    }
}
