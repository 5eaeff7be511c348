/// Where in a request something stands.
package enum InputPlace: Hashable, Sendable {
    /// A JSON pointer into the body (RFC 6901), empty for the whole of it.
    case body(pointer: String)
    case query(name: String)
    case path(name: String)
    case header(name: String)

    package static func pointer(_ path: [String]) -> String {
        path.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
    }
}

/// One thing that is wrong with a request, and where.
package struct InputFault: Hashable, Sendable {
    package let place: InputPlace
    /// Stable, for programs.
    package let code: String
    /// Dutch, for whoever reads the answer.
    package let sentence: String

    package init(_ place: InputPlace, _ code: String, _ sentence: String) {
        self.place = place
        self.code = code
        self.sentence = sentence
    }

    package init(body pointer: String, _ code: String, _ sentence: String) {
        self.init(.body(pointer: pointer), code, sentence)
    }
}
