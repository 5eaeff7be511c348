package import Domain

/// What happens: one or more deployments, and how people answer. Every number that nobody has measured is an
/// assumption, and stands as such beside the result.
package struct StaffingScenario: Hashable, Codable, Sendable {
    /// The start in milliseconds since 1970, UTC; a whole hour.
    package var startMilliseconds: Int64
    package var hours: Int
    package var deployments: [Deployment]
    package var response: Response
    /// Of those who said yes, the share that does not come, in hundredths of a per cent.
    package var noShow: Int
    /// Per finished shift, the share that drops out for good, in hundredths of a per cent.
    package var dropout: Int
    /// The share of all people that is ill from start to end, in hundredths of a per cent.
    package var illness: Int
    package var restHours: Int
    package var weekHoursMax: Int
    package var extensionHoursMax: Int
    /// People called one after another within the hour, and how long each is waited for.
    package var attemptsMax: Int
    package var attemptMinutes: Int
    /// How much longer than the table somebody may be on the road: leaving and parking.
    package var travelSpreadMinutes: Int

    package struct Deployment: Hashable, Codable, Sendable {
        package var municipality: Code<Municipality>
        /// Whole hours after the start.
        package var startHour: Int

        package init(municipality: Code<Municipality>, startHour: Int) {
            self.municipality = municipality
            self.startHour = startHour
        }
    }

    /// The share of people off duty that can come when called, in hundredths of a per cent.
    package struct Response: Hashable, Codable, Sendable {
        package var day: Int
        package var night: Int
        package var weekend: Int
        package var holiday: Int

        package init(day: Int, night: Int, weekend: Int, holiday: Int) {
            self.day = day
            self.night = night
            self.weekend = weekend
            self.holiday = holiday
        }
    }

    package static let sharesWhole = 10_000

    package init(
        startMilliseconds: Int64, hours: Int, deployments: [Deployment], response: Response, noShow: Int,
        dropout: Int, illness: Int, restHours: Int, weekHoursMax: Int, extensionHoursMax: Int,
        attemptsMax: Int, attemptMinutes: Int, travelSpreadMinutes: Int
    ) {
        self.startMilliseconds = startMilliseconds
        self.hours = hours
        self.deployments = deployments
        self.response = response
        self.noShow = noShow
        self.dropout = dropout
        self.illness = illness
        self.restHours = restHours
        self.weekHoursMax = weekHoursMax
        self.extensionHoursMax = extensionHoursMax
        self.attemptsMax = attemptsMax
        self.attemptMinutes = attemptMinutes
        self.travelSpreadMinutes = travelSpreadMinutes
    }

    package var start: Instant { Instant(milliseconds: startMilliseconds) }

    func instant(ofTick tick: Int) -> Instant {
        start.adding(minutes: 60 * tick)
    }
}

/// How a region organises itself: the choice that is compared with another.
package struct StaffingDesign: Hashable, Codable, Sendable {
    package var name: String
    package var sharing: Sharing
    /// What the design rests on, for the reader of the result.
    package var source: String?
    /// Duty districts, each its municipalities; nil for the roster as it stands, or for a line in every part of a
    /// function when sharing is by function.
    package var districts: [[Code<Municipality>]]?
    /// People more, per function.
    package var extraPeople: [Code<CrisisFunction>: Int]
    /// People who are there already and become competent, per function.
    package var extraCertificates: [Code<CrisisFunction>: Int]
    /// Everybody who is designated becomes competent.
    package var trainsLapsed: Bool
    /// More people answer, in hundredths of a per cent.
    package var responseGain: Int
    package var shiftHours: Int

    /// Who may work for the municipality of a deployment.
    package enum Sharing: Hashable, Codable, Sendable {
        case local
        /// The municipalities of one part work for each other.
        case intermunicipal([[Code<Municipality>]])
        case regional
        /// Each function in parts of its own. A municipality in no part of a function has only its own people for
        /// it, and nobody on duty.
        case byFunction([FunctionParts])
    }

    /// The municipalities that work for each other in one function.
    package struct FunctionParts: Hashable, Codable, Sendable {
        package var function: Code<CrisisFunction>
        package var parts: [[Code<Municipality>]]

        package init(function: Code<CrisisFunction>, parts: [[Code<Municipality>]]) {
            self.function = function
            self.parts = parts
        }
    }

    package init(
        name: String, sharing: Sharing, districts: [[Code<Municipality>]]? = nil,
        extraPeople: [Code<CrisisFunction>: Int] = [:],
        extraCertificates: [Code<CrisisFunction>: Int] = [:], trainsLapsed: Bool = false,
        responseGain: Int = 0, shiftHours: Int
    ) {
        self.name = name
        self.sharing = sharing
        self.districts = districts
        self.extraPeople = extraPeople
        self.extraCertificates = extraCertificates
        self.trainsLapsed = trainsLapsed
        self.responseGain = responseGain
        self.shiftHours = shiftHours
    }
}
