import Domain
import Web

/// A list as a form brings it: a file in field `bestand`, or lines pasted in field `tekst`.
enum ListHandedIn: Sendable {
    case file(UploadedFile, FileKind)
    case pasted([UInt8])
    /// Neither, too large or of another kind.
    case refused(FieldError)

    /// Some ten thousand pasted lines.
    private static let pastedBytesMax = 2_000_000
    /// The fields and separators around the file in the body.
    private static let formBytesAround = 100_000

    static let limits = UploadLimits(
        bytesMax: PeopleFile.bytesMax + formBytesAround, fieldBytesMax: pastedBytesMax)

    /// - Parameter kinds: of file; pasted lines are csv.
    init(_ form: UploadForm, among kinds: [FileKind]) async throws {
        guard let upload = form.files["bestand"] else {
            let pasted = form.fields.raw("tekst")
            self =
                pasted.tidied.isEmpty
                ? .refused(FieldError("bestand", "Kies een bestand of plak de regels in het tekstvak."))
                : .pasted(Array(pasted.utf8))
            return
        }
        guard upload.byteCount <= PeopleFile.bytesMax else {
            let fault = ImportFileFault.tooLarge(bytes: upload.byteCount, max: PeopleFile.bytesMax)
            self = .refused(FieldError("bestand", fault.sentence))
            return
        }
        switch try await upload.kind(among: kinds) {
        case .success(let kind): self = .file(upload, kind)
        case .failure(let refusal): self = .refused(FieldError("bestand", refusal.sentence))
        }
    }

    var error: FieldError? {
        if case .refused(let error) = self { error } else { nil }
    }
}

extension UploadedFile {
    /// What kind of file it is by its content, if name and declared type agree and it is one of `allowed`.
    func kind(among allowed: [FileKind]) async throws -> Result<FileKind, FileRefusal> {
        let (head, tail) = try await ends(bytes: FileSample.endBytes)
        let sample = FileSample(
            name: name, declaredType: declaredType, byteCount: byteCount, head: head, tail: tail)
        return sample.kind(among: allowed)
    }
}
