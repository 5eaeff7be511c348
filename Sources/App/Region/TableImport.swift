import Domain
import Storage
import Web

/// A form with a table: the file, where it comes from, and for figures of a day the reference date.
struct TableForm: Sendable {
    let bytes: [UInt8]
    let source: String
    /// Nil when the form left it to the file.
    let date: Day?

    /// - Throws: `TableRefusal` with every fault.
    init(_ form: MultipartForm) throws(TableRefusal) {
        let fields = form.fields
        let file = form.files["bestand"]?.content ?? []
        bytes = file.isEmpty ? Array(fields.raw("tekst").utf8) : file
        source = fields["bron"]
        date = fields["peildatum"].isEmpty ? nil : Dutch.day(fields["peildatum"])
        var errors: [FieldError] = []
        if bytes.isEmpty {
            errors.append(FieldError("bestand", "Kies een bestand of plak de regels in het tekstvak."))
        }
        if source.isEmpty {
            errors.append(FieldError("bron", "Schrijf op waar de tabel vandaan komt."))
        } else if source.count > tableSourceMax {
            errors.append(FieldError("bron", "Dit is te lang; gebruik hoogstens \(tableSourceMax) tekens."))
        }
        if date == nil, !fields["peildatum"].isEmpty {
            errors.append(
                FieldError("peildatum", "Dit is geen bestaande dag. Schrijf de datum als 1-1-2026."))
        }
        guard errors.isEmpty else { throw TableRefusal(errors: errors) }
    }
}

/// A form with a table that cannot be read yet.
struct TableRefusal: Error {
    let errors: [FieldError]
}

/// The two kinds of table that a region imports; each has its own address, file and operation.
enum TableKind: String, CaseIterable, Sendable {
    case population = "inwoners"
    case travel = "reistijden"

    var path: String { "/regio/\(rawValue)" }

    func preview(_ form: TableForm, _ tx: Transaction) throws -> TableOutcome {
        let municipalities = try tx.municipalities()
        return switch self {
        case .population:
            try tx.populationPreview(
                PopulationFile.read(bytes: form.bytes, date: form.date, municipalities: municipalities),
                source: form.source)
        case .travel:
            try tx.travelPreview(
                TravelFile.read(bytes: form.bytes, municipalities: municipalities), source: form.source)
        }
    }

    func apply(_ form: TableForm, _ change: inout Change) throws -> TableOutcome {
        let municipalities = try change.tx.municipalities()
        return switch self {
        case .population:
            try change.importPopulation(
                PopulationFile.read(bytes: form.bytes, date: form.date, municipalities: municipalities),
                source: form.source)
        case .travel:
            try change.importTravel(
                TravelFile.read(bytes: form.bytes, municipalities: municipalities), source: form.source)
        }
    }
}
