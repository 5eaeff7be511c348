import Foundation

/// Why a form with files cannot be read.
package enum MultipartFault: Error, Equatable, Sendable {
    case noBoundary
    case malformed
}

/// Takes a form with files (multipart/form-data, RFC 7578) apart while it streams in. It holds back no more
/// than a boundary and the heads of one part.
struct MultipartReader {
    enum Event: Equatable {
        /// A new part: the headers between its boundary and its content.
        case begin(PartHead)
        case content([UInt8])
        /// The part is whole.
        case end
    }

    /// The heads of one part; browsers write some two hundred bytes.
    static let headBytesMax = 8192
    /// RFC 2046 §5.1.1.
    static let boundaryMax = 70

    private enum Place {
        case start, afterBoundary, head, content, finished
    }

    private let boundary: [UInt8]
    /// The boundary with the line end that belongs to it and not to the content before it.
    private let separator: [UInt8]
    private var place = Place.start
    private var held: [UInt8] = []

    init(contentType: String) throws(MultipartFault) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let text = headerParameter("boundary", of: contentType), !text.isEmpty,
            text.utf8.count <= Self.boundaryMax
        else { throw .noBoundary }
        boundary = Array("--\(text)".utf8)
        separator = Array("\r\n--\(text)".utf8)
    }

    /// What the next bytes of the body bring, in order.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(MultipartFault) -> [Event] {
        held += bytes
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// Throws when the body ended before the form did.
    func finish() throws(MultipartFault) {
        guard place == .finished else { throw .malformed }
    }

    /// - Returns: whether there may be more to do with what is held.
    private mutating func step(_ events: inout [Event]) throws(MultipartFault) -> Bool {
        switch place {
        case .start:
            guard held.count >= boundary.count else { return false }
            guard held.starts(with: boundary) else { throw .malformed }
            pass(boundary.count, to: .afterBoundary)
        case .afterBoundary:
            guard held.count >= 2 else { return false }
            if held.starts(with: Array("--".utf8)) {
                pass(2, to: .finished)
            } else if held.starts(with: Self.lineEnd) {
                pass(2, to: .head)
            } else {
                throw .malformed
            }
        case .head:
            guard let end = held.firstPlace(of: Self.headEnd) else {
                guard held.count <= Self.headBytesMax else { throw .malformed }
                return false
            }
            guard end <= Self.headBytesMax else { throw .malformed }
            events.append(.begin(try PartHead(String(decoding: held[..<end], as: UTF8.self))))
            pass(end + Self.headEnd.count, to: .content)
        case .content:
            guard let end = held.firstPlace(of: separator) else {
                // The last bytes may be the beginning of a boundary.
                let safe = held.count - (separator.count - 1)
                guard safe > 0 else { return false }
                events.append(.content(Array(held[..<safe])))
                pass(safe, to: .content)
                return false
            }
            if end > 0 { events.append(.content(Array(held[..<end]))) }
            events.append(.end)
            pass(end + separator.count, to: .afterBoundary)
        case .finished:
            held = []
            return false
        }
        return true
    }

    private mutating func pass(_ count: Int, to next: Place) {
        held.removeFirst(count)
        place = next
    }

    private static let lineEnd = Array("\r\n".utf8)
    private static let headEnd = Array("\r\n\r\n".utf8)
}

/// What the headers of one part say.
struct PartHead: Equatable {
    let name: String
    /// Nil for a field; empty for a file field in which nothing was chosen.
    let fileName: String?
    let contentType: String

    init(name: String, fileName: String?, contentType: String) {
        self.name = name
        self.fileName = fileName
        self.contentType = contentType
    }

    fileprivate init(_ text: String) throws(MultipartFault) {
        var disposition: String?
        var type = ""
        for line in text.split(separator: "\r\n") {
            let lower = line.lowercased()
            if lower.hasPrefix("content-disposition:") { disposition = disposition ?? String(line) }
            if lower.hasPrefix("content-type:") {
                type = line.dropFirst("content-type:".count).trimmed
            }
        }
        guard let disposition, let name = headerParameter("name", of: disposition) else { throw .malformed }
        self.init(name: name, fileName: headerParameter("filename", of: disposition), contentType: type)
    }
}

/// `name="value"` or `name=value` of a header; a semicolon inside quotes belongs to the value.
private func headerParameter(_ name: String, of header: String) -> String? {
    var rest = Substring(header).drop { $0 != ";" }
    while rest.first == ";" {
        let key = rest.dropFirst().prefix { $0 != "=" && $0 != ";" }
        rest = rest[key.endIndex...]
        guard rest.first == "=" else { continue }
        rest = rest.dropFirst()
        let isQuoted = rest.first == "\""
        let value = isQuoted ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { $0 != ";" }
        rest = rest[value.endIndex...].drop { $0 != ";" }
        if key.trimmed.lowercased() == name { return isQuoted ? String(value) : value.trimmed }
    }
    return nil
}

extension [UInt8] {
    /// Where `pattern` first stands. Its first byte is looked for by the C library: a whole file passes here.
    fileprivate func firstPlace(of pattern: [UInt8]) -> Int? {
        withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, let first = pattern.first else { return nil }
            var place = 0
            while place + pattern.count <= bytes.count {
                let last = bytes.count - pattern.count + 1
                guard let found = memchr(start + place, Int32(first), last - place) else { return nil }
                place = UnsafeRawPointer(found) - start
                if bytes[place..<(place + pattern.count)].elementsEqual(pattern) { return place }
                place += 1
            }
            return nil
        }
    }
}
