import Foundation

/// The file with the master keys of one region, oldest first. A key that was replaced stays in it: older
/// copies of the database are under that key.
struct KeyFile: Codable, Equatable {
    struct Entry: Codable, Equatable {
        let id: String
        /// In base64.
        let key: String
        let madeAt: String
    }

    var keys: [Entry]

    static func read(_ path: String) throws(KeyFault) -> KeyFile {
        do {
            return try JSONDecoder().decode(KeyFile.self, from: try Data(contentsOf: URL(filePath: path)))
        } catch is DecodingError {
            throw .unreadable(path: path, reason: "geen sleutelbestand van Oranje")
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
    }

    /// Whole or not at all, and on the disk before it counts: written beside and then moved over.
    func write(_ path: String) throws(KeyFault) {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let beside = path + ".nieuw"
            guard
                FileManager.default.createFile(
                    atPath: beside, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw KeyFault.unwritable(path: path, reason: "het bestand is niet te maken") }
            let handle = try FileHandle(forWritingTo: URL(filePath: beside))
            try handle.write(contentsOf: try encoder.encode(self) + Data("\n".utf8))
            try handle.synchronize()
            try handle.close()
            guard rename(beside, path) == 0 else {
                throw KeyFault.unwritable(path: path, reason: String(cString: strerror(errno)))
            }
        } catch let fault as KeyFault {
            throw fault
        } catch {
            throw .unwritable(path: path, reason: error.localizedDescription)
        }
    }

    var masterKeys: [MasterKey] {
        keys.compactMap { entry in
            guard let data = Data(base64Encoded: entry.key), data.count == MasterKey.bytesCount else {
                return nil
            }
            return MasterKey(id: entry.id, bytes: Array(data))
        }
    }
}
