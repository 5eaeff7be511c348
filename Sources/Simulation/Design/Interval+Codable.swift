package import Domain

/// As two numbers of milliseconds, so that a pool can be kept with the run it was made for.
extension Interval: Codable {
    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        let start = Instant(milliseconds: try container.decode(Int64.self))
        self.init(start, Instant(milliseconds: try container.decode(Int64.self)))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(start.milliseconds)
        try container.encode(end.milliseconds)
    }
}
