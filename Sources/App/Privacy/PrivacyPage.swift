import Domain
import Storage
import Web

/// What is told about keeping people's data, with the terms as they hold now.
struct PrivacyPage: Sendable {
    struct Term: Sendable {
        let what: String
        let why: String
        let howLong: String
    }

    let terms: [Term]
    let region: String
    let office: String
    let hasOwn: Bool
    let maySeeNames: Bool
    let today: Day

    init(_ visit: Visit, _ tx: Transaction) throws {
        let norms = try tx.normSet()
        func years(_ code: NormCode) -> String { code.phrase(norms.value(of: code, at: visit.now)) }
        terms = [
            Term(
                what: "Naam, werkgever, personeelsnummer, standplaats",
                why: "Weten wie welke crisisfunctie heeft",
                howLong: "\(years(.contactRetention)) na het einde van de functie"),
            Term(
                what: "Telefoonnummers en e-mailadres", why: "Bereiken bij een alarm",
                howLong: "\(years(.contactRetention)) na het einde van de functie"),
            Term(
                what: "Verhinderingen (van–tot, nooit een reden)", why: "Weten wie er kan komen",
                howLong: "\(years(.contactRetention)) na het einde van de functie"),
            Term(
                what: "Certificaten, trainingen, uitslagen", why: "Aantoonbaar vakbekwaam zijn",
                howLong: "\(years(.trainingRecords)) na het einde van de functie"),
            Term(
                what: "Diensten en uren", why: "Rooster, arbeidstijden en vergoedingen",
                howLong: "\(years(.financeRecords)); daarna zonder naam"),
            Term(
                what: "Alarmen, wie kwam", why: "Verantwoording over een inzet (Archiefwet)",
                howLong: "ten minste \(years(.incidentDossier)), tot de archivaris beslist"),
            Term(
                what: "Wie gegevens van een ander opende", why: "Misbruik kunnen zien",
                howLong: years(.viewRecords)),
            Term(
                what: "Journaal van wijzigingen", why: "Kunnen nagaan wie wat wijzigde",
                howLong: "blijft; persoonsgegevens erin zijn onleesbaar zodra iemand is gewist"),
        ]
        region = try tx.region()?.name ?? ""
        office = try tx.region()?.officeName ?? ""
        hasOwn = visit.signedIn.may(.seeOwn) && visit.signedIn.person != nil
        maySeeNames = visit.signedIn.may(.seeIncidentNames)
        today = visit.today
    }
}
