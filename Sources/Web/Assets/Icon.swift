/// The mark in the browser's tab.
package enum Icon {
    package static let path = "/beeldmerk.svg"
    package static let text = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#E8590C"/>\
        <circle cx="16" cy="16" r="8" fill="none" stroke="#fff" stroke-width="4"/></svg>
        """
}
