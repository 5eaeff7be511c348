import Crypto
import CryptoExtras
import Domain
import Foundation
import NIOPosix

/// Cost of scrypt: `rounds` is N, memory is 128 · N · r bytes. The cost is kept with each hash, so that it
/// can rise.
struct PasswordCost: Equatable, Sendable {
    let rounds: Int
    let blockSize: Int
    let parallelism: Int

    /// 32 MiB and some 0.25 s a try on one core: OWASP's third setting for scrypt (password storage cheat
    /// sheet).
    static let standard = PasswordCost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
}

/// Why a password is not looked at.
enum PasswordFault: Error, Equatable {
    /// So many sign-ins wait that one more would only be slower for all.
    case busy
    case malformedHash
}

/// scrypt on a thread of its own: it holds a core for a quarter of a second and would stop every page on the
/// shared threads.
actor PasswordHasher {
    /// Sign-ins that may wait; at 0.25 s each that is eight seconds.
    private static let waitingMax = 32
    private static let hashBytes = 32

    private let thread: NIOThreadPool
    private let cost: PasswordCost
    private var waiting = 0

    init(cost: PasswordCost = .standard) {
        self.cost = cost
        thread = NIOThreadPool(numberOfThreads: 1)
        thread.start()
    }

    /// - Returns: `scrypt$N$r$p$salt$hash`, salt and hash in base64.
    func hash(_ password: String, salt: [UInt8]) async throws -> String {
        let derived = try await derive(password, salt, cost)
        let salt = Data(salt).base64EncodedString()
        return
            "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$\(salt)$\(derived.base64EncodedString())"
    }

    /// - Throws: `PasswordFault.busy`; never because the password is wrong.
    func verify(_ password: String, against stored: String) async throws -> Bool {
        let parts = stored.split(separator: "$")
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
            let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: String(parts[4])),
            let expected = Data(base64Encoded: String(parts[5]))
        else { throw PasswordFault.malformedHash }
        let cost = PasswordCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        let derived = try await derive(password, Array(salt), cost)
        // Digests compare in constant time.
        return SHA256.hash(data: derived) == SHA256.hash(data: expected)
    }

    private func derive(_ password: String, _ salt: [UInt8], _ cost: PasswordCost) async throws -> Data {
        guard waiting < Self.waitingMax else { throw PasswordFault.busy }
        waiting += 1
        defer { waiting -= 1 }
        return try await thread.runIfActive {
            try KDF.Scrypt.deriveKey(
                from: Data(password.utf8), salt: salt, outputByteCount: Self.hashBytes, rounds: cost.rounds,
                blockSize: cost.blockSize, parallelism: cost.parallelism
            ).withUnsafeBytes { Data($0) }
        }
    }
}
