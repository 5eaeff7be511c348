import NIOCore

/// How much a form with files may bring.
package struct UploadLimits: Sendable, Equatable {
    /// The whole body, files and fields.
    package let bytesMax: Int
    /// All text fields together; they are kept in memory.
    package let fieldBytesMax: Int
    package let partsMax: Int

    package init(bytesMax: Int, fieldBytesMax: Int = 200_000, partsMax: Int = 50) {
        self.bytesMax = bytesMax
        self.fieldBytesMax = fieldBytesMax
        self.partsMax = partsMax
    }
}

/// A form with files as it came in: fields in memory, files on disk.
package struct UploadForm: Sendable {
    package private(set) var fields = FormFields()
    /// Only of file fields in which a file was chosen.
    package private(set) var files: [String: UploadedFile] = [:]

    /// Reads a body to its end. When it throws, or the task is cancelled, every file is gone.
    ///
    /// - Throws: `WebFailure.bodyTooLarge` at the first byte too many, `.malformed`, or `UploadFault`.
    static func read<Body: AsyncSequence>(
        _ body: Body, contentType: String, limits: UploadLimits
    ) async throws -> UploadForm where Body.Element == ByteBuffer {
        var reading: UploadReading
        do throws(MultipartFault) {
            reading = UploadReading(reader: try MultipartReader(contentType: contentType), limits: limits)
        } catch {
            throw WebFailure.malformed
        }
        for try await buffer in body { try await reading.take(buffer.readableBytesView) }
        return try reading.finish()
    }

    fileprivate mutating func add(_ name: String, field content: [UInt8]) {
        fields.add(name, String(decoding: content, as: UTF8.self))
    }

    fileprivate mutating func add(_ name: String, _ file: UploadedFile) {
        // Browsers send a file field in which nothing was chosen as a nameless file without content.
        if !file.name.isEmpty || file.byteCount > 0 { files[name] = file }
    }
}

/// A form while it streams in.
private struct UploadReading {
    private enum Part {
        case field(name: String, content: [UInt8])
        case file(FileUnderWay)
    }

    var reader: MultipartReader
    let limits: UploadLimits
    private var form = UploadForm()
    private var part: Part?
    private var byteCount = 0
    private var fieldByteCount = 0
    private var partCount = 0

    init(reader: MultipartReader, limits: UploadLimits) {
        self.reader = reader
        self.limits = limits
    }

    mutating func take(_ bytes: ByteBufferView) async throws {
        byteCount += bytes.count
        guard byteCount <= limits.bytesMax else { throw WebFailure.bodyTooLarge(bytesMax: limits.bytesMax) }
        let events: [MultipartReader.Event]
        do throws(MultipartFault) { events = try reader.take(bytes) } catch { throw WebFailure.malformed }
        for event in events { try await take(event) }
    }

    consuming func finish() throws -> UploadForm {
        do throws(MultipartFault) { try reader.finish() } catch { throw WebFailure.malformed }
        return form
    }

    private mutating func take(_ event: MultipartReader.Event) async throws {
        switch (event, part) {
        case (.begin(let head), _):
            partCount += 1
            guard partCount <= limits.partsMax else { throw WebFailure.malformed }
            part =
                head.fileName == nil
                ? .field(name: head.name, content: []) : .file(try await FileUnderWay(head))
        case (.content(let bytes), .field(let name, let content)):
            fieldByteCount += bytes.count
            guard fieldByteCount <= limits.fieldBytesMax else {
                throw WebFailure.bodyTooLarge(bytesMax: limits.fieldBytesMax)
            }
            part = .field(name: name, content: content + bytes)
        case (.content(let bytes), .file(var file)):
            try await file.append(bytes)
            part = .file(file)
        case (.end, .field(let name, let content)):
            form.add(name, field: content)
            part = nil
        case (.end, .file(var file)):
            form.add(file.head.name, try await file.finish())
            part = nil
        case (.content, nil), (.end, nil):
            throw WebFailure.malformed
        }
    }
}
