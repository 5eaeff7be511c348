/// Why an uploaded form cannot be read.
package enum MultipartFault: Error, Equatable, Sendable {
    case noBoundary
    case malformed
}

/// A form with files (multipart/form-data, RFC 7578), read from a body that is whole and within the server's
/// limit.
package struct MultipartForm: Sendable {
    package struct File: Equatable, Sendable {
        package let name: String
        package let content: [UInt8]
    }

    package private(set) var fields = FormFields()
    package private(set) var files: [String: File] = [:]

    package init(body: [UInt8], contentType: String) throws(MultipartFault) {
        guard let boundary = Self.parameter("boundary", of: contentType), !boundary.isEmpty else {
            throw .noBoundary
        }
        let delimiter = Array("--\(boundary)".utf8)
        var rest = body[...]
        guard rest.starts(with: delimiter) else { throw .malformed }
        rest = rest.dropFirst(delimiter.count)
        let separator = Array("\r\n".utf8) + delimiter
        while rest.starts(with: Array("\r\n".utf8)) {
            rest = rest.dropFirst(2)
            guard let end = rest.firstRange(of: separator) else { throw .malformed }
            try add(part: rest[..<end.lowerBound])
            rest = rest[end.upperBound...]
        }
        guard rest.starts(with: Array("--".utf8)) else { throw .malformed }
    }

    private mutating func add(part: ArraySlice<UInt8>) throws(MultipartFault) {
        guard let end = part.firstRange(of: Array("\r\n\r\n".utf8)) else { throw .malformed }
        let headers = String(decoding: part[..<end.lowerBound], as: UTF8.self)
        let content = Array(part[end.upperBound...])
        let disposition = headers.split(separator: "\r\n").first {
            $0.lowercased().hasPrefix("content-disposition:")
        }
        guard let disposition, let name = Self.parameter("name", of: String(disposition)) else {
            throw .malformed
        }
        if let fileName = Self.parameter("filename", of: String(disposition)) {
            files[name] = File(name: fileName, content: content)
        } else {
            fields.add(name, String(decoding: content, as: UTF8.self))
        }
    }

    /// `name="value"` or `name=value` of a header; a semicolon inside quotes belongs to the value.
    private static func parameter(_ name: String, of header: String) -> String? {
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
}
