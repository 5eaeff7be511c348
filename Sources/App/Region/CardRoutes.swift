import Domain
import Storage
import Web

extension Routes {
    static let cards: [Route] =
        [
            .get("/regio/gemeenten", needs: .permission(.seeCards)) { visit, tx in
                .page(CardPages.list(try CardsPage(visit, tx)))
            },
            .get("/regio/gemeenten/:gemeente", needs: .permission(.seeCards)) { visit, tx in
                .page(CardPages.card(try CardPage(visit, tx)))
            },
        ] + sections + entries + officials

    private static let sections: [Route] = [
        .get("/regio/gemeenten/:gemeente/:section/wijzigen", needs: .permission(.editCards)) { visit, tx in
            let (model, section) = try visit.editableSection(tx)
            guard section.section.form == .text else { throw WebFailure.notFound }
            return .page(CardFormPages.text(section, model, FormState(FormFields(["tekst": section.text]))))
        },
        .post("/regio/gemeenten/:gemeente/:section", needs: .permission(.editCards)) {
            visit, fields, change in
            let (model, section) = try visit.editableSection(change.tx)
            return try refusingCard(fields, { CardFormPages.text(section, model, $0) }) {
                guard let version = Int(fields["versie"]) else { throw WebFailure.malformed }
                try change.writeCard(
                    section.section, of: model.municipality.code, text: try cardText(fields), version: version
                )
                return .redirect(CardPages.path(model), notice: "Opgeslagen en als nagekeken vastgelegd.")
            }
        },
        .post("/regio/gemeenten/:gemeente/:section/nagekeken", needs: .permission(.editCards)) {
            visit, _, change in
            let (model, section) = try visit.editableSection(change.tx)
            try change.checkCard(section.section, of: model.municipality.code)
            return .redirect(
                "\(CardPages.path(model))#\(section.section.rawValue)",
                notice: "Nagekeken: \(section.section.title.lowercased()).")
        },
    ]

    private static let entries: [Route] = [
        .get("/regio/gemeenten/:gemeente/:section/nieuw", needs: .permission(.editCards)) { visit, tx in
            let (model, section) = try visit.editableSection(tx)
            guard section.section.form == .entries else { throw WebFailure.notFound }
            let state = FormState(FormFields(nil as CardEntry?))
            return .page(CardFormPages.entry(section.section, nil, model, state))
        },
        .post("/regio/gemeenten/:gemeente/:section/regels", needs: .permission(.editCards)) {
            visit, fields, change in
            let (model, section) = try visit.editableSection(change.tx)
            guard section.section.form == .entries else { throw WebFailure.notFound }
            return try refusingCard(fields, { CardFormPages.entry(section.section, nil, model, $0) }) {
                try change.saveCardEntry(
                    try CardEntry(fields, id: change.newID(), section: section.section),
                    of: model.municipality.code)
                return .redirect(CardPages.path(model), notice: "Toegevoegd.")
            }
        },
        .get("/regio/gemeenten/:gemeente/regels/:id", needs: .permission(.editCards)) { visit, tx in
            let (model, entry) = try visit.editableEntry(tx)
            return .page(CardFormPages.entry(entry.section, entry, model, FormState(FormFields(entry))))
        },
        .post("/regio/gemeenten/:gemeente/regels/:id", needs: .permission(.editCards)) {
            visit, fields, change in
            let (model, entry) = try visit.editableEntry(change.tx)
            return try refusingCard(fields, { CardFormPages.entry(entry.section, entry, model, $0) }) {
                try change.saveCardEntry(
                    try CardEntry(fields, id: entry.id, section: entry.section), of: model.municipality.code)
                return .redirect(CardPages.path(model), notice: "Opgeslagen.")
            }
        },
        .post("/regio/gemeenten/:gemeente/regels/:id/verwijdering", needs: .permission(.editCards)) {
            visit, _, change in
            let (model, entry) = try visit.editableEntry(change.tx)
            try change.removeCardEntry(entry.id, of: model.municipality.code)
            return .redirect(CardPages.path(model), notice: "Verwijderd: \(entry.name).")
        },
    ]

    private static let officials: [Route] = [
        .get("/regio/gemeenten/:gemeente/bestuurders/nieuw", needs: .permission(.editCards)) { visit, tx in
            let model = try visit.editableCard(tx)
            return .page(CardFormPages.official(nil, model, FormState(FormFields(nil as Official?))))
        },
        .post("/regio/gemeenten/:gemeente/bestuurders", needs: .permission(.editCards)) {
            visit, fields, change in
            let model = try visit.editableCard(change.tx)
            return try refusingCard(fields, { CardFormPages.official(nil, model, $0) }) {
                try change.saveOfficial(
                    try Official(fields, id: change.newID(), municipality: model.municipality.code))
                return .redirect(CardPages.path(model), notice: "Toegevoegd.")
            }
        },
        .get("/regio/gemeenten/:gemeente/bestuurders/:id", needs: .permission(.editCards)) { visit, tx in
            let (model, official) = try visit.editableOfficial(tx)
            return .page(CardFormPages.official(official, model, FormState(FormFields(official))))
        },
        .post("/regio/gemeenten/:gemeente/bestuurders/:id", needs: .permission(.editCards)) {
            visit, fields, change in
            let (model, official) = try visit.editableOfficial(change.tx)
            return try refusingCard(fields, { CardFormPages.official(official, model, $0) }) {
                try change.saveOfficial(
                    try Official(fields, id: official.id, municipality: model.municipality.code))
                return .redirect(CardPages.path(model), notice: "Opgeslagen.")
            }
        },
        .post("/regio/gemeenten/:gemeente/bestuurders/:id/verwijdering", needs: .permission(.editCards)) {
            visit, _, change in
            let (model, official) = try visit.editableOfficial(change.tx)
            try change.removeOfficial(official.id, of: model.municipality.code)
            return .redirect(CardPages.path(model), notice: "\(official.name) staat niet meer op de kaart.")
        },
        .post("/regio/gemeenten/:gemeente/bestuurders/:id/verlof", needs: .permission(.editCards)) {
            visit, fields, change in
            let (model, official) = try visit.editableOfficial(change.tx)
            return try refusingCard(fields, { CardFormPages.official(official, model, $0) }) {
                let leave = try OfficialLeave(
                    fields, id: change.newID(), official: official.id,
                    others: model.officials.filter { $0.id != official.id })
                try change.recordOfficialLeave(leave, of: model.municipality.code)
                return .redirect(
                    CardPages.path(model), notice: "Verlof vastgelegd: \(Dutch.period(leave.interval)).")
            }
        },
        .post(
            "/regio/gemeenten/:gemeente/bestuurders/:id/verlof/:leave/intrekking",
            needs: .permission(.editCards)
        ) {
            visit, _, change in
            let (model, _) = try visit.editableOfficial(change.tx)
            try change.withdrawOfficialLeave(try visit.id("leave"), of: model.municipality.code)
            return .redirect(CardPages.path(model), notice: "Het verlof is ingetrokken.")
        },
    ]

    /// Shows the form again with what was typed when it is refused.
    private static func refusingCard(
        _ fields: FormFields, _ page: (FormState) -> Page, _ body: () throws -> Answer
    ) throws -> Answer {
        do {
            return try body()
        } catch let refusal as CardRefusal {
            return .refused(page(FormState(fields, errors: refusal.errors)))
        }
    }
}

extension Visit {
    /// - Throws: `WebFailure.notFound` for a card that is not the visitor's to keep.
    fileprivate func editableCard(_ tx: Transaction) throws -> CardPage {
        let model = try CardPage(self, tx)
        guard model.mayEdit else { throw WebFailure.notFound }
        return model
    }

    fileprivate func editableSection(_ tx: Transaction) throws -> (CardPage, CardPage.Section) {
        let model = try editableCard(tx)
        guard let section = CardSection(rawValue: request.parameters["section"] ?? "").flatMap(model.section)
        else {
            throw WebFailure.notFound
        }
        return (model, section)
    }

    fileprivate func editableEntry(_ tx: Transaction) throws -> (CardPage, CardEntry) {
        let model = try editableCard(tx)
        let id: ID<CardEntry> = try id("id")
        guard let entry = model.sections.flatMap(\.entries).first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        return (model, entry)
    }

    fileprivate func editableOfficial(_ tx: Transaction) throws -> (CardPage, Official) {
        let model = try editableCard(tx)
        let id: ID<Official> = try id("id")
        guard let official = model.officials.first(where: { $0.id == id }) else { throw WebFailure.notFound }
        return (model, official)
    }
}
