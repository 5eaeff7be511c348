import CCurl

/// The kept connections of one outlet. Of its own, because libcurl would let a call with other demands on the
/// certificate use a connection that STARTTLS made safe by the demands of another.
final class Connections {
    let share: UnsafeMutableRawPointer?

    init() {
        share = curl_share_init()
        _ = curl_share_set(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_CONNECT)
    }

    deinit {
        curl_share_cleanup(share)
    }
}
