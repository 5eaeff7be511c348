import Domain
import Storage
import Web

extension Routes {
    static let documents: [Route] =
        [
            .get("/documenten", needs: .signedIn) { visit, tx in
                .page(DocumentPages.list(try DocumentsPage(visit, tx)))
            },
            .get("/documenten/nieuw", needs: .permission(.editAgreements)) { visit, tx in
                let state = FormState(FormFields(["dag": Dutch.shortDate(visit.today)]))
                return .page(
                    DocumentFormPages.add(try tx.functions(), csrf: visit.signedIn.csrf, state))
            },
            .upload("/documenten", needs: .permission(.editAgreements), limits, addDocument),
            .get("/documenten/:id", needs: .signedIn) { visit, tx in
                .page(DocumentPages.document(try DocumentPage(visit, tx)))
            },
            .get("/documenten/:id/versie", needs: .permission(.editAgreements)) { visit, tx in
                let model = try DocumentPage(visit, tx)
                let fields = FormFields([
                    "dag": Dutch.shortDate(visit.today), "tekst": model.document.versions.last?.text ?? "",
                ])
                return .page(DocumentFormPages.version(model, FormState(fields)))
            },
            .upload("/documenten/:id/versie", needs: .permission(.editAgreements), limits, addVersion),
            .file("/documenten/:id/versies/:number/bestand", needs: .signedIn) { visit, tx in
                let model = try DocumentPage(visit, tx)
                guard let number = Int(visit.request.parameters["number"] ?? ""),
                    let file = model.files[number]
                else { throw WebFailure.notFound }
                return try tx.storedFile(file, for: .regionalDocument)
            },
            .post("/documenten/:id/gelezen", needs: .signedIn) { visit, fields, change in
                let model = try DocumentPage(visit, change.tx)
                guard let version = Int(fields["versie"]),
                    model.document.versions.contains(where: { $0.number == version })
                else { throw WebFailure.malformed }
                try change.confirmReading(.document(model.document.id), version: version)
                return .redirect(model.path, notice: "Bevestigd: je las versie \(version).")
            },
        ] + taskCards

    private static let taskCards: [Route] = [
        .get("/documenten/taakkaarten/:card", needs: .permission(.editAgreements)) { visit, tx in
            let card = try visit.taskCard(tx)
            let fields = FormFields([
                "dag": Dutch.shortDate(visit.today), "tekst": card.steps.joined(separator: "\n"),
            ])
            return .page(DocumentFormPages.taskCard(card, csrf: visit.signedIn.csrf, FormState(fields)))
        },
        .post("/documenten/taakkaarten/:card", needs: .permission(.editAgreements)) { visit, fields, change in
            let card = try visit.taskCard(change.tx)
            let page = { DocumentFormPages.taskCard(card, csrf: visit.signedIn.csrf, $0) }
            return try answering(fields, page) {
                var form = FormReading(fields)
                let day = form.day("dag")
                let note = form.text("toelichting", "wat er nieuw is")
                let text = form.text("tekst", "de stappen", max: FormReading.textMax)
                let version = DocumentVersion(number: 1, day: try form.finished(day), text: text, note: note)
                guard let shipped = TaskCard.shipped(card.code) else { throw WebFailure.notFound }
                try change.addTaskCardVersion(version, of: shipped)
                return .redirect("/taakkaarten/\(card.code)", notice: "De nieuwe versie is opgeslagen.")
            }
        },
        .post("/documenten/taakkaarten/:card/gelezen", needs: .signedIn) { visit, fields, change in
            let card = try visit.taskCard(change.tx)
            let known = try change.tx.taskCardVersions()[card.code]?.map(\.number) ?? []
            guard let version = Int(fields["versie"]), version == 1 || known.contains(version) else {
                throw WebFailure.malformed
            }
            try change.confirmReading(.taskCard(card.code), version: version)
            return .redirect("/taakkaarten/\(card.code)", notice: "Bevestigd: je las versie \(version).")
        },
    ]

    private static let fileBytesMax = 20_000_000
    private static let limits = UploadLimits(bytesMax: fileBytesMax + 200_000, fieldBytesMax: 100_000)

    @Sendable private static func addDocument(
        _ application: Application, _ visit: Visit, _ form: UploadForm
    ) async throws -> Answer {
        let functions = try await application.storage.read { tx in try tx.functions() }
        var reading = FormReading(form.fields)
        let title = reading.text("titel", "de titel")
        let kind = reading.choice("soort", of: RegionalDocument.Kind.self)
        let errors = reading.errors
        return try await keeping(application, visit, form, besides: errors) {
            DocumentFormPages.add(functions, csrf: visit.signedIn.csrf, $0)
        } change: { change, version, file in
            guard let kind else { throw FormRefusal(errors) }
            let wanted = Set(form.fields.all("lezers"))
            let document = RegionalDocument(
                id: change.newID(), kind: kind, title: title,
                readers: Set(functions.map(\.code).filter { wanted.contains($0.text) }), versions: [])
            try change.addDocument(document, version: version, file: file)
            return "/documenten/\(document.id)"
        }
    }

    @Sendable private static func addVersion(
        _ application: Application, _ visit: Visit, _ form: UploadForm
    ) async throws -> Answer {
        let model = try await application.storage.read { tx in try DocumentPage(visit, tx) }
        return try await keeping(application, visit, form) {
            DocumentFormPages.version(model, $0)
        } change: { change, version, file in
            try change.addDocumentVersion(version, of: model.document.id, file: file)
            return model.path
        }
    }

    /// Reads what both forms have, keeps the file, and writes.
    ///
    /// - Parameter errors: in the fields that only one of them has; all are told at once.
    private static func keeping(
        _ application: Application, _ visit: Visit, _ form: UploadForm, besides errors: [FieldError] = [],
        page: (FormState) -> Page,
        change body: @escaping @Sendable (inout Change, DocumentVersion, StoredFile?) throws -> String
    ) async throws -> Answer {
        do {
            let version = try DocumentVersion(
                form.fields, hasFile: form.files["bestand"] != nil, besides: errors)
            let file = try await keep(form.files["bestand"], application, visit)
            let path = try await application.storage.change(
                by: visit.actor, at: visit.now, randomness: visit.randomness
            ) { change in try body(&change, version, file) }
            return .redirect(path, notice: "Versie opgeslagen, geldig vanaf \(Dutch.date(version.day)).")
        } catch let refusal as FormRefusal {
            return .refused(page(FormState(form.fields, errors: refusal.errors)))
        }
    }

    private static func keep(
        _ upload: UploadedFile?, _ application: Application, _ visit: Visit
    ) async throws -> StoredFile? {
        guard let upload else { return nil }
        guard upload.byteCount <= fileBytesMax else {
            throw FormRefusal(
                "bestand", "Het bestand is groter dan \(fileBytesMax / 1_000_000) MB. Maak het kleiner.")
        }
        switch try await upload.kind(among: [.pdf]) {
        case .failure(let refusal): throw FormRefusal("bestand", refusal.sentence)
        case .success(let kind):
            return try await application.keep(upload, as: kind, for: .regionalDocument, visit)
        }
    }
}

extension DocumentVersion {
    /// The number is given when it is saved.
    fileprivate init(_ fields: FormFields, hasFile: Bool, besides errors: [FieldError]) throws(FormRefusal) {
        var form = FormReading(fields)
        let day = form.day("dag")
        let note = form.text("toelichting", max: 1000)
        let text = form.text("tekst", max: FormReading.textMax)
        if text.isEmpty, !hasFile { form.refuse("tekst", "Schrijf een tekst of kies een bestand.") }
        guard form.errors.isEmpty, errors.isEmpty, let day else { throw FormRefusal(errors + form.errors) }
        self.init(number: 1, day: day, text: text, note: note)
    }
}

extension Visit {
    /// - Throws: `WebFailure.notFound`.
    fileprivate func taskCard(_ tx: Transaction) throws -> TaskCard {
        let code = request.parameters["card"] ?? ""
        guard let card = try tx.taskCards(on: today).first(where: { $0.code == code }) else {
            throw WebFailure.notFound
        }
        return card
    }
}
