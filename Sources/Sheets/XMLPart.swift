import CExpat
import Domain

/// Takes in one kind of XML part.
protocol XMLReader {
    /// Nothing more is wanted.
    var isDone: Bool { get }
    /// - Parameter element: its local name; the namespaces of all dialects are read alike.
    mutating func begin(_ element: String, _ attributes: XMLAttributes) throws
    mutating func text(_ text: String)
    mutating func end(_ element: String) throws
}

/// The attributes of one element while it begins, by local name.
struct XMLAttributes {
    fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

    subscript(_ name: String) -> String? {
        guard var pair = pairs else { return nil }
        while let key = pair[0], let value = pair[1] {
            if localName(key) == name { return String(cString: value) }
            pair += 2
        }
        return nil
    }

    func isTrue(_ name: String) -> Bool {
        ["1", "true", "on"].contains(self[name] ?? "")
    }
}

/// Reads a part of a zip through expat, as it is unpacked.
///
/// A document type is refused before anything in it is looked at, so there are no entities to expand and
/// nothing outside to fetch.
func readXML<Reader: XMLReader>(_ name: String, of parts: ZipParts, into reader: Reader) throws -> Reader {
    let reading = XMLReading(reader, part: name)
    guard let parser = XML_ParserCreate(nil) else { throw WorkbookFault.damaged(part: name) }
    defer { XML_ParserFree(parser) }
    reading.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(reading).toOpaque())
    XML_SetElementHandler(
        parser,
        { context, name, attributes in
            XMLReading.from(context)?.begin(name, XMLAttributes(pairs: attributes))
        },
        { context, name in XMLReading.from(context)?.end(name) })
    XML_SetCharacterDataHandler(parser) { context, text, count in
        XMLReading.from(context)?.text(text, Int(count))
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
        guard let reading = XMLReading.from(context) else { return }
        reading.stop(WorkbookFault.declaresEntities(part: reading.part))
    }
    try parts.read(name) { chunk in
        let bytes = chunk.bindMemory(to: CChar.self)
        let status = XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), 0)
        return try reading.goesOn(status)
    }
    if !reading.isStopped { _ = try reading.goesOn(XML_Parse(parser, nil, 0, 1)) }
    guard let result = reading.reader as? Reader else { throw WorkbookFault.damaged(part: name) }
    return result
}

/// What expat's functions get back as their context.
private final class XMLReading {
    /// Elements within elements; a workbook has some ten.
    private static let depthMax = 100

    var reader: any XMLReader
    let part: String
    var parser: XML_Parser?
    private(set) var isStopped = false
    private var fault: (any Error)?
    private var depth = 0

    init(_ reader: any XMLReader, part: String) {
        self.reader = reader
        self.part = part
    }

    static func from(_ context: UnsafeMutableRawPointer?) -> XMLReading? {
        context.map { Unmanaged<XMLReading>.fromOpaque($0).takeUnretainedValue() }
    }

    func begin(_ name: UnsafePointer<XML_Char>?, _ attributes: XMLAttributes) {
        guard !isStopped, let name else { return }
        depth += 1
        guard depth <= Self.depthMax else { return stop(WorkbookFault.damaged(part: part)) }
        do { try reader.begin(localName(name), attributes) } catch { stop(error) }
    }

    func end(_ name: UnsafePointer<XML_Char>?) {
        guard !isStopped, let name else { return }
        depth -= 1
        do { try reader.end(localName(name)) } catch { stop(error) }
        if reader.isDone { stop(nil) }
    }

    func text(_ text: UnsafePointer<XML_Char>?, _ count: Int) {
        guard !isStopped, let text else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: count)
        reader.text(String(decoding: bytes, as: UTF8.self))
    }

    func stop(_ fault: (any Error)?) {
        guard !isStopped else { return }
        isStopped = true
        self.fault = fault
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    /// - Returns: whether more of the part is wanted.
    func goesOn(_ status: XML_Status) throws -> Bool {
        if let fault { throw fault }
        if isStopped { return false }
        guard status == XML_STATUS_OK else { throw WorkbookFault.damaged(part: part) }
        return true
    }
}

/// `row` of `x:row`.
private func localName(_ name: UnsafePointer<XML_Char>) -> String {
    let text = String(cString: name)
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return text }
    return String(text[text.utf8.index(after: colon)...])
}
