import Crypto

/// Comparison of secrets in a time that does not tell how much of them is right.
enum Secrets {
    static func areEqual(_ left: String, _ right: String) -> Bool {
        SHA256.hash(data: Array(left.utf8)) == SHA256.hash(data: Array(right.utf8))
    }
}
