/// A person with a crisis function (*crisisfunctionaris*), known by municipality and personnel number.
package struct Functionary: Hashable, Sendable {
    package let id: ID<Functionary>
    package let municipality: Code<Municipality>
    package let personnelNumber: String
    package let name: PersonName
    /// Where the person usually sets out from; travel is reckoned from here.
    package let workBase: Code<Municipality>
    /// Last day of employment; nil while employed without an end.
    package let employedThrough: Day?
    /// Rises with every change; an edit of an older version is refused.
    package let version: Int

    package init(
        id: ID<Functionary>, municipality: Code<Municipality>, personnelNumber: String, name: PersonName,
        workBase: Code<Municipality>, employedThrough: Day?, version: Int
    ) {
        self.id = id
        self.municipality = municipality
        self.personnelNumber = personnelNumber
        self.name = name
        self.workBase = workBase
        self.employedThrough = employedThrough
        self.version = version
    }
}

/// One way to reach a person. The order in which they are tried is the person's own.
package struct ContactChannel: Hashable, Sendable {
    package let kind: Kind
    /// A telephone number in international form or an e-mail address.
    package let address: String
    package let verifiedAt: Instant?

    package init(kind: Kind, address: String, verifiedAt: Instant? = nil) {
        self.kind = kind
        self.address = address
        self.verifiedAt = verifiedAt
    }

    package enum Kind: String, CaseIterable, Sendable {
        case mobile, email, voice
    }
}

/// That a person holds a function (*aanwijzing*), by whom and how long.
package struct Designation: Hashable, Sendable {
    package let id: ID<Designation>
    package let person: ID<Functionary>
    package let function: Code<CrisisFunction>
    package let scope: Scope
    /// The designating body, such as the college of Schiedam; empty when it is not known.
    package let designatedBy: String
    /// The decision in which it stands; empty when it is not known.
    package let document: String
    package let validFrom: Day?
    package let validThrough: Day?
    package let state: State

    package init(
        id: ID<Designation>, person: ID<Functionary>, function: Code<CrisisFunction>, scope: Scope,
        designatedBy: String, document: String, validFrom: Day?, validThrough: Day?, state: State
    ) {
        self.id = id
        self.person = person
        self.function = function
        self.scope = scope
        self.designatedBy = designatedBy
        self.document = document
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.state = state
    }

    /// For whom the person works in this function.
    package enum Scope: String, CaseIterable, Sendable {
        case local, cluster, region
    }

    package enum State: String, CaseIterable, Sendable {
        case applied, inTraining, designated, ended
    }

    /// When the person may be counted for the function; nil while only applied, in training, or ended.
    package var interval: Interval? {
        state == .designated ? Interval(from: validFrom, through: validThrough) : nil
    }
}

/// That a person cannot come (*verhinderd*). No reason is asked or kept: health is nobody's business (spec
/// P6).
package struct Absence: Hashable, Sendable {
    package let id: ID<Absence>
    package let person: ID<Functionary>
    package let interval: Interval

    package init(id: ID<Absence>, person: ID<Functionary>, interval: Interval) {
        self.id = id
        self.person = person
        self.interval = interval
    }
}
