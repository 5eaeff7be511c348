import App
import Storage

/// The one mapping from faults that a command can meet to Dutch.
enum CommandFault {
    /// Nil for errors of the argument parser, which explain themselves.
    static func sentence(for error: any Error) -> String? {
        switch error {
        case let fault as StorageFault: sentence(fault)
        case let fault as KeyFault: sentence(fault)
        case let refusal as DutyRefusal: refusal.sentence
        case CoverageFault.noRegion:
            "In deze gegevens staat nog geen regio. Laad er een met: oranje region load VR17 --data MAP"
        case LoadRegionFault.unknownRegion(let code):
            "Regio \(code) is niet bekend. Meegeleverd zijn: \(ShippedRegions.codes.joined(separator: ", "))."
        case LoadRegionFault.unknownSituation(let situation, let region):
            "De situatie \(situation.rawValue) is van regio \(region) niet beschreven, alleen van VR17."
        case LoadRegionFault.alreadyLoaded(let code):
            "In deze gegevens staat al een regio (\(code)). Er is niets gewijzigd."
        default: nil
        }
    }

    private static func sentence(_ fault: KeyFault) -> String {
        switch fault {
        case .noFile(let id):
            "Deze gegevens zijn versleuteld met hoofdsleutel \(id). Geef het sleutelbestand met --keys. "
                + "Er is niets gewijzigd."
        case .missing(let path, let id):
            "Deze gegevens zijn versleuteld met hoofdsleutel \(id), en \(path) is er niet. "
                + "Zet het sleutelbestand terug uit uw reservekopie. Er is niets gewijzigd en geen nieuwe sleutel gemaakt."
        case .unknown(let id):
            "Deze gegevens zijn versleuteld met hoofdsleutel \(id), en die staat niet in het sleutelbestand. "
                + "Gebruik het sleutelbestand dat bij deze gegevens hoort. Er is niets gewijzigd."
        case .wrong(let id):
            "Hoofdsleutel \(id) in het sleutelbestand is niet de sleutel van deze gegevens, of de gegevens zijn beschadigd. "
                + "Er is niets gewijzigd."
        case .unreadable(let path, let reason): "Het sleutelbestand \(path) is niet te lezen: \(reason)."
        case .unwritable(let path, let reason):
            "Het sleutelbestand \(path) is niet te schrijven: \(reason). Er is niets gewijzigd."
        }
    }

    private static func sentence(_ fault: StorageFault) -> String {
        switch fault {
        case .cannotOpen(let place, let reason): "De gegevens in \(place) zijn niet te openen: \(reason)"
        case .newerSchema(let found, let known):
            "De gegevens zijn van een nieuwere versie van Oranje (schema \(found); deze versie kent \(known)). "
                + "Er is niets gewijzigd. Gebruik de nieuwe versie."
        case .changedMigration(let version):
            "Het schema van deze gegevens wijkt af van wat deze versie kent (stap \(version)). Er is niets gewijzigd."
        case .column(let name): "Een gegeven in de database is niet te lezen (\(name))."
        case .statement(let code, let reason, _): "De database weigert een opdracht (\(code)): \(reason)"
        case .tryAgain(let code): "De database is bezet (\(code)). Probeer het opnieuw."
        case .connectionLost(let reason): "De verbinding met de database is weg: \(reason)"
        case .constraint(_, let reason): "De database weigert een gegeven: \(reason)"
        }
    }
}
