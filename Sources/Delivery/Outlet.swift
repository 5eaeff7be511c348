/// A server that calls go to, with what it bears.
package struct Outlet: Hashable, Sendable {
    /// Calls with the same name share the limits; another version of a setting has another name.
    package let name: String
    /// Calls under way at one time, and so connections.
    package let parallel: Int
    /// Calls begun per second; nil when only `parallel` bounds them.
    package let perSecond: Int?
    /// Calls that may wait for their turn; one more is refused at once.
    package let waitingMax: Int
    /// Name look-up, connection and encryption together.
    package let connectMilliseconds: Int
    /// From the moment a call is begun to the end of the answer.
    package let totalMilliseconds: Int
    /// Certificates (PEM) of the organisation's own authority, trusted instead of the system's; nil trusts
    /// the system's.
    package let authority: String?

    package init(
        name: String, parallel: Int, perSecond: Int? = nil, waitingMax: Int = 10_000,
        connectMilliseconds: Int = 5000, totalMilliseconds: Int = 20_000, authority: String? = nil
    ) {
        self.name = name
        self.parallel = parallel
        self.perSecond = perSecond
        self.waitingMax = waitingMax
        self.connectMilliseconds = connectMilliseconds
        self.totalMilliseconds = totalMilliseconds
        self.authority = authority
    }
}
