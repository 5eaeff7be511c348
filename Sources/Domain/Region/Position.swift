import Foundation

/// A place on earth, in degrees (WGS 84).
package struct Position: Hashable, Sendable {
    package let latitude: Double
    package let longitude: Double

    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Along a great circle, with the earth's mean radius.
    package func kilometres(to other: Position) -> Double {
        let radians = Double.pi / 180
        let latitudeHalf = sin((other.latitude - latitude) * radians / 2)
        let longitudeHalf = sin((other.longitude - longitude) * radians / 2)
        let chord =
            latitudeHalf * latitudeHalf
            + cos(latitude * radians) * cos(other.latitude * radians) * longitudeHalf * longitudeHalf
        return 2 * 6371 * asin(min(1, chord.squareRoot()))
    }
}

/// Travel minutes by car where no measured table was imported; every use carries the status *aanname*.
package enum EstimatedTravel {
    /// Roads are longer than the crow flies; 1.3 is a usual detour factor.
    private static let detour = 1.3
    private static let kilometresPerHour = 55.0
    /// To leave the house and to park.
    private static let startMinutes = 5.0
    /// Inside one municipality, whatever its size.
    private static let withinMinutes = 10

    package static func minutes(from origin: Municipality, to destination: Municipality) -> Int {
        guard origin.code != destination.code else { return withinMinutes }
        let road = origin.position.kilometres(to: destination.position) * detour
        return Int((startMinutes + road / kilometresPerHour * 60).rounded())
    }
}
