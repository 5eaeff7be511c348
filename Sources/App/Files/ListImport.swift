import Domain
import Storage
import Web

/// A list that can be read in (*inlezen*): handed in on one page, looked at on the next, and then read in or
/// thrown away.
struct ListImport: Sendable {
    /// Address of the first page; the second is below it.
    let path: String
    let purpose: StoredFile.Purpose
    let kinds: [FileKind]
    let heading: String
    let breadcrumb: HTML
    let explanation: HTML
    /// Asked beside the list; what was typed is there again when it is looked at and read in.
    let fields: [Field]
    /// Below the form.
    let more: HTML?

    init(
        _ path: String, _ heading: String, breadcrumb: HTML, purpose: StoredFile.Purpose,
        among kinds: [FileKind],
        explanation: HTML, fields: [Field] = [], more: HTML? = nil
    ) {
        self.path = path
        self.heading = heading
        self.breadcrumb = breadcrumb
        self.purpose = purpose
        self.kinds = kinds
        self.explanation = explanation
        self.fields = fields
        self.more = more
    }

    /// - Parameters:
    ///   - faults: of the fields beside the list.
    ///   - look: what reading it in would do.
    ///   - apply: reads it in; says where to go and what was done.
    func routes(
        needs: Need, faults: @escaping @Sendable (FormFields) -> [FieldError] = { _ in [] },
        look: @escaping @Sendable (StoredFile, Visit, FormFields, Transaction) throws -> ListPreview,
        apply:
            @escaping @Sendable (StoredFile, Visit, FormFields, inout Change) throws -> (
                path: String, notice: String
            )
    ) -> [Route] {
        [
            .get(path, needs: needs) { visit, _ in
                .page(ListImportPages.handIn(self, visit.signedIn.csrf, FormState()))
            },
            .upload(path, needs: needs, ListHandedIn.limits) { application, visit, form in
                try await handIn(application, visit, form, faults)
            },
            .get("\(path)/:file", needs: needs) { visit, tx in
                let fields = visit.request.query
                guard faults(fields).isEmpty else { throw WebFailure.malformed }
                let file = try file(of: visit, tx)
                let preview = try look(file, visit, fields, tx)
                return .page(ListImportPages.preview(self, preview, file, fields, visit.signedIn.csrf))
            },
            .post("\(path)/:file", needs: needs) { visit, fields, change in
                // Only a form that was changed by hand: these were right when the list was handed in.
                guard faults(fields).isEmpty else { throw WebFailure.malformed }
                let file = try file(of: visit, change.tx)
                let done = try apply(file, visit, fields, &change)
                try change.forget(file)
                return .redirect(done.path, notice: done.notice)
            },
            .post("\(path)/:file/verwijdering", needs: needs) { visit, _, change in
                try change.forget(try file(of: visit, change.tx))
                return .redirect(path, notice: "Het bestand is weggegooid. Er is niets gewijzigd.")
            },
        ]
    }

    private func file(of visit: Visit, _ tx: Transaction) throws -> StoredFile {
        try tx.storedFile(try visit.id("file"), for: purpose, of: visit)
    }

    /// Keeps the list and goes on to the page that shows what it would change.
    private func handIn(
        _ application: Application, _ visit: Visit, _ form: UploadForm, _ faults: (FormFields) -> [FieldError]
    ) async throws -> Answer {
        let list = try await ListHandedIn(form, among: kinds)
        let errors = (list.error.map { [$0] } ?? []) + faults(form.fields)
        guard errors.isEmpty, let file = try await application.keep(list, for: purpose, visit) else {
            return .refused(
                ListImportPages.handIn(self, visit.signedIn.csrf, FormState(form.fields, errors: errors)))
        }
        let query = fields.map { "\($0.name)=\(queryEncoded(form.fields[$0.name]))" }.joined(separator: "&")
        return .redirect("\(path)/\(file.id)\(query.isEmpty ? "" : "?\(query)")")
    }
}

/// What reading a list in would do, before it is done.
struct ListPreview {
    let created: Int
    let changed: Int
    let unchanged: Int
    let rejected: Int
    let errors: [Notice]
    let warnings: [Notice]
    let differences: Table

    /// Something about the list that its reader should look at.
    struct Notice {
        /// Data record from 1, the header not counted; nil where only the line is known.
        let row: Int?
        /// From 1; nil for the file as a whole.
        let line: Int?
        let column: String?
        let sentence: String
    }
}

extension ListPreview.Notice {
    init(_ notice: ImportNotice) {
        self.init(row: notice.row, line: notice.line, column: notice.field, sentence: notice.message)
    }
}
