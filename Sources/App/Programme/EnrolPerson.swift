import Domain
import Storage
import Web

extension Change {
    /// Puts somebody on the list of a session: with a place, or on the waiting list when it is full.
    ///
    /// - Parameter tells: whether the person gets a letter about it.
    /// - Throws: `EnrolmentRefusal`.
    @discardableResult
    mutating func enrol(
        _ id: ID<Functionary>, in sessionID: ID<ActivitySession>, tells: Bool = true
    ) throws -> Enrolment.State {
        let person = try requireEnrolling(id)
        guard let session = try tx.activitySession(sessionID) else { throw WebFailure.notFound }
        let activity = try activity(of: session)
        let enrolments = try tx.enrolments(of: sessionID)
        let request = try tx.enrolmentRequest(of: person, besides: sessionID, isByPlanner: mayPlan)
        if let refusal = request.refusal(for: session, of: activity, enrolments, at: now) { throw refusal }
        let state = WaitingList.stateOfNext(enrolments, capacity: session.capacity)
        let former = enrolments.first { $0.person == id }
        let enrolment = Enrolment(
            id: former?.id ?? newID(), session: sessionID, person: id, municipality: person.municipality,
            state: state, enrolledAt: now)
        if former == nil { try tx.insert(enrolment) } else { try tx.update(enrolment) }
        try record(JournalEntry("enrolment.added", "enrolment", enrolment.id, after: enrolment.journalState))
        if tells, !session.hasBegun(at: now) {
            try tell(enrolment, state == .placed ? .placed : .waiting, session, activity)
        }
        return state
    }

    /// Takes somebody off the list; whoever waits longest gets the place.
    ///
    /// - Throws: `EnrolmentRefusal`.
    mutating func withdrawEnrolment(
        of id: ID<Functionary>, from sessionID: ID<ActivitySession>
    ) throws {
        _ = try requireEnrolling(id)
        guard let session = try tx.activitySession(sessionID) else { throw WebFailure.notFound }
        let activity = try activity(of: session)
        guard var enrolment = try tx.enrolments(of: sessionID).first(where: { $0.person == id }),
            enrolment.state != .withdrawn
        else { throw EnrolmentRefusal.notEnrolled }
        if session.isCancelled { throw EnrolmentRefusal.cancelled }
        if session.closedAt != nil { throw EnrolmentRefusal.listClosed }
        if session.hasBegun(at: now) { throw EnrolmentRefusal.begun }
        let before = enrolment
        enrolment.state = .withdrawn
        enrolment.attendance = nil
        try tx.update(enrolment)
        try record(
            JournalEntry(
                "enrolment.withdrawn", "enrolment", enrolment.id, before: before.journalState,
                after: enrolment.journalState))
        // Who only waited has nothing in their calendar to take out, and knows that they left.
        if before.state == .placed { try tell(enrolment, .withdrawn, session, activity) }
        try moveUp(session, activity)
    }

    /// Gives free places to those who wait, until the session begins.
    mutating func moveUp(_ session: ActivitySession, _ activity: Activity) throws {
        guard !session.isCancelled, !session.hasBegun(at: now) else { return }
        let enrolments = try tx.enrolments(of: session.id)
        for waiting in WaitingList.movingUp(enrolments, capacity: session.capacity) {
            var enrolment = waiting
            enrolment.state = .placed
            try tx.update(enrolment)
            try record(
                JournalEntry(
                    "enrolment.movedUp", "enrolment", enrolment.id, before: waiting.journalState,
                    after: enrolment.journalState))
            try tell(enrolment, .movedUp, session, activity)
        }
    }

    /// Whoever plans may make exceptions for others.
    private var mayPlan: Bool {
        guard case .account(let signedIn) = actor else { return true }
        return signedIn.may(.editProgramme)
    }

    /// Everybody enrols themself; the programme's keeper and the person's municipality may do it for them.
    private func requireEnrolling(_ id: ID<Functionary>) throws -> Functionary {
        guard let person = try tx.functionary(id) else { throw WebFailure.notFound }
        if case .account(let signedIn) = actor {
            if signedIn.person == id, signedIn.may(.seeOwn) { return person }
            if signedIn.may(.editProgramme) { return person }
        }
        try actor.require(.editPeople, for: person.municipality)
        return person
    }
}

extension Transaction {
    /// What decides whether somebody gets on the list of a session.
    func enrolmentRequest(
        of person: Functionary, besides session: ID<ActivitySession>, isByPlanner: Bool
    ) throws -> EnrolmentRequest {
        let titles = Dictionary(
            try activities().map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let places = try enrolments(of: person.id).filter { $0.state == .placed && $0.session != session }
        return EnrolmentRequest(
            person: person.id,
            functions: Set(try designations(of: person.id).filter { $0.state != .ended }.map(\.function)),
            employedThrough: person.employedThrough,
            elsewhere: try places.compactMap { place in
                guard let other = try activitySession(place.session), !other.isCancelled else { return nil }
                return (titles[other.activity] ?? "", other.interval)
            }, isByPlanner: isByPlanner)
    }
}

extension Enrolment {
    var journalState: [String: JournalValue] {
        var state: [String: JournalValue] = [
            "persoon": .text(person.description), "sessie": .text(session.description),
            "gemeente": .code(municipality), "staat": .text(self.state.rawValue),
        ]
        if let attendance {
            state["aanwezig"] = .secret(attendance.presence.rawValue, of: person)
            state["uitslag"] = .secret(attendance.result?.rawValue ?? "", of: person)
            state["minuten"] = .number(attendance.minutes)
        }
        return state
    }
}
