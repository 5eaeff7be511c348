import Domain
import Web

/// The region as the API tells it.
struct RegionResource: Hashable, Sendable {
    let code: Code<SafetyRegion>
    let name: String
    let officeName: String
    let coordinationCentre: Code<Municipality>

    static let schema = Schema<RegionResource>.object(
        "Regio", "Een veiligheidsregio (Wvr artikel 9).",
        Property("code", \.code, .code(of: SafetyRegion.self, example: "VR17"), "Code van de regio."),
        Property("naam", \.name, .anyText, "Naam."),
        Property("naamBureau", \.officeName, .anyText, "Hoe het regionaal bureau zichzelf noemt."),
        Property(
            "coordinatiecentrum", \.coordinationCentre, .municipalityCode,
            "Gemeente waar het regionaal operationeel team bijeenkomt."),
        make: RegionResource.init)
}

extension RegionResource {
    init(_ region: SafetyRegion) {
        self.init(
            code: region.code, name: region.name, officeName: region.officeName,
            coordinationCentre: region.coordinationCentre)
    }
}

struct MunicipalityResource: Hashable, Sendable {
    let code: Code<Municipality>
    let name: String
    let validFrom: Day?
    let validThrough: Day?
    let successor: Code<Municipality>?
    let inhabitants: Int?
    let referenceDate: Day?
    let status: FactStatus?

    static let schema = Schema<MunicipalityResource>.object(
        "Gemeente", "Een gemeente, ook als zij is opgegaan in een andere.",
        Property("code", \.code, .municipalityCode, "CBS-code."),
        Property("naam", \.name, .anyText, "Naam."),
        Property("bestaatVanaf", \.validFrom, Scalar.day.orNull, "Eerste dag; null als zij al bestond."),
        Property(
            "bestaatTotEnMet", \.validThrough, Scalar.day.orNull, "Laatste dag; null zolang zij bestaat."),
        Property("opgegaanIn", \.successor, Scalar.municipalityCode.orNull, "De gemeente die haar opvolgde."),
        Property(
            "inwoners", \.inhabitants, Scalar.count.orNull, "Inwoners op de peildatum; null als onbekend."),
        Property("peildatum", \.referenceDate, Scalar.day.orNull, "Dag waarop de inwoners zijn geteld."),
        Property(
            "statusInwoners", \.status, Scalar.choice(FactStatus.allCases, word: \.word).orNull,
            "Hoe vast het getal staat."),
        make: MunicipalityResource.init)
}

extension MunicipalityResource {
    init(_ municipality: Municipality, _ population: Population?) {
        self.init(
            code: municipality.code, name: municipality.name, validFrom: municipality.validFrom,
            validThrough: municipality.validThrough, successor: municipality.successor,
            inhabitants: population?.inhabitants, referenceDate: population?.referenceDate,
            status: population?.status)
    }
}

struct FunctionResource: Hashable, Sendable {
    let code: Code<CrisisFunction>
    let name: String
    let abbreviation: String
    let aliases: [String]
    let team: String?
    let taskOrganisation: String?
    let level: CrisisFunction.Level
    let rostering: CrisisFunction.RosteringKind
    let responseMinutes: Int?
    let responseStatus: NormStatus?
    let responseSource: String?
    let minimumStaffing: Int?
    let tasks: String

    static let schema = Schema<FunctionResource>.object(
        "Crisisfunctie", "Een functie van de crisisorganisatie.",
        Property("code", \.code, .functionCode, "Code."),
        Property("naam", \.name, .anyText, "Naam."),
        Property("afkorting", \.abbreviation, .anyText, "Zoals mensen haar schrijven."),
        Property("andereNamen", \.aliases, .list(of: .scalar(.anyText), countMax: 100), "Andere namen."),
        Property("team", \.team, Scalar.anyText.orNull, "Team waarin zij werkt; null in de koude fase."),
        Property("taakorganisatie", \.taskOrganisation, Scalar.anyText.orNull, "Onderdeel van de kolom."),
        Property(
            "niveau", \.level, .choice(CrisisFunction.Level.allCases, word: \.word), "Wie haar organiseert."),
        Property(
            "roostersoort", \.rostering, .choice(CrisisFunction.RosteringKind.allCases, word: \.word),
            "Hoe mensen in dienst komen."),
        Property(
            "opkomstMinuten", \.responseMinutes, Scalar.count.orNull, "Binnen hoeveel minuten aan het werk."),
        Property(
            "statusOpkomst", \.responseStatus, Scalar.choice(NormStatus.allCases, word: \.word).orNull,
            "Hoe vast die norm staat."),
        Property("bronOpkomst", \.responseSource, Scalar.anyText.orNull, "Waar die norm staat."),
        Property(
            "minimaleBezetting", \.minimumStaffing, Scalar.count.orNull, "Mensen tegelijk op elke lijn."),
        Property("taken", \.tasks, .anyText, "Wat deze functionaris doet."),
        make: FunctionResource.init)
}

extension FunctionResource {
    /// - Parameter now: when the norms are asked.
    init(_ function: CrisisFunction, _ aliases: [String], _ norms: NormSet, at now: Instant) {
        let response = norms.norm(of: .response, for: .function(function.code), at: now)
        self.init(
            code: function.code, name: function.name, abbreviation: function.abbreviation, aliases: aliases,
            team: function.team, taskOrganisation: function.taskOrganisation, level: function.level,
            rostering: function.rostering, responseMinutes: response?.value,
            responseStatus: response?.status, responseSource: response?.source,
            minimumStaffing: norms.value(of: .staffing, for: .function(function.code), at: now),
            tasks: function.tasks)
    }
}

struct DistrictResource: Hashable, Sendable {
    let code: Code<District>
    let name: String
    let assemblyPoint: Code<Municipality>
    let municipalities: [Code<Municipality>]

    static let schema = Schema<DistrictResource>.object(
        "Piketregio", "De gemeenten die één piketlijn bedient.",
        Property("code", \.code, .code(of: District.self, example: "NOORD"), "Code."),
        Property("naam", \.name, .anyText, "Naam."),
        Property(
            "opkomstplaats", \.assemblyPoint, .municipalityCode, "Gemeente waarnaar reistijd wordt gerekend."),
        Property(
            "gemeenten", \.municipalities, .list(of: .scalar(.municipalityCode), countMax: 400), "Vandaag."),
        make: DistrictResource.init)
}

extension DistrictResource {
    init(_ district: District, _ municipalities: [Code<Municipality>]) {
        self.init(
            code: district.code, name: district.name, assemblyPoint: district.assemblyPoint,
            municipalities: municipalities)
    }
}

struct TravelResource: Hashable, Sendable {
    let origin: Code<Municipality>
    let destination: Code<Municipality>
    let minutes: Int

    static let schema = Schema<TravelResource>.object(
        "Reistijd", "Minuten van een gemeente naar een andere, over de weg.",
        Property("vertrek", \.origin, .municipalityCode, "Vanuit."),
        Property("bestemming", \.destination, .municipalityCode, "Naar."),
        Property("minuten", \.minutes, .count, "Minuten."),
        make: TravelResource.init)
}
