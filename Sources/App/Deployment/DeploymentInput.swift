import Domain
import Web

/// What a program tells when it opens a deployment.
struct DeploymentInput: Hashable, Sendable {
    let key: String
    let title: String
    let municipalities: [Code<Municipality>]
    let place: String
    let isExercise: Bool
    let level: Int?
    let domain: ScalingDomain?
    let askedBy: String
    let occurredAt: Instant?

    static let schema = Schema<DeploymentInput>.object(
        "InzetInvoer", "Wat er is. Alles behalve kenmerk, titel en gemeenten mag later.",
        Property(
            "sleutel", \.key, .text(1...EntryInput.keyMax), "Eigen kenmerk: hetzelfde is dezelfde inzet."),
        Property("titel", \.title, .text(1...OpeningRequest.titleMax), "Wat er is, in een paar woorden."),
        Property(
            "gemeenten", \.municipalities,
            .list(
                of: .scalar(.code(of: Municipality.self, example: "GM0599")),
                countMax: DeploymentResource.municipalitiesMax), "Waar het is; minstens één."),
        Property(
            "plaats", \.place, .scalar(.text(0...DeploymentForm.wordsMax)), absent: "", "Waar precies."),
        Property("oefening", \.isExercise, .scalar(.boolean), absent: false, "Een oefening."),
        Property(
            "niveau", \.level, Scalar.integer(1...5).orNull, absent: .some(nil),
            "Het GRIP-niveau dat elders is afgekondigd."),
        Property(
            "domein", \.domain, Scalar.choice(ScalingDomain.allCases) { $0.word }.orNull,
            absent: .some(nil), "Waarvoor een burgemeester buiten GRIP hulp vraagt."),
        Property(
            "gevraagdDoor", \.askedBy, .scalar(.text(0...DeploymentForm.wordsMax)), absent: "",
            "Wie buiten GRIP hulp vraagt."),
        Property(
            "gebeurdTijdstip", \.occurredAt, Scalar.instant.orNull, absent: .some(nil),
            "Sinds wanneer; zonder dit nu."),
        make: DeploymentInput.init)

    var request: OpeningRequest {
        OpeningRequest(
            key: key, title: title, place: place, municipalities: municipalities, isExercise: isExercise,
            declaration: level.flatMap(GRIPLevel.init).map {
                Declaration(level: $0, municipalities: municipalities)
            },
            flexible: domain.map {
                FlexibleScaling(
                    domain: $0, askedBy: askedBy, functions: DeploymentForm.firstFunctions, reason: "")
            }, occurredAt: occurredAt)
    }
}

/// A line for the log, from another program.
struct EntryInput: Hashable, Sendable {
    /// In characters; four bytes each fit in what a key may take.
    static let keyMax = EntryDraft.keyBytesMax / 4

    let key: String
    let text: String
    let kind: Note.Kind
    let verification: Verification
    let occurredAt: Instant?
    let receivedAt: Instant?
    let source: String
    let corrects: Int?
    let isConfidential: Bool

    static let schema = Schema<EntryInput>.object(
        "InzetregelInvoer", "Een regel voor het log.",
        Property("sleutel", \.key, .text(1...keyMax), "Eigen kenmerk: hetzelfde wordt één keer vastgelegd."),
        Property("tekst", \.text, .text(1...EntryDraft.textMax), "Wat er is."),
        Property(
            "soort", \.kind, .scalar(.choice(Note.Kind.allCases) { $0.word }), absent: .fact,
            "Wat voor mededeling."),
        Property(
            "zekerheid", \.verification, .scalar(.choice(Verification.allCases) { $0.word }),
            absent: .unconfirmed, "Hoe zeker het is."),
        Property(
            "gebeurdTijdstip", \.occurredAt, Scalar.instant.orNull, absent: .some(nil),
            "Wanneer het gebeurde; zonder dit nu."),
        Property(
            "gehoordTijdstip", \.receivedAt, Scalar.instant.orNull, absent: .some(nil),
            "Wanneer de schrijver het hoorde; zonder dit nu."),
        Property(
            "bron", \.source, .scalar(.text(0...DeploymentForm.wordsMax)), absent: "", "Van wie het komt."),
        Property(
            "verbetert", \.corrects, Scalar.integer(1...Int(Int32.max)).orNull, absent: .some(nil),
            "Het nummer van de regel die dit verbetert; die blijft staan."),
        Property(
            "vertrouwelijk", \.isConfidential, .scalar(.boolean), absent: false,
            "Alleen voor wie vertrouwelijke regels mag lezen."),
        make: EntryInput.init)

    var draft: EntryDraft {
        var draft = EntryDraft(
            .note(Note(kind: kind, verification: verification, corrects: corrects)), text, key: key)
        draft.occurredAt = occurredAt
        draft.receivedAt = receivedAt
        draft.source = source
        draft.isConfidential = isConfidential
        return draft
    }
}

/// A level that was declared elsewhere, from another program.
struct LevelInput: Hashable, Sendable {
    let key: String
    let level: Int
    let declarer: Declarer?
    let declaredBy: String
    let heardFrom: String
    let ground: String
    let municipalities: [Code<Municipality>]
    let occurredAt: Instant?

    static let schema = Schema<LevelInput>.object(
        "OpschalingInvoer", "Een niveau dat elders is afgekondigd. Het wordt vastgelegd en nooit geweigerd.",
        Property(
            "sleutel", \.key, .text(1...EntryInput.keyMax),
            "Eigen kenmerk: hetzelfde wordt één keer vastgelegd."),
        Property("niveau", \.level, .integer(0...5), "GRIP 1 tot en met 5; 0 is onder GRIP."),
        Property(
            "functie", \.declarer, Scalar.choice(Declarer.allCases) { $0.word }.orNull, absent: .some(nil),
            "Wie het afkondigde."),
        Property(
            "naam", \.declaredBy, .scalar(.text(0...DeploymentForm.wordsMax)), absent: "",
            "Naam of roepnaam."),
        Property(
            "bron", \.heardFrom, .scalar(.text(0...DeploymentForm.wordsMax)), absent: "", "Van wie gehoord."),
        Property("grond", \.ground, .scalar(.text(0...DeploymentForm.wordsMax)), absent: "", "Waarom."),
        Property(
            "gemeenten", \.municipalities,
            .list(
                of: .scalar(.code(of: Municipality.self, example: "GM0599")),
                countMax: DeploymentResource.municipalitiesMax), absent: [],
            "Gemeenten die erbij komen."),
        Property(
            "gebeurdTijdstip", \.occurredAt, Scalar.instant.orNull, absent: .some(nil),
            "Wanneer het is afgekondigd; zonder dit nu."),
        make: LevelInput.init)

    /// - Parameter known: the municipalities that it was in until now.
    func draft(_ known: [Code<Municipality>]) -> EntryDraft {
        let declaration = Declaration(
            level: GRIPLevel(rawValue: level), declarer: declarer, declaredBy: declaredBy,
            heardFrom: heardFrom, ground: ground,
            municipalities: known + municipalities.filter { !known.contains($0) })
        var draft = EntryDraft(.level(declaration), declaration.sentence, key: key)
        draft.occurredAt = occurredAt
        draft.source = heardFrom
        return draft
    }
}
