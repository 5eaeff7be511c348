import Domain
import Storage
import Web

/// Why a mandate is not recorded.
enum MandateFault: Error, Equatable {
    case unknownMunicipality, unknownFunction
    /// Every function that people from elsewhere hold for it has one.
    case nothingMissing
    case noDocument
    case tooLong(max: Int)
    case badDay(String)
    /// There is one that holds on that day.
    case already(document: String)

    var field: String {
        switch self {
        case .unknownMunicipality: "gemeente"
        case .unknownFunction, .nothingMissing: "functie"
        case .noDocument, .tooLong: "document"
        case .badDay, .already: "vanaf"
        }
    }

    var sentence: String {
        switch self {
        case .unknownMunicipality, .unknownFunction: "Maak een keuze uit de lijst."
        case .nothingMissing: "Voor deze gemeente ontbreekt geen mandaat. Kies een functie."
        case .noDocument: "Noem het besluit van het college."
        case .tooLong(let max): "Dit is te lang; gebruik hoogstens \(max) tekens."
        case .badDay(let text): "“\(text)” is geen bestaande dag. Schrijf de datum als 23-11-2026."
        case .already(let document): "Op die dag geldt al een mandaat: \(document). Trek dat eerst in."
        }
    }
}

extension Change {
    static let mandateDocumentMax = 200

    /// Records that a college lets holders of a function from elsewhere work for its municipality. It changes no
    /// coverage: a missing mandate is a notice and never a block.
    ///
    /// - Throws: `MandateFault`.
    mutating func recordMandate(
        of municipality: Code<Municipality>, for function: Code<CrisisFunction>, document: String,
        from day: Day
    ) throws {
        guard try tx.municipalities().contains(where: { $0.code == municipality }) else {
            throw MandateFault.unknownMunicipality
        }
        try actor.require(.editPeople, for: municipality)
        guard try tx.functions().contains(where: { $0.code == function }) else {
            throw MandateFault.unknownFunction
        }
        guard !document.isEmpty else { throw MandateFault.noDocument }
        guard document.count <= Self.mandateDocumentMax else {
            throw MandateFault.tooLong(max: Self.mandateDocumentMax)
        }
        let other = try tx.functionMandates().first { mandate in
            mandate.municipality == municipality && mandate.function == function
                && mandate.validThrough.map { $0 >= day } ?? true
        }
        if let other { throw MandateFault.already(document: other.document) }
        let mandate = FunctionMandate(
            id: newID(), municipality: municipality, function: function, document: document, validFrom: day)
        try tx.insert(mandate, at: now)
        try record(
            JournalEntry("mandate.recorded", "mandate", mandate.id, after: mandate.journalState))
    }

    /// Takes a mandate back from today; what it meant until then stays.
    mutating func withdrawMandate(_ id: ID<FunctionMandate>) throws {
        guard let mandate = try tx.functionMandates().first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        try actor.require(.editPeople, for: mandate.municipality)
        let yesterday = Amsterdam.day(at: now).adding(days: -1)
        guard mandate.validThrough.map({ $0 > yesterday }) ?? true else { return }
        let last = mandate.validFrom > yesterday ? nil : yesterday
        try tx.endMandate(id, through: last)
        try record(
            JournalEntry(
                "mandate.withdrawn", "mandate", id, before: mandate.journalState, after: ["t/m": .day(last)]))
    }
}

extension FunctionMandate {
    fileprivate var journalState: [String: JournalValue] {
        [
            "gemeente": .code(municipality), "functie": .code(function), "besluit": .text(document),
            "vanaf": .day(validFrom), "t/m": .day(validThrough),
        ]
    }
}
