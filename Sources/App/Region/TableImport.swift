import Domain
import Storage
import Web

/// A table as it was handed in: its bytes, where they come from, and for figures of a day the reference date.
struct TableForm: Sendable {
    let bytes: [UInt8]
    let source: String
    /// Nil when the form left it to the file.
    let date: Day?

    /// - Parameter fields: without fault; see `errors`.
    init(_ fields: FormFields, bytes: [UInt8]) {
        self.bytes = bytes
        source = fields["bron"]
        date = Dutch.day(fields["peildatum"])
    }

    /// What is wrong with the fields beside the file.
    static func errors(_ fields: FormFields) -> [FieldError] {
        let source = fields["bron"]
        var errors: [FieldError] = []
        if source.isEmpty {
            errors.append(FieldError("bron", "Schrijf op waar de tabel vandaan komt."))
        } else if source.count > tableSourceMax {
            errors.append(FieldError("bron", "Dit is te lang; gebruik hoogstens \(tableSourceMax) tekens."))
        }
        if !fields["peildatum"].isEmpty, Dutch.day(fields["peildatum"]) == nil {
            errors.append(
                FieldError("peildatum", "Dit is geen bestaande dag. Schrijf de datum als 1-1-2026."))
        }
        return errors
    }
}

/// The two kinds of table that a region imports; each has its own address, file and operation.
enum TableKind: String, CaseIterable, Sendable {
    case population = "inwoners"
    case travel = "reistijden"

    var path: String { "/regio/\(rawValue)" }

    var purpose: StoredFile.Purpose {
        switch self {
        case .population: .populationImport
        case .travel: .travelImport
        }
    }

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
