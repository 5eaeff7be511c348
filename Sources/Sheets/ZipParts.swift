import CZip
import Domain

/// The parts of a zip in memory, read one after another and never beyond the limits.
///
/// What a zip says of its own sizes is not believed: bytes are counted as they come out.
final class ZipParts {
    /// A workbook with pictures has some hundreds.
    static let partsMax = 2000
    /// All parts that are read together. Twenty thousand rows of fifty columns are some 60 MB of XML.
    static let bytesMax = 150_000_000
    /// Sheets of formatted empty cells come to 50.
    private static let ratioMax = 200
    /// Below this a part does no harm however well it was packed.
    private static let inflatedBytesMin = 5_000_000
    private static let chunkBytes = 64 * 1024

    private let archive: OpaquePointer
    private var parts: [String: (name: String, index: UInt64, packedBytes: UInt64)] = [:]
    private var bytesRead = 0

    /// - Parameter bytes: must stay where they are as long as this value lives.
    init(_ bytes: UnsafeRawBufferPointer) throws {
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
            throw WorkbookFault.notAWorkbook
        }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
            zip_source_free(source)
            throw WorkbookFault.notAWorkbook
        }
        self.archive = archive
        try list()
    }

    deinit {
        zip_discard(archive)
    }

    func has(_ name: String) -> Bool {
        parts[name.lowercased()] != nil
    }

    /// Gives the content of a part in chunks, until `take` says that it has enough.
    func read(_ name: String, _ take: (UnsafeRawBufferPointer) throws -> Bool) throws {
        guard let part = parts[name.lowercased()] else { throw WorkbookFault.damaged(part: name) }
        guard let file = zip_fopen_index(archive, part.index, 0) else {
            throw WorkbookFault.damaged(part: part.name)
        }
        defer { zip_fclose(file) }
        var ofPart = 0
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkBytes, alignment: 1)
        defer { chunk.deallocate() }
        while true {
            let count = Int(zip_fread(file, chunk.baseAddress, UInt64(Self.chunkBytes)))
            // Also when the check sum at the end is not that of what came out.
            guard count >= 0 else { throw WorkbookFault.damaged(part: part.name) }
            if count == 0 { return }
            ofPart += count
            bytesRead += count
            guard bytesRead <= Self.bytesMax else { throw WorkbookFault.tooLarge(bytesMax: Self.bytesMax) }
            let isInflated =
                ofPart > Self.inflatedBytesMin && ofPart / Self.ratioMax > Int(clamping: part.packedBytes)
            guard !isInflated else { throw WorkbookFault.inflated(part: part.name) }
            guard try take(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(chunk)[..<count])) else {
                return
            }
        }
    }

    private func list() throws {
        let count = zip_get_num_entries(archive, 0)
        guard count <= Self.partsMax else { throw WorkbookFault.tooManyParts(max: Self.partsMax) }
        for index in 0..<UInt64(max(0, count)) {
            var facts = zip_stat_t()
            guard zip_stat_index(archive, index, 0, &facts) == 0, let name = facts.name else {
                throw WorkbookFault.notAWorkbook
            }
            guard facts.encryption_method == UInt16(ZIP_EM_NONE) else { throw WorkbookFault.locked }
            let text = String(cString: name)
            // The names of parts differ in more than capitals (ECMA-376 part 2, §6.2.2.3): of two that do
            // not, one program would read the first and another the second.
            guard parts.updateValue((text, index, facts.comp_size), forKey: text.lowercased()) == nil else {
                throw WorkbookFault.damaged(part: text)
            }
        }
    }
}
