import Domain
import Storage
import Web

/// What the page of one session shows to this visitor.
struct SessionPage: Sendable {
    struct Participant: Sendable {
        let enrolment: Enrolment
        let name: PersonName
        let municipality: String
    }

    let session: ActivitySession
    let activity: Activity
    let functionNames: [Code<CrisisFunction>: String]
    let placedCount: Int
    let waitingCount: Int
    /// People whom the visitor may see, in the order of the list; those who left it are not among them.
    let participants: [Participant]
    let own: Enrolment?
    let ownPosition: Int?
    /// Why the visitor cannot get on the list; nil when they can or have no place to get.
    let ownRefusal: EnrolmentRefusal?
    let hasOwn: Bool
    let shares: [SessionShare]
    let municipalityNames: [Code<Municipality>: String]
    /// What participants thought of it; only for whoever plans.
    let opinions: [SessionOpinion]
    let ownOpinion: SessionOpinion?
    let mayPlan: Bool
    let mayEnrolOthers: Bool
    let csrf: String
    let now: Instant

    var freePlaces: Int? { session.capacity.map { max(0, $0 - placedCount - waitingCount) } }
    var isOnList: Bool { own.map { $0.state != .withdrawn } ?? false }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let id: ID<ActivitySession> = try visit.id("session")
        guard let session = try tx.activitySession(id),
            let activity = try tx.activities().first(where: { $0.id == session.activity })
        else { throw WebFailure.notFound }
        self.session = session
        self.activity = activity
        csrf = visit.signedIn.csrf
        now = visit.now
        functionNames = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        municipalityNames = try tx.municipalityNames()
        let enrolments = try tx.enrolments(of: id)
        placedCount = enrolments.count { $0.state == .placed }
        waitingCount = enrolments.count { $0.state == .waiting }
        mayPlan = visit.signedIn.may(.editProgramme)
        mayEnrolOthers = mayPlan || visit.signedIn.may(.editPeople)
        participants = try Self.participants(enrolments, municipalityNames, visit, tx)
        let person = visit.signedIn.may(.seeOwn) ? visit.signedIn.person : nil
        let own = enrolments.first { $0.person == person }
        self.own = own
        ownPosition = person.flatMap { WaitingList.position(of: $0, in: enrolments) }
        hasOwn = person != nil
        ownRefusal = try person.flatMap { try tx.functionary($0) }.flatMap { functionary in
            try tx.enrolmentRequest(of: functionary, besides: id, isByPlanner: false)
                .refusal(for: session, of: activity, enrolments, at: visit.now)
        }
        shares = mayPlan ? SessionShare.shares(of: session, enrolments) : []
        opinions = mayPlan ? try tx.opinions(of: id) : []
        ownOpinion = try own.flatMap { try tx.opinion(of: $0.id) }
    }

    /// Names for whoever keeps the programme or may edit that person; everybody else sees counts.
    private static func participants(
        _ enrolments: [Enrolment], _ names: [Code<Municipality>: String], _ visit: Visit, _ tx: Transaction
    ) throws -> [Participant] {
        let mayPlan = visit.signedIn.may(.editProgramme)
        let reach = visit.signedIn.reach(of: .editPeople)
        return try enrolments.filter { $0.state != .withdrawn }.compactMap { enrolment in
            guard let person = try tx.functionary(enrolment.person),
                mayPlan || reach.includes(person.municipality)
            else { return nil }
            return Participant(
                enrolment: enrolment, name: person.name,
                municipality: names[enrolment.municipality] ?? enrolment.municipality.text)
        }
    }
}
