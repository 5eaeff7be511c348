import Domain
import Storage
import Web

extension API {
    static let cards: [APIOperation] = [
        .list(
            "/gemeentekaarten", needs: .permission(.seeCards), scope: .readRegion,
            .init(
                id: "leesGemeentekaarten", group: .region,
                summary: "De gemeentekaarten die dit account mag zien, en of ze zijn nagekeken"),
            validator: .content, of: CardSummaryResource.schema
        ) { call, tx in
            APIPage(
                try CardsPage(call.visit, tx).rows.map { row in
                    CardSummaryResource(
                        municipality: row.municipality.code, staleCount: row.staleCount,
                        checkedAt: row.oldest?.at)
                })
        },
        .one(
            "/gemeentekaarten/{gemeenteCode}", needs: .permission(.seeCards), scope: .readRegion,
            .init(
                id: "leesGemeentekaart", group: .region, summary: "Een gemeentekaart",
                explanation:
                    "Privénummers alleen met persoonlijk:lezen, en alleen voor wie ze op de pagina ziet."),
            parameters: [APIParameter.municipality.described], of: CardResource.schema
        ) { call, tx in
            CardResource(try CardPage(try call.path(.municipality), call.visit, tx))
        },
    ]
}
