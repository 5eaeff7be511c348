import Foundation

/// A file on disk that has no name any more, so that the system takes it back when it is closed or when the
/// process dies, however it dies. Its calls block.
final class TemporaryFile: Sendable {
    private let descriptor: Int32

    /// - Throws: `UploadFault.noRoom` when the disk refuses.
    init() throws(UploadFault) {
        let folder = FileManager.default.temporaryDirectory.path
        var path = Array("\(folder)/oranje-XXXXXX".utf8CString)
        descriptor = path.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkstemp($0) } ?? -1
        }
        guard descriptor >= 0 else { throw .noRoom }
        // A moment with a name and nothing in it; from here on it has content and no name.
        unlink(path)
        // Programs that this process starts have no business with it.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        close(descriptor)
    }

    func write(_ bytes: [UInt8], at offset: Int) throws(UploadFault) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { pointer in
                pwrite(
                    descriptor, pointer.baseAddress?.advanced(by: done), bytes.count - done,
                    off_t(offset + done))
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .noRoom }
            done += written
        }
    }

    /// Fewer bytes than asked for only at the end.
    func read(at offset: Int, count: Int) throws(UploadFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, count))
        var done = 0
        while done < bytes.count {
            let wanted = bytes.count - done
            let read = bytes.withUnsafeMutableBytes { pointer in
                pread(descriptor, pointer.baseAddress?.advanced(by: done), wanted, off_t(offset + done))
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw .noRoom }
            if read == 0 { break }
            done += read
        }
        bytes.removeLast(bytes.count - done)
        return bytes
    }
}

/// The disk cannot take or give back an uploaded file.
package enum UploadFault: Error, Equatable, Sendable {
    case noRoom
}
