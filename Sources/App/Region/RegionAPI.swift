import Domain
import HTTPTypes
import Storage
import Web

extension API {
    static let region: [APIOperation] = [
        .one(
            "/regio", needs: .permission(.seeRegion), scope: .readRegion,
            .init(id: "leesRegio", group: .region, summary: "De veiligheidsregio"), of: RegionResource.schema
        ) { _, tx in
            guard let region = try tx.region() else { throw WebFailure.notFound }
            return RegionResource(region)
        },
        .list(
            "/gemeenten", needs: .permission(.seeRegion), scope: .readRegion,
            .init(
                id: "leesGemeenten", group: .region, summary: "De gemeenten, op naam",
                explanation: "Ook gemeenten die zijn opgegaan in een andere."),
            parameters: [APIParameter.existsOn.described], of: MunicipalityResource.schema
        ) { call, tx in
            let populations = try tx.latestPopulations()
            let day = call[.existsOn]
            return APIPage(
                try tx.municipalities().filter { municipality in
                    day.map { municipality.exists(on: $0) } ?? true
                }
                .map { MunicipalityResource($0, populations[$0.code]) })
        },
        .one(
            "/gemeenten/{gemeenteCode}", needs: .permission(.seeRegion), scope: .readRegion,
            .init(id: "leesGemeente", group: .region, summary: "Een gemeente"),
            parameters: [APIParameter.municipality.described], of: MunicipalityResource.schema
        ) { call, tx in
            let code = try call.path(.municipality)
            guard let municipality = try tx.municipalities().first(where: { $0.code == code }) else {
                throw WebFailure.notFound
            }
            return MunicipalityResource(municipality, try tx.latestPopulations()[code])
        },
        .list(
            "/crisisfuncties", needs: .permission(.seeRegion), scope: .readRegion,
            .init(
                id: "leesCrisisfuncties", group: .region,
                summary: "De crisisfuncties, in de volgorde van de regio"),
            of: FunctionResource.schema
        ) { call, tx in
            let aliases = Dictionary(grouping: try tx.functionAliases(), by: \.function)
            let norms = try tx.normSet()
            return APIPage(
                try tx.functions().map {
                    FunctionResource($0, aliases[$0.code]?.map(\.alias) ?? [], norms, at: call.now)
                })
        },
        .one(
            "/crisisfuncties/{crisisfunctieCode}", needs: .permission(.seeRegion), scope: .readRegion,
            .init(id: "leesCrisisfunctie", group: .region, summary: "Een crisisfunctie"),
            parameters: [APIParameter.function.described], of: FunctionResource.schema
        ) { call, tx in
            let code = try call.path(.function)
            guard let function = try tx.functions().first(where: { $0.code == code }) else {
                throw WebFailure.notFound
            }
            return FunctionResource(
                function, try tx.functionAliases().filter { $0.function == code }.map(\.alias),
                try tx.normSet(), at: call.now)
        },
        .list(
            "/piketregios", needs: .permission(.seeRegion), scope: .readRegion,
            .init(
                id: "leesPiketregios", group: .region,
                summary: "De piketregio's en welke gemeenten ze vandaag bedienen"),
            of: DistrictResource.schema
        ) { call, tx in
            APIPage(
                try tx.districts().map { district in
                    DistrictResource(district, try tx.municipalities(of: district.code, on: call.visit.today))
                })
        },
        .list(
            "/reistijden", needs: .permission(.seeRegion), scope: .readRegion,
            .init(
                id: "leesReistijden", group: .region, summary: "Reistijden tussen gemeenten",
                explanation: "Een paar dat ontbreekt, is onbekend."),
            parameters: [APIParameter.origin.described], of: TravelResource.schema
        ) { call, tx in
            let wanted = call[.origin]
            let codes = try tx.municipalities().map(\.code).sorted()
            let table = try tx.travelMinutes()
            return APIPage(
                codes.filter { wanted == nil || wanted == $0 }.flatMap { origin in
                    codes.compactMap { destination in
                        table.minutes(from: origin, to: destination).map {
                            TravelResource(origin: origin, destination: destination, minutes: $0)
                        }
                    }
                })
        },
    ]
}

extension Scalar where Value == Code<Municipality> {
    static let municipalityCode = Scalar.code(of: Municipality.self, example: "GM0599")
}

extension Scalar where Value == Code<CrisisFunction> {
    static let functionCode = Scalar.code(of: CrisisFunction.self, example: "OVDBZ")
}

extension APIParameter where Value == Code<Municipality> {
    static let municipality = APIParameter.path(
        "gemeenteCode", .municipalityCode, "CBS-code van de gemeente.")
    static let ofMunicipality = APIParameter.query("gemeente", .municipalityCode, "Alleen van deze gemeente.")
    static let origin = APIParameter.query("vertrek", .municipalityCode, "Alleen vanuit deze gemeente.")
}

extension APIParameter where Value == Code<CrisisFunction> {
    static let function = APIParameter.path("crisisfunctieCode", .functionCode, "Code van de crisisfunctie.")
    static let ofFunction = APIParameter.query(
        "crisisfunctie", .functionCode, "Alleen met deze crisisfunctie.")
}

extension APIParameter where Value == Day {
    static let existsOn = APIParameter.query("bestaatOp", .day, "Alleen gemeenten die op deze dag bestaan.")
}
