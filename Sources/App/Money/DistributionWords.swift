import Domain
import Web

extension RegionDistributionFault {
    /// Whether what was asked is wrong; otherwise the facts say no.
    package var isMisuse: Bool {
        switch self {
        case .unknownRegion, .refused(.negativeAmount): true
        case .noMunicipalities, .populationUnknown, .refused: false
        }
    }

    /// Stable, for the command line's JSON and the API.
    package var code: String {
        switch self {
        case .unknownRegion: "regio-onbekend"
        case .noMunicipalities: "geen-gemeenten"
        case .populationUnknown: "inwonertal-onbekend"
        case .refused(.negativeAmount): "bedrag-negatief"
        case .refused(.negativeBasis): "grondslag-negatief"
        case .refused(.noBasis): "grondslag-ontbreekt"
        }
    }

    /// What happened and what the reader can do.
    package var sentence: String {
        switch self {
        case .unknownRegion(let code):
            "Regio ‘\(code)’ is niet bekend. Meegeleverd zijn: \(ShippedRegions.codes.joined(separator: ", "))."
        case .noMunicipalities(let region, let day):
            "Regio \(region) had op \(Dutch.shortDate(day)) geen gemeenten."
        case .populationUnknown(let municipalities, let day):
            "Het aantal inwoners op \(Dutch.shortDate(day)) is niet bekend van \(Dutch.list(municipalities)). "
                + "Er is niets verdeeld. Kies een peildatum waarvan de cijfers bekend zijn, zoals 2020-01-01."
        case .refused(.negativeAmount): "Het bedrag is negatief. Verdeel het zonder minteken."
        case .refused(.negativeBasis(let share)): "De grondslag van \(share.name) is negatief."
        case .refused(.noBasis): "Alle gemeenten hebben grondslag nul; er is niets om naar te verdelen."
        }
    }
}
