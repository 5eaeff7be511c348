package import Domain

/// What a region has at one moment, as a scenario sees it: people without names, functions, places. Indices
/// refer to the lists of this struct.
package struct StaffingPool: Hashable, Codable, Sendable {
    package var members: [Member]
    package var functions: [Function]
    package var municipalities: [Code<Municipality>]
    /// From and to, in minutes; nil when it is not known.
    package var travelMinutes: [[Int?]]
    package var coordinationCentre: Int

    package struct Member: Hashable, Codable, Sendable {
        package var municipality: Int
        /// From where the person sets out.
        package var base: Int
        /// Designated, competent at the start, and reachable.
        package var functions: [Int]
        /// Designated, but not shown to be competent at the start.
        package var lapsed: [Int]
        package var absent: [Interval]
        package var duties: [Duty]
        /// Other members with whom the person works at the same municipality or stood on duty.
        @Ascending package var acquaintances: Set<Int>

        package init(
            municipality: Int, base: Int, functions: [Int], lapsed: [Int] = [], absent: [Interval] = [],
            duties: [Duty] = [], acquaintances: Set<Int> = []
        ) {
            self.municipality = municipality
            self.base = base
            self.functions = functions
            self.lapsed = lapsed
            self.absent = absent
            self.duties = duties
            self.acquaintances = acquaintances
        }
    }

    /// A duty that runs at the start: for which function, whom it serves, until when.
    package struct Duty: Hashable, Codable, Sendable {
        package var function: Int
        @Ascending package var served: Set<Int>
        package var isBackup: Bool
        package var interval: Interval

        package init(function: Int, served: Set<Int>, isBackup: Bool, interval: Interval) {
            self.function = function
            self.served = served
            self.isBackup = isBackup
            self.interval = interval
        }
    }

    package struct Function: Hashable, Codable, Sendable {
        package var code: Code<CrisisFunction>
        /// Posts of this function in every deployment.
        package var wanted: Int
        /// Within how many minutes somebody must be at work; nil when no norm is set.
        package var responseMinutesMax: Int?
        package var workplace: CrisisFunction.Workplace

        package init(
            code: Code<CrisisFunction>, wanted: Int, responseMinutesMax: Int?,
            workplace: CrisisFunction.Workplace
        ) {
            self.code = code
            self.wanted = wanted
            self.responseMinutesMax = responseMinutesMax
            self.workplace = workplace
        }
    }

    package init(
        members: [Member], functions: [Function], municipalities: [Code<Municipality>],
        travelMinutes: [[Int?]], coordinationCentre: Int
    ) {
        self.members = members
        self.functions = functions
        self.municipalities = municipalities
        self.travelMinutes = travelMinutes
        self.coordinationCentre = coordinationCentre
    }

    /// How many people can do a function.
    package func count(of function: Int) -> Int {
        members.count { $0.functions.contains(function) }
    }
}
