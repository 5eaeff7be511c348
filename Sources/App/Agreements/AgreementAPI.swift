import Domain
import Storage
import Web

extension API {
    /// What the region agreed, who took it over, and what municipalities promised each other.
    static let agreements: [APIOperation] = [
        .list(
            "/afspraken", needs: .permission(.seeAgreements), scope: .readAgreements,
            .init(
                id: "leesAfspraken", group: .agreements,
                summary: "De regionale afspraken met hun versies, op thema en titel"),
            of: AgreementResource.schema
        ) { _, tx in
            APIPage(try tx.agreements().map(AgreementResource.init))
        },
        .one(
            "/afspraken/{afspraakId}", needs: .permission(.seeAgreements), scope: .readAgreements,
            .init(id: "leesAfspraak", group: .agreements, summary: "Een regionale afspraak"),
            parameters: [APIParameter.agreement.described], of: AgreementResource.schema
        ) { call, tx in
            AgreementResource(try tx.agreement(try call.path(.agreement)))
        },
        .list(
            "/afspraken/{afspraakId}/overnames", needs: .permission(.seeAgreements), scope: .readAgreements,
            .init(
                id: "leesOvernames", group: .agreements,
                summary: "Hoe elke gemeente vandaag tegenover de afspraak staat",
                explanation: "Van de gemeenten die nu bestaan, in de volgorde van de regio."),
            parameters: [APIParameter.agreement.described], of: AdoptionResource.schema
        ) { call, tx in
            let agreement = try tx.agreement(try call.path(.agreement))
            let municipalities = try tx.municipalities()
            let book = AdoptionBook(
                agreements: [agreement], adoptions: try tx.adoptions(), municipalities: municipalities,
                on: call.visit.today)
            return APIPage(
                municipalities.filter { $0.exists(on: call.visit.today) }.map { municipality in
                    AdoptionResource(municipality.code, book.standing(municipality.code, agreement))
                })
        },
        .list(
            "/toezeggingen", needs: .permission(.seeAgreements), scope: .readAgreements,
            .init(
                id: "leesToezeggingen", group: .agreements,
                summary: "Wat gemeenten elkaar aan mensen toezegden, op code",
                explanation: "Ook wat niet meer geldt en wat nog ingaat."),
            of: PromiseResource.schema
        ) { _, tx in
            APIPage(try tx.promises().map(PromiseResource.init))
        },
    ]
}

extension APIParameter where Value == ID<Agreement> {
    static let agreement = APIParameter.path("afspraakId", .id(of: Agreement.self), "Id van de afspraak.")
}

extension Transaction {
    /// - Throws: `WebFailure.notFound`.
    fileprivate func agreement(_ id: ID<Agreement>) throws -> Agreement {
        guard let agreement = try agreements().first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        return agreement
    }
}
