import Domain
import Web

struct TaskOrganisationResource: Hashable, Sendable {
    let code: Code<TaskOrganisation>
    let name: String
    let purpose: String

    static let schema = Schema<TaskOrganisationResource>.object(
        "Taakorganisatie", "Een onderdeel van de kolom dat één soort werk doet.",
        Property("code", \.code, .taskOrganisationCode, "Code."),
        Property("naam", \.name, .anyText, "Naam."),
        Property("doel", \.purpose, .anyText, "Waarvoor zij er is."),
        make: TaskOrganisationResource.init)
}

extension TaskOrganisationResource {
    init(_ organisation: TaskOrganisation) {
        self.init(code: organisation.code, name: organisation.name, purpose: organisation.purpose)
    }
}

/// A process with how it is organised today.
struct ProcessResource: Hashable, Sendable {
    let code: Code<CareProcess>
    let name: String
    let tasks: String
    let calledWhen: String
    let functions: [Code<CrisisFunction>]
    let arrangement: ArrangementResource?
    let source: String

    static let schema = Schema<ProcessResource>.object(
        "Proces", "Een stuk van het werk van bevolkingszorg.",
        Property("code", \.code, .processCode, "Code."),
        Property("naam", \.name, .anyText, "Naam."),
        Property("taken", \.tasks, .anyText, "Wat er gebeurt, in gewone taal."),
        Property("wanneerGebeld", \.calledWhen, .anyText, "Wanneer iemand hiervoor wordt gebeld."),
        Property(
            "crisisfuncties", \.functions, .list(of: .scalar(.functionCode), countMax: 100),
            "Wie het werk doen, de leidende functie eerst."),
        Property(
            "inrichting", \.arrangement, ArrangementResource.schema.orNull(),
            "Hoe het vandaag is geregeld; null als dat niet is vastgelegd."),
        Property("bron", \.source, .anyText, "Waar dit staat."),
        make: ProcessResource.init)
}

extension ProcessResource {
    init(_ process: CareProcess, _ arrangements: [Arrangement.Subject: Arrangement]) {
        self.init(
            code: process.code, name: process.name, tasks: process.tasks, calledWhen: process.calledWhen,
            functions: process.functions,
            arrangement: arrangements[.process(process.code)].map(ArrangementResource.init),
            source: process.source)
    }
}

/// How a process or a function is organised from a day on.
struct ArrangementResource: Hashable, Sendable {
    let kind: ArrangementSubjectKind
    let subject: String
    let level: Arrangement.Level
    let taskOrganisation: Code<TaskOrganisation>?
    let reason: String
    let responsible: String
    let executes: String
    let validFrom: Day
    let status: FactStatus
    let source: String

    static let schema = Schema<ArrangementResource>.object(
        "Inrichting", "Hoe een proces of een crisisfunctie is geregeld, tot de volgende inrichting ingaat.",
        Property("soort", \.kind, .choice([.process, .function], word: \.word), "Waarover zij gaat."),
        Property("code", \.subject, .anyText, "Code van het proces of de crisisfunctie."),
        Property("niveau", \.level, .choice(Arrangement.Level.allCases, word: \.word), "Wie het samen doen."),
        Property(
            "taakorganisatie", \.taskOrganisation, Scalar.taskOrganisationCode.orNull,
            "Welke taakorganisatie het draagt; null als geen."),
        Property("reden", \.reason, .anyText, "Waarom op dit niveau."),
        Property("verantwoordelijk", \.responsible, .anyText, "Wie ervoor instaat."),
        Property("uitvoering", \.executes, .anyText, "Wie het doen."),
        Property("geldigVanaf", \.validFrom, .day, "Eerste dag."),
        Property("status", \.status, .choice(FactStatus.allCases, word: \.word), "Hoe vast het staat."),
        Property("bron", \.source, .anyText, "Waar het staat."),
        make: ArrangementResource.init)
}

extension ArrangementResource {
    init(_ arrangement: Arrangement) {
        self.init(
            kind: arrangement.subject.kind, subject: arrangement.subject.code, level: arrangement.level,
            taskOrganisation: arrangement.taskOrganisation, reason: arrangement.reason,
            responsible: arrangement.responsible, executes: arrangement.executes,
            validFrom: arrangement.validFrom, status: arrangement.status, source: arrangement.source)
    }
}

extension ArrangementSubjectKind {
    var word: String {
        switch self {
        case .process: "proces"
        case .function: "crisisfunctie"
        }
    }
}

struct CareDefinitionResource: Hashable, Sendable {
    let text: String
    let validFrom: Day
    let status: FactStatus
    let source: String

    static let schema = Schema<CareDefinitionResource>.object(
        "Definitie", "Wat bevolkingszorg is, in één omschrijving voor alle gemeenten.",
        Property("tekst", \.text, .anyText, "De omschrijving."),
        Property("geldigVanaf", \.validFrom, .day, "Eerste dag; geldt tot de volgende."),
        Property("status", \.status, .choice(FactStatus.allCases, word: \.word), "Hoe vast zij staat."),
        Property("bron", \.source, .anyText, "Waar zij staat."),
        make: CareDefinitionResource.init)
}

extension CareDefinitionResource {
    init(_ definition: CareDefinition) {
        self.init(
            text: definition.text, validFrom: definition.validFrom, status: definition.status,
            source: definition.source)
    }
}

extension Scalar where Value == Code<CareProcess> {
    static let processCode = Scalar.code(of: CareProcess.self, example: "OPVANG")
}

extension Scalar where Value == Code<TaskOrganisation> {
    static let taskOrganisationCode = Scalar.code(of: TaskOrganisation.self, example: "OPVANG")
}
