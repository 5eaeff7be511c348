/// A municipality with its history: a merger ends it and names its successor (n → 1).
package struct Municipality: Hashable, Sendable {
    /// CBS code, `GM0599`.
    package let code: Code<Municipality>
    package let name: String
    /// Nil when it existed before the product's data begins.
    package let validFrom: Day?
    package let validThrough: Day?
    package let successor: Code<Municipality>?
    package let position: Position

    package init(
        code: Code<Municipality>, name: String, validFrom: Day? = nil, validThrough: Day? = nil,
        successor: Code<Municipality>? = nil, position: Position
    ) {
        self.code = code
        self.name = name
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.successor = successor
        self.position = position
    }

    package func exists(on day: Day) -> Bool {
        (validFrom ?? day) <= day && day <= (validThrough ?? day)
    }
}

/// A safety region (*veiligheidsregio*), Wvr art. 9.
package struct SafetyRegion: Hashable, Sendable {
    package let code: Code<SafetyRegion>
    package let name: String
    /// What the regional office calls itself; a setting, because every region has another name for it.
    package let officeName: String
    /// Where the regional operational team meets.
    package let coordinationCentre: Code<Municipality>

    package init(
        code: Code<SafetyRegion>, name: String, officeName: String, coordinationCentre: Code<Municipality>
    ) {
        self.code = code
        self.name = name
        self.officeName = officeName
        self.coordinationCentre = coordinationCentre
    }
}

/// A duty district (*piketregio*): the municipalities that one duty line serves.
package struct District: Hashable, Sendable {
    package let code: Code<District>
    package let name: String
    /// Where someone on duty reports when the place of work is "at the scene": travel is reckoned to here,
    /// because a scene has no fixed place. A planning assumption, dated in the region's data.
    package let assemblyPoint: Code<Municipality>
    /// Where the teams of this district meet, when that is not the region's coordination centre: the town hall
    /// of a municipality that has a team of its own.
    package let meetingPlace: Code<Municipality>?

    package init(
        code: Code<District>, name: String, assemblyPoint: Code<Municipality>,
        meetingPlace: Code<Municipality>? = nil
    ) {
        self.code = code
        self.name = name
        self.assemblyPoint = assemblyPoint
        self.meetingPlace = meetingPlace
    }
}
