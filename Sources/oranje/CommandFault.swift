import App
import Storage

/// The one mapping from faults that a command can meet to Dutch.
enum CommandFault {
    /// Nil for errors of the argument parser, which explain themselves.
    static func sentence(for error: any Error) -> String? {
        switch error {
        case let fault as StorageFault: sentence(fault)
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
